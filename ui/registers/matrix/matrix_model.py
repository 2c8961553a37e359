"""The responsibilities as a table (责任矩阵)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from gridapp.cases.register.responsibilities import Matrix, Side, said_in
from gridapp.ports import CaseRow

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = Matrix((), (), {})


class MatrixModel(QAbstractTableModel):
    """In each cell what its row and column do not say; an empty one is a gap."""

    def __init__(self, village_name: Callable[[CaseRow], str]) -> None:
        super().__init__()
        self._village_name = village_name
        self._matrix, self._side = _NOTHING, Side.VILLAGES

    def show(self, matrix: Matrix, side: Side) -> None:
        """Shows the responsibilities from a side."""
        self.beginResetModel()
        self._matrix, self._side = matrix, side
        self.endResetModel()

    def cases(self, index: _Index) -> Sequence[CaseRow]:
        """The responsibilities in a cell."""
        if not index.isValid():
            return ()
        place = self._matrix.rows[index.row()], self._matrix.columns[index.column()]
        return self._matrix.cells.get(place, ())

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._matrix.rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._matrix.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said = "、".join(dict.fromkeys(said_in(self._side, row, self._village_name) for row in self.cases(index)))
        if role == Qt.ItemDataRole.DisplayRole:
            return said
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(f"{row.category}：{row.title}　{row.handler}" for row in self.cases(index)) or "空缺"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self._matrix.rows[index.row()], self._matrix.columns[index.column()]
            return f"{row}，{column}：{said or '空缺'}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._matrix.columns if orientation == Qt.Orientation.Horizontal else self._matrix.rows)[section]
