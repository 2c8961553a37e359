"""How the demonstration's ledgers grew: nothing is told before it happened, nor after its month was to be reported."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from gridapp.demonstration.growing import Growing
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of
from gridapp.importing.reading.cells import Cell, Row

PLACES = {"village": 0, "reported_at": 1, "closed_at": 2, "result": 3}
LAST = date(2018, 6, 30)
VILLAGES = [f"演示{n}村" for n in range(12)]

HandedIn = Sequence[tuple[datetime, Sequence[Row]]]


def handed_in(rows: Sequence[Sequence[Cell]], kind: Kind = Kind.EVENT, places: Mapping[str, int] = PLACES) -> HandedIn:
    numbered = [Row(number, cells) for number, cells in enumerate(rows, 4)]
    return list(Growing("演示镇", kind, places, LAST).handed_in(numbered))


def reports() -> list[list[Cell]]:
    """One from every village at ten in the morning of each day of the first five months."""
    first = datetime(2018, 1, 1, 10)
    return [[village, first + timedelta(days=n)] for n in range(150) for village in VILLAGES]


def waiting_times() -> Mapping[str, list[timedelta]]:
    """How long each village's reports lay before they were handed in."""
    times: dict[str, list[timedelta]] = {village: [] for village in VILLAGES}
    for at, rows in handed_in(reports()):
        for row in rows:
            village, reported = row.cells
            assert isinstance(reported, datetime)
            times[str(village)].append(at - reported.replace(tzinfo=SHANGHAI))
    return times


def test_everything_is_handed_in_once_and_not_before_it_happened() -> None:
    times = waiting_times()
    assert {len(waited) for waited in times.values()} == {150}
    assert min(min(waited) for waited in times.values()) > timedelta(0)


def test_some_villages_are_later_than_others() -> None:
    prompt = {sum(waited <= timedelta(days=1) for waited in waited_for) for waited_for in waiting_times().values()}
    assert len(prompt) > 2


def test_a_case_that_ends_later_is_handed_in_twice() -> None:
    cells: list[Cell] = ["演示村", datetime(2018, 3, 5, 10), datetime(2018, 4, 20, 9), "演示：已清理"]
    (first, (open_row,)), (second, (closed_row,)) = handed_in([cells])
    assert first < datetime(2018, 4, 20, 9, tzinfo=SHANGHAI) < second
    assert list(open_row.cells) == [*cells[:2], "", ""]
    assert list(closed_row.cells) == cells


def test_what_is_older_than_the_office_comes_on_its_first_day() -> None:
    ((at, _),) = handed_in([["演示村", datetime(2017, 8, 1, 10)]])
    assert day_of(at) == date(2017, 12, 29)


def test_a_month_is_complete_on_the_first_working_day_after_it() -> None:
    (at,) = {at for at, _ in handed_in([[village, datetime(2018, 2, 28, 20)] for village in VILLAGES])}
    assert day_of(at) == date(2018, 3, 1)


def test_a_ledger_is_complete_on_the_working_day_after_its_end() -> None:
    (at,) = {at for at, _ in handed_in([[village, datetime(2018, 6, 30, 9)] for village in VILLAGES])}
    assert day_of(at) == date(2018, 7, 2)


def test_other_ledgers_than_that_of_events_are_handed_in_when_a_month_is_over() -> None:
    days = [day_of(at) for at, _ in handed_in(reports(), Kind.DISPUTE)]
    assert [day.month for day in days] == [1, 2, 3, 4, 5, 6]
    assert max(day.day for day in days) <= 2


def test_a_backlog_is_told_when_it_was_entered_and_again_when_it_was_resolved() -> None:
    places = {"reported_at": 0, "backlog": 1, "backlog_entered_at": 2, "backlog_resolved_at": 3}
    entered, resolved = datetime(2018, 2, 6, 9), datetime(2018, 5, 8, 9)
    told = handed_in([[datetime(2018, 1, 3, 9), "否", entered, resolved]], Kind.PETITION, places)
    assert [list(rows[0].cells[1:]) for _, rows in told] == [
        ["", "", ""],
        ["", entered, ""],
        ["否", entered, resolved],
    ]
