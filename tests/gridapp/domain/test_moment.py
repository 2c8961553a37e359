"""Days and moments: days of Asia/Shanghai, limits that run until 24:00."""

from datetime import UTC, date, datetime

import pytest

from gridapp.domain.moment import day_of, end_of, past, spoken, spoken_limit, start_of
from tests.offices import at


def test_a_day_begins_at_midnight_in_shanghai() -> None:
    assert start_of(date(2018, 6, 11)) == datetime(2018, 6, 10, 16, tzinfo=UTC)


def test_a_moment_late_in_utc_belongs_to_the_next_day_in_shanghai() -> None:
    assert day_of(datetime(2018, 6, 30, 16, 0, tzinfo=UTC)) == date(2018, 7, 1)
    assert day_of(datetime(2018, 6, 30, 15, 59, 59, tzinfo=UTC)) == date(2018, 6, 30)


@pytest.mark.parametrize(
    ("moment", "limit", "over"),
    [
        (at(2018, 6, 11, 15), at(2018, 6, 11, 15), False),
        (at(2018, 6, 11, 15, 1), at(2018, 6, 11, 15), True),
        (at(2018, 6, 11, 23, 59), end_of(date(2018, 6, 11)), False),
        (at(2018, 6, 12), end_of(date(2018, 6, 11)), True),
        (at(2018, 6, 11), end_of(date(2018, 6, 11)), False),
    ],
)
def test_a_limit_is_over_after_its_moment_and_a_days_limit_when_the_day_is(
    moment: datetime, limit: datetime, over: bool
) -> None:
    assert past(moment, limit) is over


def test_a_moment_is_spoken_without_the_clock_at_midnight() -> None:
    assert spoken(at(2018, 6, 11)) == "2018-06-11"
    assert spoken(at(2018, 6, 11, 9, 5)) == "2018-06-11 09:05"


def test_a_limit_that_runs_until_midnight_is_named_by_its_own_day() -> None:
    assert spoken_limit(end_of(date(2018, 6, 11))) == "2018-06-11"
    assert spoken_limit(at(2018, 6, 11, 17, 30)) == "2018-06-11 17:30"
