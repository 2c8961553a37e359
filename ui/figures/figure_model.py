"""The model of a table of figures (统计表模型)."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from typing_extensions import override

from gridapp.counting.amount import Rate, spoken
from ui.figures.figure_table import TOTAL, FigureTable
from ui.figures.figure_words import value_in_words
from ui.requests import ShowFigure
from ui.theme import COLOURS

_Index = QModelIndex | QPersistentModelIndex
_EMPTY = FigureTable("", (), (), (), ())
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureModel(QAbstractTableModel):
    """Row labels stand in the vertical heading, so that they stay in sight; the last row is 合计."""

    def __init__(self) -> None:
        super().__init__()
        self._table = _EMPTY

    @property
    def table(self) -> FigureTable:
        """What is shown."""
        return self._table

    def show(self, table: FigureTable) -> None:
        """Shows another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def figure(self, index: _Index) -> ShowFigure:
        """The figure of a cell."""
        if index.row() == len(self._table.rows):
            return self._table.total[index.column()]
        return self._table.rows[index.row()][index.column()]

    def label(self, row: int) -> str:
        """What stands before a row."""
        if row == len(self._table.rows):
            return TOTAL
        series = self._table.series
        return self._table.labels[row] + (f"（{series[row]}）" if series else "")

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        if parent.isValid() or not self._table.columns:
            return 0
        return len(self._table.rows) + 1

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.figure(index).value
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, Rate):
            return value_in_words(value)
        if role == Qt.ItemDataRole.ForegroundRole and not value:
            return QColor(COLOURS.muted)
        return self._of_total(role) if index.row() == len(self._table.rows) else None

    def _of_total(self, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return QBrush(QColor(COLOURS.head)) if role == Qt.ItemDataRole.BackgroundRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self.label(section) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.indicator.rule
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None
