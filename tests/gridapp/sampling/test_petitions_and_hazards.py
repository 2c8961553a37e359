"""Synthetic petitions, hazards, inspections and entries: as their rules would have them, whole, and nobody's."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import TypeVar

import pytest

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import LEAST_INSPECTORS, Inspection
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.standing import status_of
from gridapp.domain.registers.visit import Visit
from gridapp.domain.reply import ReplyStage
from gridapp.domain.security import SECURITIES
from gridapp.domain.status import ANSWERED, OPEN, RECTIFIED, Status
from gridapp.domain.striking_off import unlawful
from gridapp.sampling.cases import SampleCases
from gridapp.sampling.story import TODAY

CaseT = TypeVar("CaseT", bound=Case)


@pytest.fixture(scope="module")
def cases() -> Sequence[Case]:
    """Some thousands of cases of two years."""
    sample = SampleCases(Random(4), ["990000001"], 20, 3)
    return [sample.case(n, TODAY - timedelta(days=730) * (1 - n / 20_000)) for n in range(1, 20_000)]


def of(cases: Sequence[Case], kind: type[CaseT]) -> list[CaseT]:
    found = [case for case in cases if isinstance(case, kind)]
    assert found
    return found


def test_petitions_come_by_every_channel_and_end_by_every_disposition(cases: Sequence[Case]) -> None:
    petitions = of(cases, Petition)
    assert {petition.source for petition in petitions} == set(Channel)
    assert {petition.disposition for petition in petitions} - {None} == set(Disposition)


def test_a_petition_stands_where_its_course_has_brought_it(cases: Sequence[Case]) -> None:
    petitions = of(cases, Petition)
    assert {p.status for p in petitions if p.closed is None} == {Status.REPORTED, Status.ACCEPTED, Status.PROCESSING}
    assert {p.status for p in petitions if p.closed} <= ANSWERED | {Status.ARCHIVED}
    assert [p.number for p in petitions if (p.status is Status.SETTLED) > (p.settled_at is not None)] == []


def test_what_was_handled_here_has_its_reply_and_an_accusation_goes_elsewhere(cases: Sequence[Case]) -> None:
    closed = [petition for petition in of(cases, Petition) if petition.closed]
    handled = [p for p in closed if p.disposition in (Disposition.ACCEPTED, Disposition.ASSIGNED)]
    assert [p.number for p in handled if p.reply(ReplyStage.HANDLING) is None] == []
    accused = [p for p in of(cases, Petition) if p.purpose is PetitionPurpose.ACCUSATION]
    assert {p.disposition for p in accused} - {None} == {Disposition.FORWARDED}


def test_what_is_on_the_backlog_list_is_a_leaders_own_and_not_filed(cases: Sequence[Case]) -> None:
    listed = [petition for petition in of(cases, Petition) if petition.in_backlog]
    assert listed
    assert all(petition.charge and petition.status is not Status.ARCHIVED for petition in listed)


def test_no_hazard_is_struck_off_without_a_passed_recheck(cases: Sequence[Case]) -> None:
    hazards = of(cases, Hazard)
    assert any(hazard.on_the_spot for hazard in hazards)
    assert [hazard.number for hazard in hazards if unlawful(hazard)] == []


def test_a_hazard_mended_on_the_spot_is_struck_off_the_same_day(cases: Sequence[Case]) -> None:
    mended = [hazard for hazard in of(cases, Hazard) if hazard.on_the_spot and hazard.closed]
    late = [h for h in mended if h.closed and h.closed.closed_at - h.reported_at > timedelta(hours=1)]
    assert late == []


def test_hazards_on_the_list_stand_in_the_states_of_their_course(cases: Sequence[Case]) -> None:
    standing = {hazard.status for hazard in of(cases, Hazard) if not hazard.closings}
    expected = {Status.TO_RECTIFY, Status.RECTIFYING, Status.UNRECTIFIED, Status.SUBMITTED, Status.TO_RECHECK}
    assert standing - {Status.PLANNED} == expected
    assert standing <= OPEN | RECTIFIED


def test_major_hazards_are_secured(cases: Sequence[Case]) -> None:
    major = [hazard for hazard in of(cases, Hazard) if hazard.major]
    assert major
    assert {len({security.word for security in hazard.securities}) for hazard in major} == {len(SECURITIES)}


def test_nobody_inspects_alone_and_companies_are_told_before(cases: Sequence[Case]) -> None:
    inspections = of(cases, Inspection)
    assert min(len(set(inspection.inspectors)) for inspection in inspections) >= LEAST_INSPECTORS
    assert {i.place_type for i in inspections if i.filed_at} == {"工矿商贸企业"}


def test_entries_of_registers_stand_by_their_own_words(cases: Sequence[Case]) -> None:
    entries = [*of(cases, SurveyedPerson), *of(cases, Visit), *of(cases, Patrol)]
    assert [entry.number for entry in entries if entry.status is not status_of(entry)] == []
    assert [e.number for e in of(cases, SurveyedPerson) if e.removed_at and day_of(e.removed_at) > day_of(TODAY)] == []
    assert {entry.title[:2] for entry in of(cases, SurveyedPerson)} == {"模拟"}
