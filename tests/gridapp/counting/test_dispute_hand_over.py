"""Which committee a dispute counts for that went from one to another (移交)."""

from dataclasses import replace
from datetime import date, datetime

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import Outcome
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import dispute
from tests.offices import at

FOUND, HANDED, ENDED = at(2018, 1, 3), at(2018, 1, 10), at(2018, 1, 20)


def handed(when: datetime = HANDED, unit: str | None = "演示村调委会", committee: str | None = "村") -> Step:
    """A hand-over, with who had it until then."""
    return Step(
        move=Move.HAND_OVER,
        at=when,
        person="演示员",
        status=Status.ACCEPTED,
        from_unit=unit,
        from_committee=committee,
    )


def booked(case: Case, *measures: str) -> set[tuple[str, date, str | None, int]]:
    """The postings of some measures by day and kind of committee."""
    return {
        (name, p.day, p.dimensions.committee, int(p.quantity))
        for p in postings_of(case)
        if (name := p.measure.removeprefix("dispute.")) in measures
    }


def test_what_befell_it_counts_for_the_committee_of_the_day() -> None:
    ended = Closing(closed_at=ENDED, outcome=Outcome.SUCCEEDED)
    case = dispute(reported=FOUND, steps=(handed(),), closings=(ended,), committee="乡镇", unit="演示镇调委会")
    assert booked(case, "found", "handed_out", "handed_in", "handled") == {
        ("found", date(2018, 1, 3), "村", 1),
        ("handed_out", date(2018, 1, 10), "村", 1),
        ("handed_in", date(2018, 1, 10), "乡镇", 1),
        ("handled", date(2018, 1, 20), "乡镇", 1),
    }


def test_it_is_overdue_with_the_committee_that_has_it() -> None:
    late = replace(handed(at(2018, 1, 15)), due_at=at(2018, 1, 9))
    case = dispute(reported=FOUND, steps=(late,), due_at=at(2018, 1, 9), committee="乡镇", status=Status.ACCEPTED)
    assert booked(case, "overdue") == {
        ("overdue", date(2018, 1, 9), "村", 1),
        ("overdue", date(2018, 1, 15), "村", -1),
        ("overdue", date(2018, 1, 15), "乡镇", 1),
    }


def test_a_hand_over_that_an_older_program_kept_without_the_former_one_moves_nothing() -> None:
    case = dispute(reported=FOUND, steps=(handed(unit=None, committee=None),), committee="乡镇")
    assert booked(case, "found", "handed_out", "handed_in") == {("found", date(2018, 1, 3), "乡镇", 1)}


def test_a_committee_that_was_not_filled_in_is_left_as_such() -> None:
    case = dispute(reported=FOUND, steps=(handed(unit="", committee=""),), committee="乡镇")
    assert booked(case, "found", "handed_in") == {
        ("found", date(2018, 1, 3), None, 1),
        ("handed_in", date(2018, 1, 10), "乡镇", 1),
    }
