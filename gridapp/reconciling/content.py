"""What two records say, so that it can be compared (比对内容): a case of the office, a row of a list from outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import Column, Ledger
from gridapp.domain.likeness import likeness, pairs_of
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import Vocabulary
from gridapp.importing.reading.cells import Cell
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_moment, read_quantity, text_of
from gridapp.ports import CaseRow
from gridapp.reconciling.upper_list import bare

Said = str | date | Decimal
Content = Mapping[str, Said]
"""What a record says, by field; what it does not say, or nobody can read, is left out."""

_NOT_COMPARED = frozenset({"number", "state", "note", "due_at", "platform", "grid", "outside_number"})
_DAYS = frozenset({"moment", "day"})
_NUMBERS = frozenset({"count", "quantity"})
_COMPARED = _DAYS | _NUMBERS | {"text", "phone", "village", "leaf", "word"}
_ENDINGS = ("社区居委会", "村委会", "社区", "村")
_WEIGHTS = {"title": 4.0, "reported_at": 2.0, "address": 2.0, "phone": 2.0, "petitioner": 4.0, "party_a": 3.0}
_WEIGHTS |= {"party_b": 3.0, "place_name": 4.0, "demand": 2.0, "detail": 2.0}
_SHORT = 5


def compared(ledger: Ledger) -> Sequence[Column]:
    """The columns of a ledger that tell one case from another."""
    return [column for column in ledger.columns if column.field not in _NOT_COMPARED and column.type in _COMPARED]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what records say, in the words of one office."""

    areas: AreaTree
    vocabulary: Vocabulary

    def of_case(self, row: CaseRow, columns: Sequence[Column]) -> Content:
        """What a case says."""
        told = ((column, getattr(row, column.field, row.own.get(column.field))) for column in columns)
        return {column.field: said for column, value in told if (said := self._kept(column, value)) is not None}

    def of_cells(self, cell: Callable[[str], Cell], columns: Sequence[Column]) -> Content:
        """What the cells of a row say."""
        told = ((column, cell(column.field)) for column in columns)
        return {column.field: said for column, value in told if (said := self.of_cell(value, column)) is not None}

    def _kept(self, column: Column, value: Any) -> Said | None:
        if value is None or value == "":
            return None
        if isinstance(value, datetime):
            return day_of(value)
        if isinstance(value, date | Decimal):
            return value
        if isinstance(value, int) and column.type in _NUMBERS:
            return Decimal(value)
        if column.type == "village":
            return _without_ending(bare(self.areas.name(str(value)) or ""))
        leaf = self.vocabulary.leaf(str(value)) if column.type == "leaf" else None
        return leaf.code if leaf else bare(str(value)) or None

    def of_cell(self, cell: Cell, column: Column) -> Said | None:
        """What one cell says, taken for one column; nothing where it is empty, masked or cannot be read."""
        text = text_of(cell)
        if not text or "*" in text:
            return None
        try:
            if column.type in _DAYS:
                return day_of(read_moment(cell, column))
            if column.type in _NUMBERS:
                return read_quantity(cell, column)
        except Unreadable:
            return None
        if column.type == "village":
            return _without_ending(bare(text))
        if column.type == "leaf":
            leaf = self.vocabulary.leaf(text)
            return leaf.code if leaf else None
        return bare(column.in_our_words(text)) or None


def _without_ending(name: str) -> str:
    for ending in _ENDINGS:
        if len(name) > len(ending) and name.endswith(ending):
            return name.removesuffix(ending)
    return name


def score(one: Content, other: Content) -> float | None:
    """How far two records say the same, from 0 to 1, by the weight of what both say; nothing where that is little."""
    both = one.keys() & other.keys()
    weights = {field: _WEIGHTS.get(field, 1.0) for field in both}
    whole = sum(weights.values())
    if whole < _WEIGHTS["title"]:
        return None
    return sum(weight * agreement(one[field], other[field]) for field, weight in weights.items()) / whole


def agreement(one: Said, other: Said) -> float:
    """How far two sayings agree; longer texts may do so in part."""
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str) and min(len(one), len(other)) >= _SHORT:
        return likeness(pairs_of(one), pairs_of(other), {}) ** 2
    return 0.0
