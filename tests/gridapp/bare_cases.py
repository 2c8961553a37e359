"""Cases of every kind with no more than they need, to be filled in by a test."""

from datetime import datetime
from itertools import count
from typing import Any

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.petition import Petition
from tests.offices import TOWN, VILLAGES, at

REPORTED = at(2018, 1, 3, 9)
_RUNNING = count(1)
_CATEGORIES = {
    Kind.EVENT: "ZF0303",
    Kind.DISPUTE: "ZZ0102",
    Kind.ENFORCEMENT: "临时查封",
    Kind.PERSON: "独居孤寡老人",
    Kind.WORKLOG: "清运垃圾",
}


def bare(kind: Kind, reported: datetime = REPORTED, **fields: Any) -> Case:
    """A case of a kind, reported in 桐川村 unless told otherwise."""
    running = next(_RUNNING)
    values: dict[str, Any] = {
        "id": case_id_at(reported, running),
        "town": TOWN,
        "number": f"演示-{running}",
        "title": "演示",
        "reported_at": reported,
        "registered_at": reported,
        "village": VILLAGES[0],
        "category": _CATEGORIES.get(kind),
    }
    return RECORDS[kind](**(values | fields))


def event(**fields: Any) -> Event:
    """A bare event."""
    case = bare(Kind.EVENT, **fields)
    assert isinstance(case, Event)
    return case


def dispute(**fields: Any) -> Dispute:
    """A bare dispute."""
    case = bare(Kind.DISPUTE, **fields)
    assert isinstance(case, Dispute)
    return case


def petition(**fields: Any) -> Petition:
    """A bare petition."""
    case = bare(Kind.PETITION, **fields)
    assert isinstance(case, Petition)
    return case


def hazard(**fields: Any) -> Hazard:
    """A bare hazard."""
    case = bare(Kind.HAZARD, **fields)
    assert isinstance(case, Hazard)
    return case
