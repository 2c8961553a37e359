"""The courses as the field has them: every state with the states that may follow (domain.md §1.4, §3.2)."""

from collections.abc import Mapping

import pytest

from gridapp.domain.course import course_of, lawful, ways_on
from gridapp.domain.dispute import Outcome
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.move import ENDING, Move
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.status import AGREED, DONE, OPEN, RECTIFIED, REGISTERED, RUNNING, Status

ENDED = {Status.AGREED, Status.TERMINATED, Status.WITHDRAWN, Status.TRANSFERRED}

NEXT = {
    Status.REPORTED: {Status.ACCEPTED, Status.INVALID, Status.RETURNED, Status.SELF_CLOSED},
    Status.RETURNED: {Status.REPORTED, Status.INVALID},
    Status.INVALID: {Status.REPORTED},
    Status.SELF_CLOSED: {Status.CLOSED, Status.REPORTED},
    Status.ACCEPTED: {Status.ASSIGNED, Status.ESCALATED, Status.CLOSED, Status.REFERRED},
    Status.ASSIGNED: {Status.PROCESSING, Status.UNIT_RETURNED, Status.REFERRED},
    Status.PROCESSING: {
        Status.FEEDBACK,
        Status.UNIT_RETURNED,
        Status.SUSPENDED,
        Status.ESCALATED,
        Status.REFERRED,
    },
    Status.UNIT_RETURNED: {Status.ASSIGNED},
    Status.SUSPENDED: {Status.PROCESSING},
    Status.ESCALATED: {Status.PROCESSING, Status.FEEDBACK},
    Status.FEEDBACK: {Status.CLOSED, Status.REWORK, Status.REFERRED},
    Status.REWORK: {Status.FEEDBACK, Status.REFERRED},
    Status.CLOSED: {Status.EVALUATED, Status.ARCHIVED, Status.REOPENED},
    Status.EVALUATED: {Status.ARCHIVED},
    Status.ARCHIVED: set(),
    Status.REOPENED: {Status.PROCESSING, Status.ASSIGNED, Status.CLOSED, Status.REFERRED},
    Status.REFERRED: {Status.FEEDBACK, Status.PROCESSING},
}


DISPUTE_NEXT = {
    Status.REPORTED: {Status.ACCEPTED, Status.INVALID, Status.WITHDRAWN, Status.TRANSFERRED},
    Status.INVALID: {Status.REPORTED},
    Status.ACCEPTED: {Status.MEDIATING, *ENDED},
    Status.MEDIATING: {Status.ACCEPTED, *ENDED},
    Status.AGREED: {Status.PERFORMED, Status.UNPERFORMED, Status.ARCHIVED, Status.REOPENED},
    Status.PERFORMING: {Status.PERFORMED, Status.UNPERFORMED, Status.REOPENED},
    Status.PERFORMED: {Status.ARCHIVED, Status.REOPENED},
    Status.UNPERFORMED: {Status.PERFORMED, Status.ARCHIVED, Status.REOPENED},
    Status.TERMINATED: {Status.ARCHIVED, Status.REOPENED},
    Status.WITHDRAWN: {Status.ARCHIVED, Status.REOPENED},
    Status.TRANSFERRED: {Status.ARCHIVED, Status.REOPENED},
    Status.ARCHIVED: set(),
    Status.REOPENED: {Status.ACCEPTED, Status.MEDIATING, *ENDED},
}
"""An agreement that is not performed at once goes on to 履行中; see `test_effects.py`."""


@pytest.mark.parametrize("status", NEXT)
def test_from_a_state_an_event_goes_on_to_exactly_these(status: Status) -> None:
    assert {EVENT_COURSE[move].target for move in ways_on(Kind.EVENT, status)} == NEXT[status]


@pytest.mark.parametrize("status", DISPUTE_NEXT)
def test_from_a_state_a_dispute_goes_on_to_exactly_these(status: Status) -> None:
    assert {DISPUTE_COURSE[move].target for move in ways_on(Kind.DISPUTE, status)} == DISPUTE_NEXT[status]


@pytest.mark.parametrize(("kind", "known"), [(Kind.EVENT, NEXT), (Kind.DISPUTE, DISPUTE_NEXT)])
def test_a_course_leads_to_no_other_states(kind: Kind, known: Mapping[Status, object]) -> None:
    targets = {passage.target for passage in course_of(kind).values() if passage.target is not None}
    assert targets | {Status.REPORTED, Status.PERFORMING} == {*known, Status.PERFORMING}


HAZARD_NEXT = {
    **dict.fromkeys(
        (Status.TO_RECTIFY, Status.RECTIFYING, Status.UNRECTIFIED, Status.SUBMITTED, Status.ENFORCED, Status.PLANNED),
        frozenset({Status.RECTIFYING, Status.TO_RECHECK, Status.SUBMITTED, Status.ENFORCED, Status.PLANNED}),
    ),
    Status.TO_RECHECK: {Status.SUBMITTED},
    Status.TO_STRIKE_OFF: {Status.STRUCK_OFF, Status.SUBMITTED},
    Status.STRUCK_OFF: {Status.RECTIFYING},
}
"""A re-check leads where its result does; see `tests/gridapp/cases/hazard/test_moves.py`."""


@pytest.mark.parametrize("status", HAZARD_NEXT)
def test_from_a_state_a_hazard_goes_on_to_these(status: Status) -> None:
    on_the_spot = {Status.STRUCK_OFF} if status in (Status.TO_RECTIFY, Status.RECTIFYING) else set()
    targets = {HAZARD_COURSE[move].target for move in ways_on(Kind.HAZARD, status)}
    assert targets == (HAZARD_NEXT[status] | on_the_spot) - {status}


@pytest.mark.parametrize("status", [status for status in HAZARD_NEXT if status is not Status.TO_STRIKE_OFF])
def test_only_from_waiting_for_it_a_hazard_is_struck_off(status: Status) -> None:
    assert Move.STRIKE_OFF not in lawful(Kind.HAZARD, status)


@pytest.mark.parametrize("kind", [Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT, *sorted(REGISTERS)])
def test_an_entry_runs_no_course(kind: Kind) -> None:
    assert not course_of(kind)


def test_a_dispute_ends_by_one_of_its_own_moves_with_an_outcome_each() -> None:
    assert {DISPUTE_COURSE[move].target for move in ENDING} == {outcome.status for outcome in Outcome} == ENDED
    assert Move.CLOSE not in DISPUTE_COURSE


def test_the_agreement_is_in_force_in_the_states_that_it_leads_to() -> None:
    assert {status for status in Status if Move.REVISIT in lawful(Kind.DISPUTE, status)} == AGREED


def test_a_case_is_waited_for_unless_it_is_done_or_was_not_accepted() -> None:
    assert frozenset(Status) - OPEN == {*DONE, *REGISTERED, Status.INVALID}


def test_the_time_for_handling_stands_still_where_somebody_else_is_waited_for() -> None:
    elsewhere = {Status.RETURNED, Status.SUSPENDED, Status.ESCALATED, Status.FEEDBACK, Status.REFERRED, Status.REPLIED}
    assert elsewhere | RECTIFIED | {Status.FILED} == OPEN - RUNNING


def test_every_state_has_a_name_of_its_own() -> None:
    assert len({status.label for status in Status}) == len(Status)
