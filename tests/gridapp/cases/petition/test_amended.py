"""A petition that is given another day comes under the rules of that day (适用规定), with its limits."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from gridapp.cases.petition.record import amend, draft_of
from gridapp.domain.limit import last_day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.ports import Office
from tests.gridapp.cases.petition.courses import order
from tests.offices import ACTOR, DEADLINES, NOW, at, petition_recorded, taken


def _amended(office: Office, petition: Petition, reported: datetime) -> Petition:
    draft = replace(draft_of(petition), reported_at=reported)
    areas = office.registers.areas()
    return amend(office.cases, areas, DEADLINES, GROUP_THRESHOLD, petition.id, petition.version, draft, ACTOR, NOW)


def _accepted(office: Office) -> Petition:
    asked = order(Move.ACCEPT)
    petition = petition_recorded(office, date(2018, 3, 5))
    case = taken(
        office, petition, Move.ACCEPT, at(2018, 3, 6), unit=asked.unit, handler=asked.handler, informed=asked.informed
    )
    assert isinstance(case, Petition)
    return case


@pytest.mark.parametrize(
    ("reported", "inner"), [(at(2016, 8, 1, 9), date(2018, 4, 8)), (at(2016, 7, 31, 9), date(2018, 5, 7))]
)
def test_the_limits_are_those_of_the_rules_of_the_day(sqlite_office: Office, reported: datetime, inner: date) -> None:
    case = _amended(sqlite_office, _accepted(sqlite_office), reported)
    assert case.due_at is not None
    assert case.legal_due_at is not None
    assert (last_day_of(case.due_at), last_day_of(case.legal_due_at)) == (inner, date(2018, 5, 7))


def test_an_extended_limit_stays(sqlite_office: Office) -> None:
    until = at(2018, 4, 20)
    asked = {"until": until, "reason": "演示：案情复杂", "approver": "演示领导", "informed": "书面告知"}
    extended = taken(sqlite_office, _accepted(sqlite_office), Move.EXTEND_HANDLING, at(2018, 3, 20), **asked)
    assert isinstance(extended, Petition)
    assert _amended(sqlite_office, extended, at(2016, 7, 31, 9)).due_at == until
