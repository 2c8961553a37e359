"""What is known already of an entry that comes from another (预填): the person visited, the point left, the river."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


def proposed(kind: Kind, source: Case, at: datetime) -> EntryDraft:
    """The form of an entry that comes from a case, as far as that tells it; `at` is when it begins."""
    known = {"village": source.village, "grid": source.grid, **_KNOWN.get((kind, source.kind), _nothing)(source)}
    values = {name: value for name, value in known.items() if value is not None}
    return EntryDraft(kind=kind, town=source.town, values={**values, "reported_at": at}, source_case=source.id)


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
