"""Windows of days over the lines of a village: about as many lines as asked for, and never past the last day."""

from dataclasses import replace
from datetime import date

import pytest

from db.village_days import VillageDays
from gridapp.domain.period import Month

SPREAD = VillageDays(
    months=[(Month(2018, 1), 31), (Month(2018, 3), 62)],
    towns=frozenset({1}),
    first=date(2018, 1, 1),
    end=date(2018, 3, 21),
    left=31,
)


@pytest.mark.parametrize(
    ("start", "lines", "until"),
    [
        (None, 1, date(2018, 1, 2)),
        (None, 31, date(2018, 2, 1)),
        (date(2018, 1, 11), 10, date(2018, 1, 21)),
        (None, 41, date(2018, 3, 6)),
        (date(2018, 2, 10), 2, date(2018, 3, 2)),
    ],
    ids=["a day", "a month", "from a day on", "over a month without any", "from a month without any"],
)
def test_a_window_holds_about_as_many_lines(start: date | None, lines: int, until: date) -> None:
    assert SPREAD.until(start, lines) == until


@pytest.mark.parametrize("lines", [71, 94], ids=["after the last day", "more than there are"])
def test_the_last_window_has_no_end(lines: int) -> None:
    assert SPREAD.until(None, lines) is None


def test_days_are_those_from_the_first_up_to_the_last() -> None:
    assert SPREAD.between(None, date(2018, 1, 3)) == [20180101, 20180102]
    assert SPREAD.between(date(2018, 3, 19), None) == [20180319, 20180320]
    assert SPREAD.between(date(2018, 3, 20), date(2019, 1, 1)) == [20180320]


def test_cases_that_are_left_lie_among_all_lines_alike() -> None:
    assert SPREAD.holding(10) == 30


def test_lines_after_the_last_day_hold_nothing() -> None:
    assert replace(SPREAD, end=date(2018, 2, 1)).holding(10) == 10


def test_where_nothing_is_left_the_most_lines_are_looked_at() -> None:
    assert replace(SPREAD, left=0).holding(10) == 930
