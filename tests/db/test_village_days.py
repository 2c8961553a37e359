"""Windows of days over the lines of a village: about as many lines as asked for, and never past the last day."""

from datetime import date

import pytest

from db.village_days import VillageDays
from gridapp.domain.period import Month

SPREAD = VillageDays(
    months=[(Month(2018, 1), 31), (Month(2018, 3), 62)],
    towns=frozenset({1}),
    first=date(2018, 1, 1),
    end=date(2018, 3, 21),
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
    assert SPREAD.between(None, date(2018, 1, 3)) == [date(2018, 1, 1), date(2018, 1, 2)]
    assert SPREAD.between(date(2018, 3, 19), None) == [date(2018, 3, 19), date(2018, 3, 20)]
    assert SPREAD.between(date(2018, 3, 20), date(2019, 1, 1)) == [date(2018, 3, 20)]
