"""New, closed and overdue: the postings that all cases with a beginning and an end share."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from tests.gridapp.bare_cases import bare, event
from tests.offices import at

MEASURES = {
    Kind.EVENT: ("event.reported", "event.closed"),
    Kind.DISPUTE: ("dispute.found", "dispute.handled"),
    Kind.PETITION: ("petition.registered", "petition.finished"),
    Kind.HAZARD: ("hazard.found", "hazard.removed"),
}

Line = tuple[str, date, int]


def booked(case: Case, *measures: str) -> set[Line]:
    """Measure, day and quantity of a case's postings, of some measures or of all."""
    return {(p.measure, p.day, int(p.quantity)) for p in postings_of(case) if not measures or p.measure in measures}


REOPENED_ONCE = (
    Closing(closed_at=at(2018, 1, 20, 15), reopened_at=at(2018, 2, 5, 10)),
    Closing(closed_at=at(2018, 2, 10, 9)),
)


def test_the_event_of_the_design_counts_exactly_so() -> None:
    assert booked(event(closings=REOPENED_ONCE)) == {
        ("event.reported", date(2018, 1, 3), 1),
        ("event.closed", date(2018, 1, 20), 1),
        ("event.closed", date(2018, 2, 5), -1),
        ("event.reopened", date(2018, 2, 5), 1),
        ("event.closed", date(2018, 2, 10), 1),
        ("event.closed_on_time", date(2018, 1, 20), 1),
        ("event.closed_on_time", date(2018, 2, 5), -1),
        ("event.closed_on_time", date(2018, 2, 10), 1),
    }


@pytest.mark.parametrize("kind", list(MEASURES))
def test_every_kind_with_an_end_counts_new_and_ended_net(kind: Kind) -> None:
    new, ended = MEASURES[kind]
    assert booked(bare(kind, closings=REOPENED_ONCE), new, ended, f"{kind}.reopened") == {
        (new, date(2018, 1, 3), 1),
        (ended, date(2018, 1, 20), 1),
        (ended, date(2018, 2, 5), -1),
        (ended, date(2018, 2, 10), 1),
        (f"{kind}.reopened", date(2018, 2, 5), 1),
    }


@pytest.mark.parametrize("kind", list(Kind))
def test_a_voided_case_of_any_kind_leaves_only_its_memo(kind: Kind) -> None:
    gone = Exclusion(at=at(2018, 3, 2), reason="登记错误")
    assert booked(bare(kind, excluded=gone)) == {(f"{kind}.voided", date(2018, 3, 2), 1)}


@pytest.mark.parametrize("kind", list(MEASURES))
def test_a_case_that_was_merged_away_leaves_only_its_memo(kind: Kind) -> None:
    gone = Exclusion(at=at(2018, 3, 2), reason="重复", merged_into=case_id_at(at(2018, 1, 1), 1))
    case = bare(kind, closings=REOPENED_ONCE, excluded=gone, due_at=at(2018, 1, 10))
    assert booked(case) == {(f"{kind}.merged", date(2018, 3, 2), 1)}


def test_closed_and_reopened_on_one_day_comes_to_no_closing_but_a_reopening() -> None:
    closing = Closing(closed_at=at(2018, 1, 20, 9), reopened_at=at(2018, 1, 20, 17))
    case = event(closings=(closing,))
    assert booked(case, "event.closed", "event.reopened") == {("event.reopened", date(2018, 1, 20), 1)}


def test_a_case_counts_on_the_day_it_is_in_shanghai() -> None:
    late = event(reported=at(2018, 1, 31, 23, 59))
    assert booked(late, "event.reported") == {("event.reported", date(2018, 1, 31), 1)}


@pytest.mark.parametrize(
    ("due", "closings", "overdue"),
    [
        (None, (), set()),
        (at(2018, 1, 10, 12), (), {(date(2018, 1, 10), 1)}),
        # A limit given as a day is 24:00 of it: the day after is the first at whose end it is past.
        (at(2018, 1, 11), (), {(date(2018, 1, 11), 1)}),
        (at(2018, 1, 2), (), {(date(2018, 1, 3), 1)}),
        (at(2018, 1, 11), (at(2018, 1, 10, 23),), set()),
        (at(2018, 1, 11), (at(2018, 1, 15),), {(date(2018, 1, 11), 1), (date(2018, 1, 15), -1)}),
        (at(2018, 1, 10, 12), (at(2018, 1, 10, 18),), set()),
    ],
)
def test_overdue_is_from_the_first_day_whose_end_is_past_the_limit_until_the_closing(
    due: datetime | None, closings: tuple[datetime, ...], overdue: set[tuple[date, int]]
) -> None:
    case = event(due_at=due, closings=tuple(Closing(closed_at=moment, due_at=due) for moment in closings))
    assert {(day, quantity) for _, day, quantity in booked(case, "event.overdue")} == overdue


def test_a_case_reopened_past_its_limit_is_overdue_from_that_day() -> None:
    due = at(2018, 1, 11)
    closing = Closing(closed_at=at(2018, 1, 9), due_at=due, reopened_at=at(2018, 2, 5))
    assert booked(event(due_at=due, closings=(closing,)), "event.overdue") == {("event.overdue", date(2018, 2, 5), 1)}


def test_every_quantity_is_whole() -> None:
    assert {p.quantity for p in postings_of(event(closings=REOPENED_ONCE))} == {Decimal(1), Decimal(-1)}
