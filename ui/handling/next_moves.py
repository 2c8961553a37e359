"""The usual next moves (常用办理) of a case as it stands, by kind; a kind may lay all of them out in groups."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from gridapp.domain.case import Case
from gridapp.domain.course import ways_on
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from ui.handling.dispute_next import next_of_dispute
from ui.handling.event_next import next_of_event
from ui.handling.hazard_next import HAZARD_GROUPS, next_of_hazard
from ui.handling.petition_next import PETITION_GROUPS, next_of_petition

NEXT: Mapping[Kind, Callable[[Any, datetime], Sequence[Move]]] = {
    Kind.EVENT: next_of_event,
    Kind.DISPUTE: next_of_dispute,
    Kind.PETITION: next_of_petition,
    Kind.HAZARD: next_of_hazard,
}
"""For the other kinds it is whatever leads on from their state."""

GROUPS: Mapping[Kind, Mapping[str, Sequence[Move]]] = {Kind.PETITION: PETITION_GROUPS, Kind.HAZARD: HAZARD_GROUPS}
"""The kinds whose moves stand in groups, each with its heading; what is in none of them stands behind 更多."""


def usual(case: Case, now: datetime) -> Sequence[Move]:
    """The usual next moves of a case, the likeliest first."""
    of_kind = NEXT.get(case.kind)
    return of_kind(case, now) if of_kind else ways_on(case.kind, case.status)
