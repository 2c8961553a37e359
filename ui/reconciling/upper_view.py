"""The upper system's list (上级清单): a file, what its columns hold, and how it agrees with the records here."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.area import Area
from gridapp.domain.problem import Refusal
from gridapp.reconciling.match_file import write_matched
from gridapp.reconciling.matched import Matched
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.reconciling.columns_panel import ColumnsPanel
from ui.reconciling.matched_panel import MatchedPanel
from ui.reconciling.upper_bar import UpperBar
from ui.reconciling.upper_reading import OpenedList, compare, read_list
from ui.widgets.file_choosing import choose_existing_file, choose_file
from ui.widgets.waiting_bar import WaitingBar

_FILES = "上级导出清单 (*.xlsx *.xlsm *.xls *.ods *.csv)"
_BEGIN = (
    "选择上级系统导出的清单文件，或把文件拖到这里。\n\n"
    "清单与上方所选乡镇、统计期间的本地记录逐件比对，只比对，不改动任何记录。"
)


class UpperView(Tab):
    """The town and the period are those of the question above; a file that cannot be read leaves what was there."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self._opened: OpenedList | None = None
        self.setAcceptDrops(True)
        self.bar = UpperBar()
        self.bar.kinds.chosen.connect(self._kind_chosen)
        self.bar.file_button.clicked.connect(self.choose_file)
        self.bar.columns_button.clicked.connect(self.show_columns)
        self.bar.match_button.clicked.connect(self.match)
        self.bar.export_button.clicked.connect(self.export)
        self.waiting = WaitingBar()
        self.waiting.cancelled.connect(self.cancel)
        self.begin = QLabel(_BEGIN)
        self.begin.setObjectName("notice")
        self.begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin.setWordWrap(True)
        self.columns, self.result = ColumnsPanel(), MatchedPanel(desk)
        self.result.asked.connect(self.asked)
        self.result.refused.connect(self.refused)
        self.stack = QStackedWidget()
        for page in (self.begin, self.columns, self.result):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.waiting)
        layout.addWidget(self.stack, 1)
        self._wait("")

    @override
    def load(self) -> None:
        """Only says with what the list is compared; comparing waits for its button."""
        town, matched = self._town, self.result.matched
        said = f"{town.name if town else '请先在上方选定一个乡镇'} · {self.question.period.label}"
        is_other = matched is not None and (matched.town, matched.period) != (town and town.name, self.question.period)
        self.bar.scope.setText(f"{said}（条件已改，请重新比对）" if is_other else said)
        self.shown.emit()

    def choose_file(self) -> None:
        """Asks for the list."""
        choose_existing_file(self, "选择上级清单", _FILES, self.open_file)

    def open_file(self, path: Path) -> None:
        """Reads a list and proposes what its columns hold."""
        town = self._sure_town()
        if town is None:
            return
        office, kind, period = self.desk.office, self.bar.kind, self.question.period
        self._wait(f"正在读取 {path.name}…")
        self.questions.ask("list", lambda: read_list(office, kind, town, period, path), self._show_list, self._failed)

    def _show_list(self, opened: OpenedList) -> None:
        self._opened = opened
        self.columns.show_list(opened.kind, opened.upper, opened.columns)
        self.result.matched = None
        self._wait("")
        self.show_columns()
        self.load()
        self.bar.match_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_columns(self) -> None:
        """Shows what the columns are taken for."""
        self.stack.setCurrentWidget(self.columns)

    def match(self) -> None:
        """Compares the list with the records of the town and the period."""
        town, opened = self._sure_town(), self._opened
        if town is None or opened is None:
            return
        office, period, columns = self.desk.office, self.question.period, self.columns.columns
        self._wait(f"正在比对 {len(opened.upper.rows):,} 行…")
        self.questions.ask(
            "list", lambda: compare(office, town, period, opened, columns), self._show_matched, self._failed
        )

    def _show_matched(self, matched: Matched) -> None:
        if self._opened is not None:
            self.stack.setCurrentWidget(self.result)
            self.result.show_matched(matched, self._opened.upper)
        self._wait("")
        self.load()

    def cancel(self) -> None:
        """Waits no longer; what was there stays."""
        self.questions.forget()
        self._stay()

    def _failed(self, refusal: Refusal) -> None:
        self._stay()
        self.refuse(refusal)

    def _stay(self) -> None:
        if self._opened is not None:
            self.bar.kinds.choose(self._opened.kind.value)
        self._wait("")

    def export(self) -> None:
        """Asks for a file and writes the result."""
        matched = self.result.matched
        if matched is not None:
            name = f"{matched.town}{matched.kind.label}比对结果（{matched.period.label}）"
            choose_file(self, name, self.export_to, "导出比对结果")

    def export_to(self, path: Path) -> None:
        """Writes the result into a file."""
        matched = self.result.matched
        if matched is not None:
            self.questions.ask(
                "export",
                lambda: write_matched(path, matched),
                lambda _: self.told.emit(f"已导出到 {path}。"),
                self.refuse,
            )

    def _wait(self, told: str) -> None:
        """Shows that something is under way, or what can be done now."""
        self.waiting.wait(told)
        has_list, has_result = self._opened is not None, self.result.matched is not None
        self.bar.allow(is_free=not told, has_list=has_list, has_result=has_result)

    def _kind_chosen(self) -> None:
        if self._opened is not None:
            self.open_file(self._opened.path)

    @property
    def _town(self) -> Area | None:
        areas = self.desk.areas
        if self.question.town:
            return areas[self.question.town]
        return areas.towns[0] if len(areas.towns) == 1 else None

    def _sure_town(self) -> Area | None:
        if self._town is None:
            self.refused.emit("上级清单按乡镇比对，请先在上方“范围”里选定一个乡镇。")
        return self._town

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None and self.bar.file_button.isEnabled():
            event.acceptProposedAction()
            self.open_file(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(paths[0]) if len(paths) == 1 else None
