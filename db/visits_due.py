"""When key persons were visited last and are to be visited next (下次走访), kept beside what is on file of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from db.records import load_cases
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.visit import Visit

_CHUNK = 500
_PERSON, _VISIT = DETAILS[Kind.PERSON], DETAILS[Kind.VISIT]
_VISITS = (
    select(HEAD.c.source_case, HEAD.c.reported_at, _VISIT.c.next_due_at)
    .join(_VISIT, _VISIT.c.case_id == HEAD.c.id)
    .where(HEAD.c.source_case.in_(bindparam("ids", expanding=True)), HEAD.c.excluded_at.is_(None))
    .order_by(HEAD.c.reported_at)
)
_KEEP = (
    update(_PERSON)
    .where(_PERSON.c.case_id == bindparam("of"))
    .values(last_visited_at=bindparam("last"), next_visit_due_at=bindparam("due"))
)


def follow_visits(connection: Connection, cases: Iterable[Case]) -> None:
    """Keeps the days anew for the persons among some saved cases, and for those whom saved visits were paid to."""
    ids = list(dict.fromkeys(_persons(cases)))
    for start in range(0, len(ids), _CHUNK):
        _follow(connection, ids[start : start + _CHUNK])


def _persons(cases: Iterable[Case]) -> Iterator[UUID]:
    for case in cases:
        if isinstance(case, SurveyedPerson):
            yield case.id
        elif isinstance(case, Visit) and case.source_case is not None:
            yield case.source_case


def _follow(connection: Connection, ids: list[UUID]) -> None:
    last: dict[UUID, tuple[datetime, datetime | None]] = {
        person: (at, agreed) for person, at, agreed in connection.execute(_VISITS, {"ids": ids})
    }
    rows = []
    for person in load_cases(connection, ids).values():
        if isinstance(person, SurveyedPerson):
            at, agreed = last.get(person.id, (None, None))
            rows.append({"of": person.id, "last": at, "due": person.next_visit_due_at(at, agreed)})
    if rows:
        connection.execute(_KEEP, rows)
