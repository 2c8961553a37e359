"""The places of a list (场所清单): what each is, when it was inspected last, what is open there."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import day_of
from gridapp.ports import PlaceRow
from ui.theme import COLOURS
from ui.widgets.row_model import RowModel

_HEADINGS = ("场所", "类型", "村社", "网格", "风险", "业主", "上次检查", "检查（次）", "未销号隐患")
WIDTHS = (26, 15, 12, 14, 6, 12, 12, 9, 10)
"""Of the columns, in characters."""
_LAST, _COUNT, _OPEN = 6, 7, 8
_NEVER = "未检查过"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlaceModel(RowModel[PlaceRow]):
    """One row a place."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__(_HEADINGS)
        self._areas = areas
        self._never = _NEVER

    def show_places(self, rows: Sequence[PlaceRow], span: str) -> None:
        """Shows other places; their inspections are those of a span, or all."""
        self._never = f"{span}未检查" if span else _NEVER
        self.show(rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(row)[column] if column < _LAST else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (_COUNT, _OPEN):
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(row, column)
        return None

    def _words(self, row: PlaceRow) -> tuple[str, ...]:
        place = row.place
        return (
            place.name,
            place.place_type,
            self._areas.name(place.village) or "",
            self._areas.name(place.grid) or "",
            place.risk or "",
            place.owner or "",
            f"{day_of(row.inspected_at):%Y-%m-%d}" if row.inspected_at else self._never,
            str(row.inspections or ""),
            str(row.open_hazards or ""),
        )


def _ink(row: PlaceRow, column: int) -> QColor | None:
    if column == _OPEN:
        return QColor(COLOURS.bad)
    return QColor(COLOURS.warn) if column == _LAST and row.inspected_at is None else None
