"""What is known already of an entry that comes from another (预填): the person visited, the point left, the river."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow


def proposed(kind: Kind, source: Case, at: datetime) -> EntryDraft:
    """The form of an entry that comes from a case, as far as that tells it; `at` is when it begins."""
    values = _known(kind, source.kind, source)
    return EntryDraft(kind=kind, town=source.town, values={**values, "reported_at": at}, source_case=source.id)


def known_from(kind: Kind, row: CaseRow) -> Mapping[str, Any]:
    """What an entry takes over from a case as a list shows it."""
    return _known(kind, row.kind, SimpleNamespace(**{name: getattr(row, name) for name in _OF_A_LINE}, **row.own))


_OF_A_LINE = ("title", "category", "handler", "village", "grid")


def _known(kind: Kind, of: Kind, source: Any) -> dict[str, Any]:
    known = {"village": source.village, "grid": source.grid, **_KNOWN.get((kind, of), _nothing)(source)}
    return {name: value for name, value in known.items() if value is not None}


def _nothing(_: Any) -> Mapping[str, Any]:
    return {}


_KNOWN: Mapping[tuple[Kind, Kind], Callable[[Any], Mapping[str, Any]]] = {
    (Kind.VISIT, Kind.PERSON): lambda person: {
        "title": person.title,
        "category": person.category,
        "handler": person.handler,
    },
    (Kind.RELOCATION, Kind.GEOLOGY): lambda point: {
        "title": point.title,
        "address": point.address,
        "households": point.households,
        "people": point.people,
    },
    (Kind.PATROL, Kind.RIVER): lambda river: {
        "category": "河道巡查",
        "route": river.title,
        "handler": river.handler,
    },
    (Kind.PATROL, Kind.GEOLOGY): lambda point: {
        "category": "地灾巡查",
        "route": point.title,
        "handler": point.handler,
    },
}
