"""The imports so far (导入记录): shown, and one taken back after it was asked whether it should be."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gridapp.importing.undo import undo_import
from gridapp.ports import Batch
from ui.desk import Desk
from ui.dialogs import ask_before
from ui.jobs import Questions


class ImportLog(QObject):
    """Tells which imports there are, and what was taken back."""

    read = Signal(object)
    """The batches, newest first."""
    undone = Signal(int)
    """How many cases were concerned."""
    refused = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page, self._questions = desk, page, Questions(desk.jobs, self)

    def ask(self) -> None:
        """Asks for the imports so far."""
        self._questions.ask("batches", self._desk.office.cases.batches, self.read.emit, self.refused.emit)

    def ask_undo(self, batch: Batch) -> QMessageBox:
        """Asks whether a batch is to be taken back."""
        counts = f"{batch.new:,} 件新增和 {batch.changed:,} 件更新"
        text = f"把“{batch.file_name}”导入的 {counts}全部撤回，恢复到导入之前？"
        return ask_before(self._page, "撤销导入", text, ("撤销这一批", "不撤销"), lambda: self._undo(batch))

    def _undo(self, batch: Batch) -> None:
        desk = self._desk
        self._questions.ask(
            "undo",
            lambda: undo_import(desk.office.cases, batch.id, desk.actor, desk.clock),
            self.undone.emit,
            self.refused.emit,
        )
