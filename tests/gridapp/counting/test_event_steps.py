"""What the course of an event counts for: each step on its own day, what waits to be verified as a balance."""

from datetime import date, datetime

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import event
from tests.offices import at

JANUARY, FEBRUARY, MARCH = at(2018, 1, 10), at(2018, 2, 10), at(2018, 3, 10)


def stepped(*steps: tuple[Move, datetime, Status]) -> Event:
    """An event that has taken some steps."""
    return event(steps=tuple(Step(move=m, at=when, person="演示员", status=s) for m, when, s in steps))


def booked(case: Case, *measures: str) -> list[tuple[str, date, int]]:
    """The postings of some measures by day."""
    wanted = {f"event.{measure}" for measure in measures}
    told = [
        (p.measure.removeprefix("event."), p.day, int(p.quantity)) for p in postings_of(case) if p.measure in wanted
    ]
    return sorted(told, key=lambda line: (line[1], line[0]))


@pytest.mark.parametrize(
    ("move", "status", "measure"),
    [
        (Move.SELF_CLOSE, Status.SELF_CLOSED, "self_closed"),
        (Move.GRANT_ESCALATION, Status.ESCALATED, "escalated"),
        (Move.RETURN, Status.RETURNED, "returned"),
        (Move.RETURN_UNIT, Status.UNIT_RETURNED, "returned"),
        (Move.GRANT_EXTENSION, Status.PROCESSING, "extended"),
    ],
)
def test_a_step_counts_on_its_own_day(move: Move, status: Status, measure: str) -> None:
    assert booked(stepped((move, FEBRUARY, status)), measure) == [(measure, date(2018, 2, 10), 1)]


def test_what_a_sample_finds_untrue_was_not_handled_by_the_reporter() -> None:
    case = stepped((Move.SELF_CLOSE, JANUARY, Status.SELF_CLOSED), (Move.REFUTE, FEBRUARY, Status.REPORTED))
    assert booked(case, "self_closed") == [
        ("self_closed", date(2018, 1, 10), 1),
        ("self_closed", date(2018, 2, 10), -1),
    ]


def test_what_was_fed_back_waits_until_it_is_closed_and_is_verified_by_that() -> None:
    case = stepped(
        (Move.FEEDBACK, JANUARY, Status.FEEDBACK),
        (Move.VERIFY, FEBRUARY, Status.FEEDBACK),
        (Move.CLOSE, MARCH, Status.CLOSED),
    )
    assert booked(case, "fed_back", "feedback_left", "verified") == [
        ("fed_back", date(2018, 1, 10), 1),
        ("feedback_left", date(2018, 3, 10), 1),
        ("verified", date(2018, 3, 10), 1),
    ]


def test_what_is_sent_back_waits_no_longer_and_is_not_verified() -> None:
    case = stepped((Move.FEEDBACK, JANUARY, Status.FEEDBACK), (Move.REWORK, FEBRUARY, Status.REWORK))
    assert booked(case, "fed_back", "feedback_left", "verified") == [
        ("fed_back", date(2018, 1, 10), 1),
        ("feedback_left", date(2018, 2, 10), 1),
    ]
