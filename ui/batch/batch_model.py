"""The grid as Qt's tables see it (表模型): words, pale proposals, and the marks of problems and likely duplicates."""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from ui.batch.columns import Cell
from ui.batch.sheet import Sheet
from ui.theme import COLOURS

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a cell says besides its words."""

    PROBLEM = Qt.ItemDataRole.UserRole
    TWIN = Qt.ItemDataRole.UserRole + 1
    PALE = Qt.ItemDataRole.UserRole + 2


class BatchModel(QAbstractTableModel):
    """Shows a `Sheet`; all edits go through here."""

    edited = Signal()
    """The content is another than before."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet, self.columns = sheet, sheet.columns
        self._count = len(sheet.rows)
        self._problems: Mapping[Cell, str] = {}
        self._twins: Mapping[int, str] = {}

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown if self.columns[index.column()].locked else shown | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place, column = index.row(), index.column()
        if place >= len(self.sheet.rows):
            return None
        own = self.sheet.rows[place][column]
        if role == Qt.ItemDataRole.EditRole:
            return own
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join((own or self._proposed(place, column)).split())
        if role == Role.PALE:
            return not own
        if role == Role.PROBLEM:
            return self._problems.get((place, column), "")
        if role == Role.TWIN:
            return self._twins.get(place, "") if column == self.columns.about else ""
        if role == Qt.ItemDataRole.ForegroundRole and not own:
            return QColor(COLOURS.muted)
        if role == Qt.ItemDataRole.BackgroundRole and self.columns[column].locked:
            return QColor(COLOURS.stripe)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._remark(place, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"第 {place + 1} 行 {self.columns[column].heading} {own}"
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self._edit(lambda: self.sheet.type_into(index.row(), index.column(), str(value)))
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{column.heading} *" if column.required else column.heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            wrong = any(place == section for place, _ in self._problems)
            return f"! {section + 1}" if wrong else str(section + 1)
        return None

    def write(self, cells: Mapping[Cell, str]) -> None:
        """Writes some cells as they are given."""
        self._edit(lambda: self.sheet.write(cells))

    def remove(self, places: Collection[int]) -> None:
        """Takes whole rows out; one that can be written into always stays."""
        self._edit(lambda: self.sheet.remove(places))
        if not self.sheet.rows:
            self.add_row()

    def add_row(self) -> None:
        """Adds a row at the end, unless the sheet keeps its rows."""
        if not self.sheet.fixed:
            self.sheet.add_row()
            self._count_anew()

    def undo(self) -> None:
        """Takes the last edit back."""
        self._edit(self.sheet.undo)

    def redo(self) -> None:
        """Makes it again."""
        self._edit(self.sheet.redo)

    def begin_with(self, rows: Sequence[Sequence[str]], at_least: int) -> None:
        """Holds other rows, with nothing to take back."""
        self._problems, self._twins = {}, {}
        self._edit(lambda: self.sheet.begin_with(rows, at_least))

    def show_problems(self, problems: Mapping[Cell, str]) -> None:
        """Marks the cells that something is wrong with."""
        if problems != self._problems:
            self._problems = problems
            self._repaint()
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(self.rowCount() - 1, 0))

    def show_twins(self, twins: Mapping[int, str]) -> None:
        """Marks the rows that look like another case, with what to say about it."""
        if twins != self._twins:
            self._twins = twins
            self._repaint()

    def _edit(self, edit: Callable[[], None]) -> None:
        before = self.sheet.rows
        edit()
        if self.sheet.rows is not before:
            self._count_anew()
            self._repaint()
            self.edited.emit()

    def _count_anew(self) -> None:
        """Rows come and go at the end: what stands in the others is shown anew anyway."""
        before, after = self._count, len(self.sheet.rows)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._count = after
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._count = after
            self.endRemoveRows()

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def _proposed(self, place: int, column: int) -> str:
        row = self.sheet.rows[place]
        if self.columns.is_filled(row):
            return self.columns.meant(row, column)
        return self.sheet.proposal(place, column)

    def _remark(self, place: int, column: int) -> str:
        own = self.sheet.rows[place][column]
        said = [self._problems.get((place, column), "")]
        if column == self.columns.about:
            said.append(self._twins.get(place, ""))
        if not own and self._proposed(place, column):
            is_meant = self.columns[column].meant is not None
            said.append("未填时按此登记" if is_meant else "沿用上一行，这一行有内容后生效")
        if "\n" in own or len(own) > self.columns[column].width:
            said.append(own)
        return "\n".join(filter(None, said))
