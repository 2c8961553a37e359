"""The columns of a register's list (名录台账的列): those of its ledger, in its order and under its headings."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.paper import masked_paper_number
from gridapp.domain.person import masked_phone
from gridapp.domain.register_kinds import STANDING
from gridapp.ports import CaseRow
from ui.cases.columns import ListColumn, column
from ui.desk import Desk

_UNUSUAL = frozenset({"note", "grid", "campaign", "removed_at", "removed_reason"})
_USUALLY = 9
_NUMBERS = frozenset({"count", "quantity"})
_WIDTHS: Mapping[str, int] = {"moment": 15, "limit": 15, "day": 10, "count": 7, "quantity": 9, "flag": 5, "phone": 12}
_FOLLOWING: Mapping[Kind, Mapping[str, tuple[str, str]]] = {
    Kind.PERSON: {"last_visited_at": ("上次走访", "moment"), "next_visit_due_at": ("下次走访", "limit")},
    Kind.RECEPTION: {"promise_due_at": ("承诺期限", "limit")},
}
"""What follows from other records, or from the parts of an entry."""


@cache
def register_columns(kind: Kind) -> tuple[ListColumn, ...]:
    """Every column of a register's list but those of all lists, the usual ones first."""
    made = list(_columns(kind))
    usual = usual_register_names(kind)
    return (*(one for one in made if one.name in usual), *(one for one in made if one.name not in usual))


@cache
def usual_register_names(kind: Kind) -> tuple[str, ...]:
    """The columns with which a register's list begins: what its ledger has first, and where it stands."""
    shown = [one.field for one in ledger_of(kind).columns if not (one.long or one.masked or one.field in _UNUSUAL)]
    first = [name for name in shown if name not in ("number", "title", "source_case")][:_USUALLY]
    standing = ("status",) if kind in STANDING else ()
    return ("number", "title", "town", *first, *_FOLLOWING.get(kind, {}), *standing)


def _columns(kind: Kind) -> Iterator[ListColumn]:
    told = {one.field: one for one in ledger_of(kind).columns}
    yield column("number", told["number"].heading if "number" in told else "编号")
    yield column("title", told["title"].heading if "title" in told else kind.label)
    yield column("town", "乡镇")
    for name, one in told.items():
        if name not in ("number", "title", "note", "source_case"):
            yield _made(one)
    for name, (heading, sort) in _FOLLOWING.get(kind, {}).items():
        yield _made(Column(heading, name, sort))
    yield column("status", "状态")


def _made(of: Column) -> ListColumn:
    said = _SAID.get(of.type, _as_written)

    def text(row: CaseRow, desk: Desk) -> str:
        value = _value(row, of.field)
        return "" if value in (None, "", ()) else said(value, desk)

    width = _WIDTHS.get(of.type, 24 if of.long else 12)
    return ListColumn(of.field, of.heading, text, width, of.field, is_number=of.type in _NUMBERS)


def _value(row: CaseRow, name: str) -> Any:
    if name in row.own:
        return row.own[name]
    return None if name in _OF_OTHERS else getattr(row, name, None)


def _as_written(value: Any, _: Desk) -> str:
    return str(value)


_OF_OTHERS = frozenset({"address", "phone", "people", "outcome"})
"""Names of fields that a line has for events and disputes; a veiled line of a register has none of its own."""

_SAID: Mapping[str, Callable[[Any, Desk], str]] = {
    "moment": lambda value, _: spoken(value),
    "limit": lambda value, _: spoken_limit(value),
    "day": lambda value, _: str(value.isoformat()),
    "count": lambda value, _: f"{value:,}",
    "quantity": lambda value, _: f"{value.normalize():,f}",
    "flag": lambda value, _: "是" if value else "",
    "words": lambda value, _: "、".join(value),
    "phone": lambda value, _: masked_phone(value),
    "paper": lambda value, _: masked_paper_number(value),
    "village": lambda value, desk: desk.areas.name(value) or "",
    "grid": lambda value, desk: desk.areas.name(value) or "",
}
"""How a value of each type is said; everything else as it is written."""
