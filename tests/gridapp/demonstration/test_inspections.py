"""The demonstration's safety officers: every state of a hazard, and nothing struck off without a passed re-check."""

from collections.abc import Sequence

from gridapp.domain.authority import is_town
from gridapp.domain.enforcement import Measure
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.inspection import LEAST_INSPECTORS, Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.security import SECURITIES
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from gridapp.ports import Office
from tests.gridapp.demonstration.towns import cases_of

_BY_THE_RECHECK = frozenset({Status.TO_STRIKE_OFF, Status.UNRECTIFIED})
"""The states that no move names: a re-check leads to them by its result."""


def hazards_of(office: Office) -> Sequence[Hazard]:
    return [case for case in cases_of(office, Kind.HAZARD) if isinstance(case, Hazard)]


def test_every_state_of_a_hazard_is_there(lived: Office) -> None:
    reachable = {passage.target for passage in HAZARD_COURSE.values() if passage.target}
    assert {hazard.status for hazard in hazards_of(lived)} == reachable | _BY_THE_RECHECK | {Status.TO_RECTIFY}


def test_nothing_was_struck_off_without_a_passed_recheck(lived: Office) -> None:
    struck_off = [hazard for hazard in hazards_of(lived) if hazard.status is Status.STRUCK_OFF]
    assert any(hazard.on_the_spot for hazard in struck_off)
    assert [hazard.number for hazard in struck_off if unlawful(hazard) or not hazard.rechecks[-1].passed] == []


def test_of_two_major_ones_one_is_secured_and_struck_off_and_one_still_listed(lived: Office) -> None:
    major = {hazard.status: hazard for hazard in hazards_of(lived) if hazard.major}
    assert set(major) == {Status.STRUCK_OFF, Status.PLANNED}
    assert all({security.word for security in hazard.securities} == set(SECURITIES) for hazard in major.values())
    assert [major[status].listed for status in (Status.STRUCK_OFF, Status.PLANNED)] == [False, True]


def test_what_was_overdue_went_upward_and_was_sealed_by_the_fire_authority(lived: Office) -> None:
    measures = cases_of(lived, Kind.ENFORCEMENT)
    assert {measure.category for measure in measures} == {Measure.SEALED}
    assert [measure.unit for measure in measures if measure.unit is None or is_town(measure.unit)] == []
    for measure in measures:
        moves = [step.move for step in lived.cases.load(measure.source_case or measure.id).steps]
        assert moves.index(Move.SUBMIT) < moves.index(Move.ENFORCE)


def test_companies_were_told_before_and_nobody_went_alone(lived: Office) -> None:
    inspections = [case for case in cases_of(lived, Kind.INSPECTION) if isinstance(case, Inspection)]
    assert min(len(inspection.inspectors) for inspection in inspections) >= LEAST_INSPECTORS
    filed = [inspection for inspection in inspections if inspection.filed_at]
    assert all(i.filed_at and i.filed_at < i.reported_at for i in filed)
    assert {i.status for i in filed} == {Status.FILED, Status.RECORDED}


def test_hazards_that_are_ordered_bear_the_number_of_a_notice_on_file(lived: Office) -> None:
    notices = {notice.number for notice in cases_of(lived, Kind.NOTICE)}
    ordered = {hazard.notice_number for hazard in hazards_of(lived) if hazard.notice_number}
    assert ordered
    assert ordered <= notices
