"""What a hazard counts for: always in its own counting unit."""

from datetime import date, datetime
from typing import Any

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.move import Move
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import hazard
from tests.offices import at

DUE = at(2018, 1, 11)
LATER = at(2018, 2, 11)


def booked(case: Case, *measures: str) -> list[tuple[str, date, int]]:
    """The postings of some measures, without the name of the kind, by day."""
    names = {f"hazard.{measure}" for measure in measures}
    told = [
        (p.measure.removeprefix("hazard."), p.day, int(p.quantity)) for p in postings_of(case) if p.measure in names
    ]
    return sorted(told, key=lambda line: (line[1], line[0], line[2]))


def stepped(*steps: tuple[Move, datetime, datetime | None, Status], **fields: Any) -> Hazard:
    """A hazard that has taken some steps, each with the limit that held until then and where it led."""
    taken = (Step(move=m, at=when, person="演示员", status=status, due_at=due) for m, when, due, status in steps)
    return hazard(steps=tuple(taken), **fields)


@pytest.mark.parametrize("unit", list(CountingUnit))
def test_every_posting_of_a_hazard_bears_its_unit(unit: CountingUnit) -> None:
    case = hazard(
        counting_unit=unit,
        due_at=DUE,
        place_type="合用场所",
        level="重大",
        closings=(Closing(closed_at=at(2018, 1, 20), due_at=DUE, reopened_at=at(2018, 2, 1)),),
        rechecks=(Recheck(at=at(2018, 1, 19), result=RecheckResult.PASSED),),
    )
    postings = postings_of(case)
    assert {"hazard.found", "hazard.removed", "hazard.major_removed", "hazard.rechecks_passed"} <= {
        p.measure for p in postings
    }
    assert {(p.dimensions.unit, p.dimensions.place_type) for p in postings} == {(unit, "合用场所")}


def test_a_limit_falls_on_its_last_day_and_is_met_by_what_was_mended_before() -> None:
    closing = Closing(closed_at=at(2018, 1, 20), due_at=DUE, handled_at=at(2018, 1, 9))
    case = hazard(due_at=DUE, closings=(closing,))
    assert booked(case, "fell_due", "met_limit") == [
        ("fell_due", date(2018, 1, 10), 1),
        ("met_limit", date(2018, 1, 10), 1),
    ]
    assert booked(case, "removed_on_time", "removed_late") == [("removed_on_time", date(2018, 1, 20), 1)]


def test_what_is_not_struck_off_or_was_mended_late_has_not_met_its_limit() -> None:
    late = hazard(due_at=DUE, closings=(Closing(closed_at=at(2018, 1, 20), due_at=DUE),))
    for case in (hazard(due_at=DUE), late):
        assert booked(case, "fell_due", "met_limit") == [("fell_due", date(2018, 1, 10), 1)]


def test_a_limit_put_off_before_it_fell_is_none() -> None:
    case = stepped((Move.EXTEND, at(2018, 1, 9), DUE, Status.RECTIFYING), due_at=LATER)
    assert booked(case, "fell_due") == [("fell_due", date(2018, 2, 10), 1)]


def test_a_limit_put_off_after_it_fell_was_missed() -> None:
    case = stepped((Move.EXTEND, at(2018, 1, 15), DUE, Status.RECTIFYING), due_at=LATER)
    assert booked(case, "fell_due") == [("fell_due", date(2018, 1, 10), 1), ("fell_due", date(2018, 2, 10), 1)]


def test_a_reopening_takes_the_limit_of_its_round_back_too() -> None:
    ended = Closing(closed_at=at(2018, 1, 5), due_at=DUE, reopened_at=at(2018, 1, 20))
    case = stepped((Move.REOPEN, at(2018, 1, 20), DUE, Status.RECTIFYING), due_at=LATER, closings=(ended,))
    assert booked(case, "fell_due", "met_limit") == [
        ("fell_due", date(2018, 1, 10), 1),
        ("met_limit", date(2018, 1, 10), 1),
        ("fell_due", date(2018, 1, 20), -1),
        ("met_limit", date(2018, 1, 20), -1),
        ("fell_due", date(2018, 2, 10), 1),
    ]


