"""Putting an entry of a register together (登记内容): one way for the form and for the ledger's row."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import status_of

CaseT = TypeVar("CaseT", bound=Case)

Values = Mapping[str, Any]
"""What was entered, by the names of the record's fields; what is missing was not."""


def title_of(kind: Kind, values: Values) -> str:
    """The title of an entry, from what was entered where its ledger has no column for it."""
    title: str = values["title"] if kind not in _TITLES else _TITLES[kind](values)
    return title


def filled(entry: CaseT, values: Values) -> CaseT:
    """An entry with what was entered; where it stands (在册、已移出、已登记) follows from that."""
    after = replace(entry, **{**values, "title": title_of(entry.kind, values)})
    return replace(after, status=status_of(after))


_TITLES: Mapping[Kind, Callable[[Values], str]] = {
    Kind.WORKLOG: lambda values: str(values["category"]),
    Kind.PATROL: lambda values: f"{values['category']}（{values['route']}）",
    Kind.DUTY: lambda values: f"{values['handler']}带班（{values['category']}）",
    Kind.RECEPTION: lambda values: f"{values['handler']}接待日",
}
