"""The imports so far (导入记录): shown, and one taken back after it was asked whether it should be."""

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QMessageBox, QWidget

from gridapp.importing.undo import undo_import
from gridapp.ports import Batch, CaseQuery, Touched
from ui.desk import Desk
from ui.dialogs import ask_before
from ui.jobs import Questions
from ui.requests import ShowDue

_LONGEST = 16
"""So many characters of a file's name stand in a heading."""


class ImportLog(QObject):
    """Tells which imports there are, and what was taken back."""

    read = Signal(object)
    """The batches, newest first."""
    touched = Signal(str, object)
    """A batch, by its number, and what it has done."""
    asked = Signal(object)
    """The list of the cases of a batch."""
    waits = Signal(str)
    """What is under way; nothing where it has ended."""
    undone = Signal(int)
    """How many cases were concerned."""
    refused = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page, self._questions = desk, page, Questions(desk.jobs, self)

    def ask(self) -> None:
        """Asks for the imports so far."""
        self._questions.ask("batches", self._desk.office.cases.batches, self.read.emit, self.refused.emit)

    def ask_touched(self, batch: Batch) -> None:
        """Asks what a batch has done."""
        cases = self._desk.office.cases
        self._questions.ask(
            "touched",
            lambda: cases.touched_by(batch),
            lambda found: self.touched.emit(batch.id, found),
            self.refused.emit,
        )

    def show_cases(self, batch: Batch) -> None:
        """Opens the list of the cases of a batch."""
        cases = self._desk.office.cases
        self._questions.ask(
            "cases", lambda: cases.touched_by(batch), lambda found: self._open(batch, found), self.refused.emit
        )

    def _open(self, batch: Batch, found: Touched) -> None:
        query = CaseQuery(kind=batch.kind, town=batch.town, ids=(*found.changed, *found.new))
        name = batch.file_name if len(batch.file_name) <= _LONGEST else f"{batch.file_name[:_LONGEST]}…"
        self.asked.emit(ShowDue(query, f"{name}：新增 {len(found.new):,}，更新 {len(found.changed):,}"))

    def ask_undo(self, batch: Batch) -> QMessageBox:
        """Asks whether a batch is to be taken back."""
        counts = f"新增的 {batch.new:,} 条和更新的 {batch.changed:,} 条"
        text = f"把“{batch.file_name}”导入时{counts}全部撤回，恢复到导入之前？"
        return ask_before(self._page, "撤销导入", text, ("撤销这一批", "不撤销"), lambda: self._undo(batch))

    def _undo(self, batch: Batch) -> None:
        desk = self._desk
        self.waits.emit(f"正在撤销“{batch.file_name}”的导入…")
        self._questions.ask(
            "undo",
            lambda: undo_import(desk.office.cases, batch.id, desk.actor, desk.clock),
            lambda count: self._end(self.undone, count),
            lambda refusal: self._end(self.refused, refusal),
        )

    def _end(self, signal: SignalInstance, found: object) -> None:
        self.waits.emit("")
        signal.emit(found)
