"""Importing a ledger (导入台账): file, columns, preview, done; nothing is written before the preview was seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.examination import Examination
from gridapp.importing.keeping import Imported
from gridapp.importing.watching import Phase
from gridapp.ports import Batch
from ui.desk import Desk
from ui.importing.columns_panel import ColumnsPanel
from ui.importing.done_panel import DonePanel
from ui.importing.file_panel import FilePanel
from ui.importing.file_reading import OpenedFile, ReadSheet
from ui.importing.import_foot import ON, ImportFoot
from ui.importing.import_head import ImportHead
from ui.importing.import_log import ImportLog
from ui.importing.import_work import ImportWork
from ui.importing.leaving import Leaving
from ui.importing.preview_panel import PreviewPanel
from ui.importing.step_line import Step, StepLine
from ui.page import Page
from ui.requests import ShowImport, ShowLedger
from ui.widgets.file_choosing import choose_file
from ui.widgets.waiting_bar import WaitingBar

_JUDGING = frozenset({Phase.EXAMINING, Phase.KEEPING})
"""Meanwhile nothing may change of that by which the rows are judged."""
_WORKBOOK = "工作簿 (*.xlsx)"


class ImportPage(Page):
    """Four panels of which one is seen; back and on by two buttons below."""

    def __init__(self, desk: Desk, request: ShowImport) -> None:
        super().__init__(desk, "导入台账")
        self.work, self.log = ImportWork(desk, self), ImportLog(desk, self)
        self._changed = self._refused = False
        self._is_new = True
        self.leaving = Leaving(self, self.work)
        self.head = ImportHead(desk, request.kind)
        self.steps, self.waiting = StepLine(), WaitingBar()
        self.waiting.cancel_button.setToolTip("停下来，什么也不写入（Esc）")
        self.file, self.columns = FilePanel(desk.areas), ColumnsPanel()
        self.preview, self.done = PreviewPanel(desk.areas), DonePanel()
        self.stack = QStackedWidget()
        for panel in (self.file, self.columns, self.preview, self.done):
            self.stack.addWidget(panel)
        self.foot = ImportFoot()
        self.next_button = self.foot.next_button
        self._lay_out()
        self._connect()
        self._take_choice()
        self._show_step(Step.FILE)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.steps)
        layout.addWidget(self.waiting)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        work, head, log = self.work, self.head, self.log
        head.chosen.connect(self._choose_anew)
        head.file_button.clicked.connect(self.file.choose_file)
        head.empty_button.told.connect(self.told)
        head.empty_button.refused.connect(self.refuse)
        self.file.file_chosen.connect(work.open)
        self.file.undo_asked.connect(log.ask_undo)
        self.columns.sheet_chosen.connect(self._take_sheet)
        self.columns.heading_row_chosen.connect(work.read_from)
        self.columns.changed.connect(self._columns_changed)
        self.columns.kind_wanted.connect(self._choose_kind)
        self.preview.year_given.connect(work.examine_in_year)
        self.preview.leave_wanted.connect(work.ask_leave)
        self.done.list_asked.connect(lambda: self.asked.emit(ShowLedger(work.kind)))
        self.done.cases_asked.connect(lambda: self._with_batch(log.show_cases))
        self.done.sheet_asked.connect(self._read_next_sheet)
        self.done.rejects_asked.connect(self.choose_rejects)
        self.done.undo_asked.connect(lambda: self._with_batch(log.ask_undo))
        self.done.again_asked.connect(self._begin_anew)
        self.foot.back_button.clicked.connect(lambda: self._show_step(Step(self.step - 1)))
        self.foot.rejects_button.clicked.connect(self.choose_rejects)
        self.next_button.clicked.connect(self.go_next)
        self.waiting.cancelled.connect(self._cancel)
        work.file_opened.connect(self._show_file)
        work.sheet_read.connect(self._show_sheet)
        work.rows_examined.connect(self._show_examination)
        work.rows_kept.connect(self._show_done)
        work.waits.connect(self._wait)
        work.moved.connect(self.waiting.show_share)
        work.told.connect(self._tell)
        work.broken_off.connect(self._show_broken_off)
        work.refused.connect(self.refuse)
        self.file.batch_chosen.connect(log.ask_touched)
        self.file.batch_opened.connect(log.show_cases)
        log.read.connect(self.file.show_batches)
        log.touched.connect(self.file.show_touched)
        log.asked.connect(self.asked)
        log.waits.connect(self._wait_for_undo)
        log.undone.connect(self._show_undone)
        log.refused.connect(self.refuse)

    @override
    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        self._refused = True
        self.leaving.stay()

    def _tell(self, told: str) -> None:
        self._refused = False
        self.told.emit(told)

    def _went_well(self, told: str) -> None:
        """Says how it went on after something was refused, so that the refusal does not stand over what comes next."""
        if self._refused:
            self._tell(told)

    @property
    def step(self) -> Step:
        """Where one is."""
        return Step(self.stack.currentIndex())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # What is built last takes the keyboard of a page that has not been seen yet.
        if self._is_new:
            self._is_new = False
            self.head.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

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

    def _choose_anew(self) -> None:
        """Another kind or town was chosen; the file that is open is looked at anew."""
        opened = self.work.opened if self.step in ON else None
        self._begin_anew()
        if opened is not None:
            self.work.open(opened.path)

    def _choose_kind(self, kind: Kind) -> None:
        self.head.kinds.choose(kind.value)
        self._choose_anew()

    @override
    def leave(self, then: Callable[[], None]) -> None:
        self.leaving.leave(then)

    def _cancel(self) -> None:
        if not self.work.stop():
            self._begin_anew()
            self.told.emit("已取消，没有写入任何内容。")

    def _show_broken_off(self, told: str) -> None:
        self.told.emit(told)
        self.leaving.broken_off()

    def _show_file(self, opened: OpenedFile) -> None:
        self.head.told.setText(opened.path.name)
        self.columns.offer_sheets(opened.sheets)
        self.columns.sheets.choose("0")
        self.columns.suggest(opened.likelier)
        self.columns.remark(opened.book.remarks)

    @property
    def _next_sheet(self) -> str:
        """The name of the sheet after the one that was read, if there is one."""
        return self.columns.sheets.itemText(self.columns.sheets.currentIndex() + 1)

    def _read_next_sheet(self) -> None:
        self.columns.sheets.setCurrentIndex(self.columns.sheets.currentIndex() + 1)

    def _take_sheet(self, place: int) -> None:
        if self.work.opened is not None:
            self.work.read(self.work.opened.sheets[place])

    def _show_sheet(self, read: ReadSheet) -> None:
        self._changed = False
        self.columns.show_sheet(read)
        self._went_well(f"已读取“{read.headed.sheet.name}”，请核对各列。")
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
        self._went_well("检查完毕，请看结果，还没有写入。")
        self._show_step(Step.PREVIEW)
        self.foot.show_found(found)
        is_on = self.next_button.isEnabled()
        (self.next_button if is_on else self.preview.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_done(self, done: Imported) -> None:
        self.leaving.stay()
        self._went_well("导入完成。")
        self.done.show_done(self.work.kind, done, self._next_sheet)
        self._show_step(Step.DONE)
        (self.done.sheet_button if self._next_sheet else self.done.list_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        self.reload()
        self.cases_changed.emit()

    def choose_rejects(self) -> None:
        """Asks for a file for the refused rows."""
        if self.work.opened is not None:
            path = self.work.opened.path
            name = str(path.with_name(f"{path.stem}_退回"))
            choose_file(self, name, self.work.write_rejects, "写出退回的行", _WORKBOOK)

    def _with_batch(self, act: Callable[[Batch], object]) -> None:
        """Does something with the batch that was just written."""
        for batch in self.file.model.rows:
            if batch.id == self.work.batch:
                act(batch)

    def _show_undone(self, count: int) -> None:
        self.told.emit(f"已撤销，涉及 {count:,} 条。")
        self.cases_changed.emit()
        self._begin_anew()

    def _wait(self, told: str) -> None:
        was_judging, judging = not self.stack.isEnabled(), self.work.phase in _JUDGING
        self.foot.allow(is_free=not told)
        self.done.sheet_button.setEnabled(not told)
        self.stack.setEnabled(not judging)
        self.head.setEnabled(self.work.phase is not Phase.KEEPING)
        self.waiting.wait(told)
        self.waiting.cancel_button.show()
        # A button that is greyed out would hand the keyboard on to whatever comes next.
        if judging:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_judging and self.step in ON:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait_for_undo(self, told: str) -> None:
        for part in (self.stack, self.head):
            part.setEnabled(not told)
        self.waiting.wait(told)
        # It is one transaction, and nobody asks in the middle of it.
        self.waiting.cancel_button.hide()

    def _show_step(self, step: Step) -> None:
        is_other = step is not self.step
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.foot.show_step(step)
        if is_other or step is Step.FILE or not self._is_in_step:
            (self.next_button if step in ON else self.head.file_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_in_step(self) -> bool:
        """Whether the keyboard is in what the step shows, where it may stay."""
        held = QApplication.focusWidget()
        return held is not None and self.stack.isAncestorOf(held)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QPushButton):
            held.click()
        elif event.key() == Qt.Key.Key_Escape and self.waiting.cancel_button.isVisible():
            self._cancel()
        else:
            super().keyPressEvent(event)
