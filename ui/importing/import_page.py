"""Importing a ledger (导入台账): file, columns, preview, done; nothing is written before the preview was seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout
from typing_extensions import override

from gridapp.importing.examination import Examination
from gridapp.importing.keeping import Imported
from ui.desk import Desk
from ui.importing.columns_panel import ColumnsPanel
from ui.importing.done_panel import DonePanel
from ui.importing.file_panel import FilePanel
from ui.importing.file_reading import OpenedFile, ReadSheet
from ui.importing.import_head import ImportHead
from ui.importing.import_log import ImportLog
from ui.importing.import_work import ImportWork
from ui.importing.preview_panel import PreviewPanel
from ui.importing.rejects_button import rejects_button
from ui.importing.step_line import Step, StepLine
from ui.page import Page
from ui.requests import ShowImport, ShowLedger
from ui.widgets.file_choosing import choose_file
from ui.widgets.hinted_button import hinted_button
from ui.widgets.waiting_bar import WaitingBar

_WORKBOOK = "工作簿 (*.xlsx)"
_ON = {Step.COLUMNS: "检查(&N)", Step.PREVIEW: "导入(&I)"}


class ImportPage(Page):
    """Four panels of which one is seen; back and on by two buttons below."""

    def __init__(self, desk: Desk, request: ShowImport) -> None:
        super().__init__(desk, "导入台账")
        self.work, self.log = ImportWork(desk, self), ImportLog(desk, self)
        self._changed = False
        self.head = ImportHead(desk, request.kind)
        self.steps, self.waiting = StepLine(), WaitingBar()
        self.file, self.columns = FilePanel(desk.areas), ColumnsPanel()
        self.preview, self.done = PreviewPanel(desk.areas), DonePanel()
        self.stack = QStackedWidget()
        for panel in (self.file, self.columns, self.preview, self.done):
            self.stack.addWidget(panel)
        self.back_button = hinted_button("上一步(&B)", "回到上一步，选好的不变（Alt+B）")
        self.rejects_button = rejects_button()
        self.next_button = QPushButton()
        self.next_button.setObjectName("primary")
        self._lay_out()
        self._connect()
        self._take_choice()
        self._show_step(Step.FILE)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.rejects_button)
        foot.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.steps)
        layout.addWidget(self.waiting)
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        work, head, log = self.work, self.head, self.log
        head.chosen.connect(self._begin_anew)
        head.file_button.clicked.connect(self.file.choose_file)
        head.empty_button.told.connect(self.told)
        head.empty_button.refused.connect(self.refuse)
        self.file.file_chosen.connect(work.open)
        self.file.undo_asked.connect(log.ask_undo)
        self.columns.sheet_chosen.connect(self._take_sheet)
        self.columns.heading_row_chosen.connect(work.read_from)
        self.columns.changed.connect(self._columns_changed)
        self.preview.year_given.connect(work.examine_in_year)
        self.preview.leave_wanted.connect(work.ask_leave)
        self.done.list_asked.connect(lambda: self.asked.emit(ShowLedger(work.kind)))
        self.done.rejects_asked.connect(self.choose_rejects)
        self.done.undo_asked.connect(self._ask_undo_of_this)
        self.done.again_asked.connect(self._begin_anew)
        self.back_button.clicked.connect(lambda: self._show_step(Step(self.step - 1)))
        self.rejects_button.clicked.connect(self.choose_rejects)
        self.next_button.clicked.connect(self.go_next)
        self.waiting.cancelled.connect(work.stop)
        work.file_opened.connect(self._show_file)
        work.sheet_read.connect(self._show_sheet)
        work.rows_examined.connect(self._show_examination)
        work.rows_kept.connect(self._show_done)
        work.waits.connect(self._wait)
        work.moved.connect(self.waiting.show_share)
        work.told.connect(self.told)
        work.refused.connect(self.refuse)
        log.read.connect(self.file.show_batches)
        log.undone.connect(self._show_undone)
        log.refused.connect(self.refuse)

    @property
    def step(self) -> Step:
        """Where one is."""
        return Step(self.stack.currentIndex())

    @override
    def reload(self) -> None:
        self.log.ask()

    def _take_choice(self) -> None:
        self.work.kind, self.work.town = self.head.kind, self.head.town

    def _begin_anew(self) -> None:
        self.work.begin_anew()
        self._take_choice()
        self.head.told.setText("")
        self._show_step(Step.FILE)
        self.reload()

    def _show_file(self, opened: OpenedFile) -> None:
        self.head.told.setText(opened.path.name)
        self.columns.offer_sheets(opened.sheets)
        self.columns.sheets.choose("0")

    def _take_sheet(self, place: int) -> None:
        if self.work.opened is not None:
            self.work.read(self.work.opened.sheets[place])

    def _show_sheet(self, read: ReadSheet) -> None:
        self._changed = False
        self.columns.show_sheet(read)
        self._show_step(Step.COLUMNS)

    def _columns_changed(self) -> None:
        self._changed = True

    def go_next(self) -> None:
        """On to the next step."""
        if self.step is Step.COLUMNS:
            self.work.plan_columns(dict(self.columns.places))
            self.work.examine(remember=self._changed)
        elif self.step is Step.PREVIEW:
            self.work.keep()

    def _show_examination(self, found: Examination) -> None:
        if self.work.plan is not None:
            self.preview.show_examination(found, self.work.plan, self.desk.today.year)
        self._show_step(Step.PREVIEW)
        self.next_button.setEnabled(found.new + found.changed > 0)
        self.rejects_button.setVisible(found.refused > 0)

    def _show_done(self, done: Imported) -> None:
        self.done.show_done(self.work.kind, done)
        self._show_step(Step.DONE)
        self.reload()
        self.cases_changed.emit()

    def choose_rejects(self) -> None:
        """Asks for a file for the refused rows."""
        if self.work.opened is not None:
            name = f"{self.work.opened.path.stem}_退回"
            choose_file(self, name, self.work.write_rejects, "写出退回的行", _WORKBOOK)

    def _ask_undo_of_this(self) -> None:
        for batch in self.file.model.rows:
            if batch.id == self.work.batch:
                self.log.ask_undo(batch)

    def _show_undone(self, count: int) -> None:
        self.told.emit(f"已撤销，涉及 {count:,} 件。")
        self.cases_changed.emit()
        self._begin_anew()

    def _wait(self, told: str) -> None:
        self.waiting.wait(told)
        self.next_button.setEnabled(not told)

    def _show_step(self, step: Step) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.next_button.setText(_ON.get(step, ""))
        self.next_button.setVisible(step in _ON)
        self.next_button.setEnabled(True)
        self.back_button.setVisible(step in _ON)
        self.rejects_button.setVisible(False)
        (self.next_button if step in _ON else self.head.file_button).setFocus(Qt.FocusReason.OtherFocusReason)
