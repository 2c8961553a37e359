"""A table whose cells are opened (数字表): Enter or a double click on a number shows its list."""

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui.widgets.row_table import RowTable


class CellTable(RowTable):
    """Single cells are chosen; whoever shows it says what is behind them."""

    cell_opened = Signal(int, int)

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__(model, name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.row_opened.connect(self._open)

    def _open(self, row: int) -> None:
        self.cell_opened.emit(row, self.currentIndex().column())

    @override
    def selectRow(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, 1))
