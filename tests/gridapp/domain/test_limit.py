"""Limits: what they say, and the moments at which they are over."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.limit import Limit, LimitUnit, extended, last_day_of, limit_from, parse_limit, shifted
from gridapp.domain.moment import SHANGHAI, end_of, spoken_limit
from gridapp.domain.office_hours import OfficeHours, office_hours
from gridapp.domain.problem import Refusal
from gridapp.domain.workdays import CalendarMissing
from tests.gridapp.domain.calendars import GIVEN
from tests.offices import at

HOURS = office_hours()
MOMENTS = st.datetimes(datetime(2018, 1, 2), datetime(2026, 6, 30), timezones=st.just(SHANGHAI))


def _due(start: datetime, limit: str) -> str:
    return spoken_limit(limit_from(start, parse_limit(limit), GIVEN, HOURS))


@pytest.mark.parametrize(
    ("text", "limit", "label"),
    [
        ("4h", Limit(4, LimitUnit.WORKING_HOURS), "4 个工作时"),
        ("2d", Limit(2, LimitUnit.WORKING_DAYS), "2 个工作日"),
        ("30D", Limit(30, LimitUnit.CALENDAR_DAYS), "30 日"),
        ("0d", Limit(0, LimitUnit.WORKING_DAYS), "当日"),
    ],
)
def test_a_limit_is_read_and_said(text: str, limit: Limit, label: str) -> None:
    assert parse_limit(text) == limit
    assert limit.label == label
    assert str(limit) == text


@pytest.mark.parametrize("text", ["", "d", "2", "2 d", "-1d", "2w", "R", "1.5h", "9999d"])
def test_a_limit_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="看不懂办理时限"):
        parse_limit(text)


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        (at(2018, 2, 14, 9), "2d", "2018-02-23"),
        (at(2018, 2, 14, 9), "5d", "2018-02-27"),
        (at(2018, 2, 14, 9), "10d", "2018-03-06"),
        (at(2018, 4, 27, 16, 59), "2d", "2018-05-02"),
        (at(2018, 9, 28, 8), "2d", "2018-09-30"),
        (at(2018, 3, 10, 10), "1d", "2018-03-12"),
        (at(2018, 6, 11, 23, 30), "0d", "2018-06-11"),
        (at(2018, 10, 1, 10), "0d", "2018-10-01"),
        (at(2018, 10, 1, 10), "0D", "2018-10-01"),
    ],
)
def test_working_days_end_at_midnight_of_the_last(start: datetime, limit: str, due: str) -> None:
    assert _due(start, limit) == due


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        (at(2018, 3, 1, 10), "30D", "2018-04-02"),
        (at(2018, 3, 2, 10), "30D", "2018-04-02"),
        (at(2018, 9, 1, 10), "30D", "2018-10-08"),
        (at(2018, 5, 8, 10), "15D", "2018-05-23"),
    ],
)
def test_calendar_days_that_end_on_a_free_day_end_with_the_next_working_day(
    start: datetime, limit: str, due: str
) -> None:
    assert _due(start, limit) == due


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        (at(2018, 3, 5, 8, 30), "2h", "2018-03-05 10:30"),
        (at(2018, 3, 5, 11), "2h", "2018-03-05 15:00"),
        (at(2018, 3, 5, 12, 30), "1h", "2018-03-05 15:00"),
        (at(2018, 3, 5, 7), "1h", "2018-03-05 09:30"),
        (at(2018, 3, 9, 17), "4h", "2018-03-12 12:00"),
        (at(2018, 3, 9, 17, 30), "1h", "2018-03-12 09:30"),
        (at(2018, 3, 10, 10), "1h", "2018-03-12 09:30"),
        (at(2018, 2, 14, 17), "1h", "2018-02-22 09:00"),
        (at(2018, 4, 28, 16), "4h", "2018-05-02 11:00"),
        (at(2018, 3, 5, 8, 30), "14h", "2018-03-06 17:30"),
        (at(2018, 3, 5, 13), "0h", "2018-03-05 14:00"),
    ],
)
def test_working_hours_run_inside_office_hours_of_working_days(start: datetime, limit: str, due: str) -> None:
    assert _due(start, limit) == due


def test_an_office_with_other_hours_has_other_limits() -> None:
    hours = OfficeHours(((time(9), time(17)),))
    due = limit_from(at(2018, 3, 5, 11), parse_limit("2h"), GIVEN, hours)
    assert spoken_limit(due) == "2018-03-05 13:00"


@pytest.mark.parametrize("limit", ["5d", "20D", "30h"])
def test_a_limit_that_reaches_into_an_unknown_year_is_not_guessed(limit: str) -> None:
    with pytest.raises(CalendarMissing, match="2027 年"):
        limit_from(at(2026, 12, 29, 9), parse_limit(limit), GIVEN, HOURS)


@pytest.mark.parametrize(
    ("due", "paused", "resumed", "moved"),
    [
        (end_of(date(2018, 3, 14)), at(2018, 3, 6, 9), at(2018, 3, 9, 9), "2018-03-19"),
        (end_of(date(2018, 3, 14)), at(2018, 3, 6, 9), at(2018, 3, 6, 17), "2018-03-14"),
        (end_of(date(2018, 3, 14)), at(2018, 3, 9, 9), at(2018, 3, 11, 9), "2018-03-14"),
        (end_of(date(2018, 2, 14)), at(2018, 2, 14, 9), at(2018, 2, 22, 9), "2018-02-22"),
        (at(2018, 3, 14, 10), at(2018, 3, 6, 9), at(2018, 3, 8, 9), "2018-03-16 10:00"),
        (end_of(date(2018, 3, 5)), at(2018, 3, 6, 9), at(2018, 3, 9, 9), "2018-03-05"),
        (end_of(date(2018, 3, 9)), at(2018, 3, 9, 9), at(2018, 3, 11, 9), "2018-03-12"),
    ],
    ids=["three days", "same day", "a weekend", "a holiday", "with the clock", "over before", "over on resuming"],
)
def test_a_limit_moves_by_the_working_days_that_its_clock_stood_still(
    due: datetime, paused: datetime, resumed: datetime, moved: str
) -> None:
    assert spoken_limit(shifted(due, paused, resumed, GIVEN)) == moved


@given(MOMENTS, st.integers(0, 30), st.integers(0, 40), st.integers(0, 40))
def test_a_pause_never_brings_a_limit_forward_and_a_longer_one_never_moves_it_less(
    start: datetime, n: int, wait: int, pause: int
) -> None:
    due = limit_from(start, Limit(n, LimitUnit.WORKING_DAYS), GIVEN, HOURS)
    paused = start + timedelta(days=wait)
    short, long = (shifted(due, paused, paused + timedelta(days=days), GIVEN) for days in (pause, pause + 1))
    assert due <= short <= long


@given(MOMENTS, st.integers(1, 30), st.sampled_from(LimitUnit), st.integers(0, 100))
def test_who_begins_later_never_ends_earlier(start: datetime, n: int, unit: LimitUnit, hours: int) -> None:
    limit = Limit(n, unit)
    first, second = (limit_from(begun, limit, GIVEN, HOURS) for begun in (start, start + timedelta(hours=hours)))
    assert start < first <= second


@given(MOMENTS, st.integers(1, 20), st.integers(0, 20))
def test_an_extension_adds_its_working_days(start: datetime, n: int, days: int) -> None:
    due = limit_from(start, Limit(n, LimitUnit.WORKING_DAYS), GIVEN, HOURS)
    longer = extended(due, days, GIVEN)
    assert GIVEN.workdays_between(last_day_of(due), last_day_of(longer)) == days
    assert last_day_of(longer) == GIVEN.add_workdays(last_day_of(due), days)
