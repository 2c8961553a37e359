"""What a grid event counts for."""

from datetime import date

from gridapp.counting.posting import Dimensions
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Closing
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import event
from tests.offices import TOWN, VILLAGES, at


def test_an_event_is_posted_under_its_place_its_leaf_and_its_reporter() -> None:
    case = event(
        grid=f"{VILLAGES[0]}-01",
        reporter="演示网格员",
        handler="演示承办人",
        source="巡查发现",
        level="一般",
        campaign="演示行动",
    )
    (posting,) = postings_of(case)
    assert posting.dimensions == Dimensions(
        town=TOWN,
        village=VILLAGES[0],
        grid=f"{VILLAGES[0]}-01",
        platform="ZF",
        major="ZF03",
        category="ZF0303",
        level="一般",
        channel="巡查发现",
        staff="演示网格员",
        campaign="演示行动",
    )


def test_a_late_closing_and_one_in_time_count_apart() -> None:
    due = at(2018, 1, 10, 12)
    case = event(
        due_at=due,
        closings=(
            Closing(closed_at=at(2018, 1, 9), due_at=due, reopened_at=at(2018, 1, 10)),
            Closing(closed_at=at(2018, 1, 15), due_at=due),
        ),
    )
    counted = {(p.measure, p.day, int(p.quantity)) for p in postings_of(case) if p.measure.startswith("event.closed_")}
    assert counted == {
        ("event.closed_on_time", date(2018, 1, 9), 1),
        ("event.closed_on_time", date(2018, 1, 10), -1),
        ("event.closed_late", date(2018, 1, 15), 1),
    }


def test_on_time_and_late_make_up_all_closings_on_every_day() -> None:
    due = at(2018, 1, 10, 12)
    moments = [at(2018, 1, 9), at(2018, 1, 12), at(2018, 2, 1)]
    closings = tuple(Closing(closed_at=m, due_at=due, reopened_at=m) for m in moments[:2])
    case = event(due_at=due, closings=(*closings, Closing(closed_at=moments[2])))
    sums = dict.fromkeys(("event.closed", "event.closed_on_time", "event.closed_late"), 0)
    for posting in postings_of(case):
        if posting.measure in sums:
            sums[posting.measure] += int(posting.quantity)
    assert sums["event.closed"] == sums["event.closed_on_time"] + sums["event.closed_late"] == 1


def test_an_event_of_a_category_that_no_longer_exists_still_counts() -> None:
    (posting,) = postings_of(event(category="旧类别"))
    assert (posting.dimensions.category, posting.dimensions.platform) == ("旧类别", None)


def test_an_event_is_not_overdue_while_it_stood_as_not_accepted() -> None:
    due = at(2018, 1, 10, 12)
    steps = (
        Step(move=Move.REJECT, at=at(2018, 1, 20), person="演示员", status=Status.INVALID, due_at=due),
        Step(move=Move.RECONSIDER, at=at(2018, 2, 5), person="演示员", status=Status.REPORTED, due_at=due),
    )
    late = {
        (p.day, int(p.quantity)) for p in postings_of(event(due_at=due, steps=steps)) if p.measure == "event.overdue"
    }
    assert late == {(date(2018, 1, 10), 1), (date(2018, 1, 20), -1), (date(2018, 2, 5), 1)}
