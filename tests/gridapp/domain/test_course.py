"""The course of an event as the field has it: every state with the states that may follow (domain.md §1.4)."""

import pytest

from gridapp.domain.course import EVENT_COURSE, lawful, ways_on
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import DONE, OPEN, RUNNING, Status

NEXT = {
    Status.REPORTED: {Status.ACCEPTED, Status.INVALID, Status.RETURNED, Status.SELF_CLOSED},
    Status.RETURNED: {Status.REPORTED, Status.INVALID},
    Status.INVALID: {Status.REPORTED},
    Status.SELF_CLOSED: {Status.CLOSED, Status.REPORTED},
    Status.ACCEPTED: {Status.ASSIGNED, Status.ESCALATED, Status.CLOSED},
    Status.ASSIGNED: {Status.PROCESSING, Status.UNIT_RETURNED},
    Status.PROCESSING: {Status.FEEDBACK, Status.UNIT_RETURNED, Status.SUSPENDED, Status.ESCALATED},
    Status.UNIT_RETURNED: {Status.ASSIGNED},
    Status.SUSPENDED: {Status.PROCESSING},
    Status.ESCALATED: {Status.PROCESSING, Status.FEEDBACK},
    Status.FEEDBACK: {Status.CLOSED, Status.REWORK},
    Status.REWORK: {Status.FEEDBACK},
    Status.CLOSED: {Status.EVALUATED, Status.ARCHIVED, Status.REOPENED},
    Status.EVALUATED: {Status.ARCHIVED},
    Status.ARCHIVED: set(),
    Status.REOPENED: {Status.PROCESSING, Status.ASSIGNED, Status.CLOSED},
}


@pytest.mark.parametrize("status", list(Status))
def test_from_a_state_an_event_goes_on_to_exactly_these(status: Status) -> None:
    assert {EVENT_COURSE[move].target for move in ways_on(Kind.EVENT, status)} == NEXT[status]


@pytest.mark.parametrize("kind", [Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_the_other_kinds_are_received_closed_and_reopened(kind: Kind) -> None:
    moves = {status: set(lawful(kind, status)) for status in Status if lawful(kind, status)}
    assert moves == {
        Status.REPORTED: {Move.ACCEPT, Move.CLOSE},
        Status.ACCEPTED: {Move.CLOSE},
        Status.CLOSED: {Move.REOPEN},
        Status.REOPENED: {Move.CLOSE},
    }


def test_a_case_is_waited_for_unless_it_is_done_or_was_not_accepted() -> None:
    assert frozenset(Status) - OPEN == {*DONE, Status.INVALID}


def test_the_time_for_handling_stands_still_where_somebody_else_is_waited_for() -> None:
    assert {Status.RETURNED, Status.SUSPENDED, Status.ESCALATED, Status.FEEDBACK} == OPEN - RUNNING


def test_every_state_has_a_name_of_its_own() -> None:
    assert len({status.label for status in Status}) == len(Status)
