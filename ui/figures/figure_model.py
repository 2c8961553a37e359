"""The model of a table of figures (统计表模型)."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from typing_extensions import override

from ui.figures.sheet import EMPTY, Cell, Levels, Sheet, Weight
from ui.theme import COLOURS

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GROUNDS = {Weight.TOTAL: COLOURS.head, Weight.SUBTOTAL: COLOURS.stripe, Weight.HEADING: COLOURS.stripe}


class FigureModel(QAbstractTableModel):
    """Labels stand in the vertical heading, so that they stay in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = EMPTY

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    def show(self, sheet: Sheet) -> None:
        """Shows another table."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def cell(self, index: _Index) -> Cell:
        """What stands in a cell."""
        return self._sheet.lines[index.row()].cells[index.column()]

    def label(self, row: int) -> str:
        """What stands before a line."""
        return _said(self._sheet.lines[row].labels)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.lines)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.hint or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.label(index.row())} {_said(self._sheet.columns[index.column()])} {cell.hint or cell.text}"
        if role == Qt.ItemDataRole.ForegroundRole and cell.is_nothing:
            return QColor(COLOURS.muted)
        return self._of_weight(self._sheet.lines[index.row()].weight, role)

    def _of_weight(self, weight: Weight, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole and weight in (Weight.SUBTOTAL, Weight.TOTAL):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and weight in _GROUNDS:
            return QBrush(QColor(_GROUNDS[weight]))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self.label(section) if role in said else None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(level for level in self._sheet.columns[section] if level)
        if role == Qt.ItemDataRole.ToolTipRole and self._sheet.rules:
            return self._sheet.rules[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None


def _said(levels: Levels) -> str:
    return " ".join(level.replace("\n", " ") for level in levels if level)
