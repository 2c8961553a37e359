"""A row of the upper system's list beside the office's own record (两边对照), column by column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.domain.area import AreaTree
from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken as spoken_moment
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.values import text_of
from gridapp.ports import CaseRow
from gridapp.reconciling.content import Reader
from gridapp.reconciling.upper_columns import Columns
from gridapp.reconciling.upper_list import UpperRow
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

WIDTHS = (12, 44, 44, 8)
UPPER = 1
_HEADINGS = ("项目", "上级清单", "本地记录", "比较")
_COMPARISON = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What both say of one thing; `differs` where both say something that can be compared and is not the same."""

    heading: str
    upper: str
    local: str
    differs: bool


def both_sides(
    kind: Kind, columns: Columns, upper: UpperRow | None, case: CaseRow | None, areas: AreaTree
) -> Sequence[Side]:
    """Every column of the list that is taken for one of ours, in the order of our ledger."""
    reader = Reader(areas, vocabulary())
    told = []
    for column in ledger_of(kind).columns:
        if column.field not in columns:
            continue
        cell = None if upper is None else upper.cell(columns[column.field])
        said = reader.of_cell(cell, column)
        own = None if case is None else reader.of_case(case, [column]).get(column.field)
        differs = said is not None and own is not None and said != own
        told.append(Side(column.heading, text_of(cell), _own_words(case, column, areas), differs))
    return told


def _own_words(case: CaseRow | None, column: Column, areas: AreaTree) -> str:
    value: Any = None if case is None else getattr(case, column.field, case.own.get(column.field))
    if value is None:
        return ""
    if isinstance(value, datetime):
        return spoken_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return spoken(value)
    if column.type == "village" or column.field == "grid":
        return areas.name(str(value)) or str(value)
    leaf = vocabulary().leaf(str(value)) if column.type == "leaf" else None
    if leaf is not None:
        return leaf.name
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(map(str, value))
    return getattr(value, "label", None) or str(value)


class SidesModel(RowModel[Side]):
    """What differs is said by a word and a colour."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        side = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            verdict = "不一致" if side.differs else ""
            return (side.heading, side.upper, side.local, verdict)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and side.differs and index.column() == _COMPARISON:
            return QColor(COLOURS.bad)
        return None