def test_a_limit_that_is_over_when_it_is_reopened_falls_again_on_that_day_and_changes_no_earlier_month() -> None:
    ended = Closing(closed_at=at(2018, 1, 5), due_at=DUE, reopened_at=at(2018, 2, 1))
    case = stepped((Move.REOPEN, at(2018, 2, 1), DUE, Status.RECTIFYING), due_at=DUE, closings=(ended,))
    assert booked(case, "fell_due", "met_limit") == [
        ("fell_due", date(2018, 1, 10), 1),
        ("met_limit", date(2018, 1, 10), 1),
        ("met_limit", date(2018, 2, 1), -1),
    ]


def test_a_limit_that_was_over_when_it_was_reopened_and_is_then_put_off_was_missed_again() -> None:
    ended = Closing(closed_at=at(2018, 1, 15), due_at=DUE, reopened_at=at(2018, 1, 20))
    steps = (
        (Move.REOPEN, at(2018, 1, 20), DUE, Status.RECTIFYING),
        (Move.EXTEND, at(2018, 1, 22), DUE, Status.RECTIFYING),
    )
    case = stepped(*steps, due_at=LATER, closings=(ended,))
    assert booked(case, "fell_due") == [("fell_due", date(2018, 1, 10), 1), ("fell_due", date(2018, 2, 10), 1)]


def test_only_the_first_striking_off_of_one_mended_on_the_spot_was_on_the_spot() -> None:
    closings = (
        Closing(closed_at=at(2018, 1, 3), reopened_at=at(2018, 1, 20)),
        Closing(closed_at=at(2018, 2, 1)),
    )
    assert booked(hazard(on_the_spot=True, closings=closings), "removed_on_the_spot") == [
        ("removed_on_the_spot", date(2018, 1, 3), 1),
        ("removed_on_the_spot", date(2018, 1, 20), -1),
    ]


def test_a_major_one_is_in_its_plan_until_it_is_struck_off() -> None:
    case = stepped(
        (Move.PUT_IN_PLAN, at(2018, 1, 9), DUE, Status.PLANNED),
        (Move.MEND, at(2018, 2, 1), LATER, Status.TO_RECHECK),
        (Move.RECHECK, at(2018, 2, 3), LATER, Status.STRUCK_OFF),
        level="重大",
        due_at=LATER,
        closings=(Closing(closed_at=at(2018, 2, 3), due_at=LATER),),
    )
    told = booked(case, "major_found", "major_planned", "major_plan_done", "major_removed")
    assert told == [
        ("major_found", date(2018, 1, 3), 1),
        ("major_planned", date(2018, 1, 9), 1),
        ("major_plan_done", date(2018, 2, 3), 1),
        ("major_removed", date(2018, 2, 3), 1),
    ]


def test_an_ordinary_one_has_no_part_in_the_block_of_major_ones() -> None:
    assert not [p for p in postings_of(hazard(level="一般")) if "major" in p.measure]


def test_every_recheck_counts_by_its_result() -> None:
    rechecks = tuple(Recheck(at=at(2018, 1, 5 + n), result=result) for n, result in enumerate(RecheckResult))
    assert booked(hazard(rechecks=rechecks), "rechecks_passed", "rechecks_partly", "rechecks_failed") == [
        ("rechecks_passed", date(2018, 1, 5), 1),
        ("rechecks_partly", date(2018, 1, 6), 1),
        ("rechecks_failed", date(2018, 1, 7), 1),
    ]


def test_a_ledgers_notice_counts_on_the_day_of_the_finding() -> None:
    assert booked(hazard(notice_number="演示1号"), "ordered") == [("ordered", date(2018, 1, 3), 1)]


def test_what_is_ordered_reported_upward_and_listed_counts_each_on_its_day() -> None:
    case = stepped(
        (Move.ORDER_MENDING, at(2018, 1, 4), None, Status.RECTIFYING),
        (Move.SUBMIT, at(2018, 1, 5), DUE, Status.SUBMITTED),
        (Move.LIST_PUBLICLY, at(2018, 1, 6), DUE, Status.SUBMITTED),
        (Move.DELIST, at(2018, 2, 6), DUE, Status.SUBMITTED),
        due_at=DUE,
        notice_number="演示1号",
    )
    assert booked(case, "ordered", "submitted", "listed", "delisted") == [
        ("ordered", date(2018, 1, 4), 1),
        ("submitted", date(2018, 1, 5), 1),
        ("listed", date(2018, 1, 6), 1),
        ("delisted", date(2018, 2, 6), 1),
    ]
