"""Which limits of events fall in a month, and which of them were met (按期结案率)."""

from datetime import date, datetime

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import event
from tests.offices import at

DUE, LATER = at(2018, 1, 11), at(2018, 2, 11)
FELL, MET = ("fell_due", date(2018, 1, 10)), ("met_limit", date(2018, 1, 10))


def booked(case: Case) -> list[tuple[str, date, int]]:
    """What its limits count for; a limit at midnight is that of the day before."""
    wanted = {"event.fell_due", "event.met_limit"}
    told = [
        (p.measure.removeprefix("event."), p.day, int(p.quantity)) for p in postings_of(case) if p.measure in wanted
    ]
    return sorted(told, key=lambda line: (line[1], line[0]))


def step(move: Move, when: datetime, status: Status, held: datetime = DUE) -> Step:
    """A step with the limit that held until then."""
    return Step(move=move, at=when, person="演示员", status=status, due_at=held)


def test_an_event_closed_in_time_meets_its_limit_on_the_day_on_which_it_falls() -> None:
    case = event(due_at=DUE, closings=(Closing(closed_at=at(2018, 1, 5), due_at=DUE),))
    assert booked(case) == [(*FELL, 1), (*MET, 1)]


def test_an_event_closed_late_has_missed_it() -> None:
    case = event(due_at=DUE, closings=(Closing(closed_at=at(2018, 1, 12), due_at=DUE),))
    assert booked(case) == [(*FELL, 1)]


def test_an_event_without_a_limit_is_due_on_no_day() -> None:
    assert booked(event(closings=(Closing(closed_at=at(2018, 1, 5)),))) == []


def test_an_open_event_is_due_on_its_last_day() -> None:
    assert booked(event(due_at=DUE)) == [(*FELL, 1)]


def test_feedback_in_time_meets_the_limit_before_it_is_verified() -> None:
    steps = (step(Move.FEEDBACK, at(2018, 1, 5), Status.FEEDBACK),)
    assert booked(event(due_at=DUE, status=Status.FEEDBACK, steps=steps)) == [(*FELL, 1), (*MET, 1)]


def test_while_the_clock_stands_still_no_limit_falls() -> None:
    steps = (step(Move.GRANT_SUSPENSION, at(2018, 1, 5), Status.SUSPENDED),)
    assert booked(event(due_at=DUE, status=Status.SUSPENDED, steps=steps)) == []


def test_a_limit_that_was_over_before_the_clock_stopped_has_fallen() -> None:
    steps = (step(Move.GRANT_SUSPENSION, at(2018, 1, 12), Status.SUSPENDED),)
    assert booked(event(due_at=DUE, status=Status.SUSPENDED, steps=steps)) == [(*FELL, 1)]


def test_a_limit_put_off_before_it_fell_was_none() -> None:
    steps = (step(Move.GRANT_EXTENSION, at(2018, 1, 5), Status.PROCESSING),)
    case = event(due_at=LATER, status=Status.PROCESSING, steps=steps)
    assert booked(case) == [("fell_due", date(2018, 2, 10), 1)]


def test_a_limit_put_off_after_it_fell_was_missed() -> None:
    steps = (step(Move.GRANT_EXTENSION, at(2018, 1, 12), Status.PROCESSING),)
    case = event(due_at=LATER, status=Status.PROCESSING, steps=steps)
    assert booked(case) == [(*FELL, 1), ("fell_due", date(2018, 2, 10), 1)]


def test_a_reopening_takes_the_limit_of_its_round_back() -> None:
    first = Closing(closed_at=at(2018, 1, 5), due_at=DUE, reopened_at=at(2018, 2, 1))
    steps = (step(Move.REOPEN, at(2018, 2, 1), Status.REOPENED),)
    case = event(due_at=LATER, status=Status.REOPENED, steps=steps, closings=(first,))
    assert booked(case) == [
        (*FELL, 1),
        (*MET, 1),
        ("fell_due", date(2018, 2, 1), -1),
        ("met_limit", date(2018, 2, 1), -1),
        ("fell_due", date(2018, 2, 10), 1),
    ]


def test_a_limit_that_is_over_when_it_is_reopened_falls_again_on_that_day_and_changes_no_earlier_month() -> None:
    first = Closing(closed_at=at(2018, 1, 5), due_at=DUE, reopened_at=at(2018, 2, 1))
    steps = (step(Move.REOPEN, at(2018, 2, 1), Status.REOPENED),)
    case = event(due_at=DUE, status=Status.REOPENED, steps=steps, closings=(first,))
    assert booked(case) == [(*FELL, 1), (*MET, 1), ("met_limit", date(2018, 2, 1), -1)]


def test_a_limit_that_was_over_when_it_was_reopened_and_is_then_put_off_was_missed_again() -> None:
    first = Closing(closed_at=at(2018, 1, 15), due_at=DUE, reopened_at=at(2018, 1, 20))
    steps = (
        step(Move.REOPEN, at(2018, 1, 20), Status.REOPENED),
        step(Move.GRANT_EXTENSION, at(2018, 1, 22), Status.REOPENED),
    )
    case = event(due_at=LATER, status=Status.REOPENED, steps=steps, closings=(first,))
    assert booked(case) == [(*FELL, 1), ("fell_due", date(2018, 2, 10), 1)]
