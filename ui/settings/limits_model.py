"""The limits as a table (办理时限表): a row a leaf, a column a stage, for one level."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from gridapp.domain.deadline import Limits, Stage
from gridapp.domain.vocabulary import Leaf

_Index = QModelIndex | QPersistentModelIndex

_WORDS = ("平台", "大类", "小类")
_NONE = "—"


class LimitsModel(QAbstractTableModel):
    """Every leaf that is looked for, after the line that holds for all others."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Sequence[str]] = ()

    def show(self, limits: Limits, leaves: Sequence[Leaf], level: str | None) -> None:
        """Shows the limits of some leaves at a level."""
        self.beginResetModel()
        self._rows = [
            [_NONE, _NONE, "未列明的类别", *_limits(limits, None, level)],
            *([leaf.platform_name, leaf.major_name, leaf.name, *_limits(limits, leaf.code, level)] for leaf in leaves),
        ]
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_WORDS) + len(Stage)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return [*_WORDS, *(stage.label for stage in Stage)][section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]


def _limits(limits: Limits, category: str | None, level: str | None) -> Sequence[str]:
    found = (limits.limit(stage, category, level) for stage in Stage)
    return [_NONE if limit is None else limit.label for limit in found]
