"""The card of the file (卷宗): what it must hold, the missing documents first, each with the way to supply it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from gridapp.cases.dispute.file import FileItem, file_items
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.status import Status
from ui.mediation.case.file_way import FileWay, way_to
from ui.theme import COLOURS
from ui.widgets.card import Card
from ui.widgets.clearing import clear

_MISSING, _THERE, _AS_NEEDED = "缺", "有", "按需"
_COLOURS = {_MISSING: COLOURS.bad, _THERE: COLOURS.good, _AS_NEEDED: COLOURS.muted}
_UNSUPPLIABLE = "已不能补，归档时写明情况"


class FilePanel(Card):
    """A line a document: 缺, 有 or 按需, its name, what is to be done, and a button that begins it."""

    wanted = Signal(object)
    """A document is to be supplied in a `FileWay`."""

    def __init__(self) -> None:
        super().__init__("卷宗")
        self.setAccessibleName("卷宗")
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(inside)
        self.buttons: dict[int, QPushButton] = {}
        self.items: Sequence[FileItem] = ()

    @property
    def marks(self) -> dict[str, str]:
        """For each document whether it is there, in the order in which they stand."""
        return {item.name: _mark(item) for item in self.items}

    def show_dispute(self, dispute: Dispute, now: datetime, deadlines: Deadlines, *, unsaved: bool = False) -> None:
        """Shows the file of a dispute; nothing can be begun while its form has unsaved changes."""
        had_focus = next((n for n, button in self.buttons.items() if button.hasFocus()), None)
        clear(self._grid)
        self.buttons.clear()
        self.items = sorted(file_items(dispute), key=lambda item: (list(_COLOURS).index(_mark(item)), item.n))
        missing = sum(item.missing for item in self.items)
        done = dispute.status is Status.ARCHIVED
        self.set_heading("卷宗：已归档" if done else f"卷宗：缺 {missing} 项" if missing else "卷宗：材料齐全")
        for row, item in enumerate(self.items):
            way = way_to(dispute, item, now, deadlines)
            lost = item.missing and way is None and dispute.closed is not None
            self._add(row, item, way, f"{item.lacking}（{_UNSUPPLIABLE}）" if lost else item.lacking, unsaved=unsaved)
        if had_focus is not None and self.buttons:
            self.buttons.get(had_focus, next(iter(self.buttons.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: int, item: FileItem, way: FileWay | None, lacking: str, *, unsaved: bool) -> None:
        mark = _mark(item)
        sign = QLabel(f"<b style='color:{_COLOURS[mark]}'>{mark}</b>")
        said = f"<br><span style='color:{COLOURS.muted}'>{lacking}</span>" if item.missing and lacking else ""
        name = QLabel(f"{item.n}. {item.name}{said}")
        name.setWordWrap(True)
        beside = Qt.AlignmentFlag.AlignTop if said else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(sign, row, 0, beside)
        self._grid.addWidget(name, row, 1)
        if way is None:
            return
        button = QPushButton(way.word)
        button.setObjectName("quiet")
        button.setAccessibleName(f"{way.word}：{item.name}")
        button.setToolTip(item.lacking or f"{way.word}：{item.name}")
        button.setEnabled(not unsaved)
        button.clicked.connect(lambda _, chosen=way: self.wanted.emit(chosen))
        self.buttons[item.n] = button
        self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)


def _mark(item: FileItem) -> str:
    if item.present:
        return _THERE
    return _MISSING if item.required else _AS_NEEDED
