"""What is written of a register's entry (登记内容), in the order and under the headings of its ledger."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gridapp.cases.register.draft import columns_of
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.columns import Column
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.paper import masked_paper_number
from gridapp.domain.plain import to_plain
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.person import SurveyedPerson
from ui.cases.field_words import name_of, value_of

_BESIDES = ("promises", "registered_at", "late_reason", "attachments")


def pairs_of_entry(case: Case, areas: AreaTree) -> Iterator[tuple[str, str]]:
    """Every filled field with its heading."""
    for column in columns_of(case.kind):
        value = getattr(case, column.field, None)
        if value not in (None, "", ()) and column.type != "case":
            yield column.heading, said(column, value, areas)
    yield from _following(case)
    plain = to_plain(case)
    for field in _BESIDES:
        if field in plain:
            yield name_of(case.kind, field) or field, value_of(field, plain[field], areas)


def said(column: Column, value: Any, areas: AreaTree) -> str:
    """A value in words, with its unit; the number of a citizen card in part."""
    words = _SAID[column.type](value, areas) if column.type in _SAID else str(value)
    return f"{words} {column.unit}" if column.unit else words


def _following(case: Case) -> Iterator[tuple[str, str]]:
    """What follows from the fields."""
    if isinstance(case, Patrol):
        if case.hours is None and case.lasted is not None:
            yield "历时", f"{case.lasted.normalize():f} 小时"
        yield "计入人数", f"{case.people} 人"
    if isinstance(case, SurveyedPerson) and case.visit_days is None and case.visited_every:
        yield "走访周期", f"{case.visited_every} 天（按人员类别）"


_SAID: Mapping[str, Callable[[Any, AreaTree], str]] = {
    "moment": lambda value, _: spoken(value),
    "limit": lambda value, _: spoken_limit(value),
    "day": lambda value, _: str(value.isoformat()),
    "count": lambda value, _: f"{value:,}",
    "quantity": lambda value, _: f"{value.normalize():,f}",
    "flag": lambda value, _: "是" if value else "否",
    "words": lambda value, _: "、".join(value),
    "paper": lambda value, _: masked_paper_number(value),
    "village": lambda value, areas: areas.name(value) or "",
    "grid": lambda value, areas: areas.name(value) or "",
}
