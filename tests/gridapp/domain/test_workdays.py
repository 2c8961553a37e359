"""Working days: a table of whole years; what is not in it is told, never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.workdays import CalendarMissing, WorkCalendar, Workday, whole_year
from tests.gridapp.domain.calendars import GIVEN

DAYS = st.dates(date(2018, 1, 1), date(2026, 6, 30))
COUNTS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("start", "n", "last"),
    [
        (date(2018, 2, 8), 5, date(2018, 2, 14)),
        (date(2018, 4, 4), 3, date(2018, 4, 10)),
        (date(2018, 6, 15), 5, date(2018, 6, 25)),
        (date(2018, 9, 20), 15, date(2018, 10, 17)),
        (date(2018, 9, 28), 5, date(2018, 10, 10)),
        (date(2018, 2, 14), 2, date(2018, 2, 23)),
        (date(2018, 2, 14), 5, date(2018, 2, 27)),
        (date(2018, 2, 14), 10, date(2018, 3, 6)),
        (date(2018, 4, 27), 2, date(2018, 5, 2)),
        (date(2018, 9, 28), 2, date(2018, 9, 30)),
    ],
)
def test_working_days_skip_holidays_and_count_worked_weekends(start: date, n: int, last: date) -> None:
    assert GIVEN.add_workdays(start, n) == last


def test_the_months_of_2018_have_as_many_working_days_as_the_notice_gives() -> None:
    days = [day.day for day in GIVEN.days_of(2018) if day.is_workday]
    months = [sum(day.month == month for day in days) for month in range(1, 13)]
    assert months == [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]


def test_the_years_2018_to_2026_are_given() -> None:
    assert list(GIVEN.years) == list(range(2018, 2027))


@pytest.mark.parametrize(
    ("day", "is_workday", "name"),
    [
        (date(2018, 2, 15), False, "春节"),
        (date(2018, 2, 11), True, "春节调休上班"),
        (date(2018, 12, 29), True, "元旦调休上班"),
        (date(2018, 12, 31), False, "元旦"),
        (date(2018, 6, 16), False, ""),
        (date(2018, 6, 15), True, ""),
    ],
)
def test_a_day_says_whether_it_is_worked_and_why(day: date, is_workday: bool, name: str) -> None:
    entry = GIVEN.entry(day)
    assert (entry.is_workday, entry.name) == (is_workday, name)
    assert GIVEN.is_workday(day) is is_workday


@pytest.mark.parametrize(
    "ask",
    [
        lambda: GIVEN.is_workday(date(2027, 1, 1)),
        lambda: GIVEN.next_workday(date(2026, 12, 31)),
        lambda: GIVEN.add_workdays(date(2026, 12, 25), 10),
        lambda: GIVEN.workdays_between(date(2026, 12, 25), date(2027, 1, 1)),
        lambda: GIVEN.days_of(2027),
        lambda: GIVEN.add_workdays(date(2027, 3, 1), 1),
    ],
)
def test_a_year_without_a_calendar_is_told_and_never_guessed(ask: object) -> None:
    with pytest.raises(CalendarMissing) as told:
        ask()  # type: ignore[operator]
    assert str(told.value) == "2027 年的工作日历未维护，请在“设置 › 工作日历”中导入后再算期限。"
    assert told.value.year == 2027


def test_what_ends_before_the_unknown_year_can_be_counted() -> None:
    assert GIVEN.add_workdays(date(2026, 12, 30), 1) == date(2026, 12, 31)


def test_the_day_before_the_first_known_year_is_enough_to_start_from() -> None:
    assert GIVEN.add_workdays(date(2017, 12, 31), 1) == date(2018, 1, 2)
    with pytest.raises(CalendarMissing, match="2017 年"):
        GIVEN.add_workdays(date(2017, 12, 30), 1)


def test_a_year_between_two_known_ones_is_not_jumped_over() -> None:
    gap = WorkCalendar(day for year in (2018, 2020) for day in GIVEN.days_of(year))
    with pytest.raises(CalendarMissing, match="2019 年"):
        gap.add_workdays(date(2018, 12, 28), 3)


def test_a_year_that_lacks_a_single_day_is_not_known() -> None:
    calendar = WorkCalendar(day for day in whole_year(2018, {}) if day.day != date(2018, 7, 1))
    assert list(calendar.years) == []


def test_a_year_without_exceptions_is_worked_from_monday_to_friday() -> None:
    calendar = WorkCalendar(whole_year(2020, {date(2020, 2, 29): Workday(date(2020, 2, 29), is_workday=True)}))
    assert calendar.is_workday(date(2020, 2, 28))
    assert calendar.is_workday(date(2020, 2, 29))
    assert not calendar.is_workday(date(2020, 3, 1))


def test_no_working_days_can_be_taken_back() -> None:
    with pytest.raises(ValueError, match="-1"):
        GIVEN.add_workdays(date(2018, 1, 2), -1)


@given(DAYS, COUNTS)
def test_as_many_days_lie_between_as_were_added(day: date, n: int) -> None:
    assert GIVEN.workdays_between(day, GIVEN.add_workdays(day, n)) == n


@given(DAYS, st.integers(1, 60))
def test_what_is_added_ends_on_a_working_day(day: date, n: int) -> None:
    assert GIVEN.is_workday(GIVEN.add_workdays(day, n))


@given(DAYS, COUNTS, COUNTS)
def test_adding_twice_is_adding_the_sum(day: date, n: int, m: int) -> None:
    assert GIVEN.add_workdays(GIVEN.add_workdays(day, n), m) == GIVEN.add_workdays(day, n + m)


@given(DAYS, st.integers(0, 40), st.integers(1, 60))
def test_starting_later_never_ends_earlier(day: date, later: int, n: int) -> None:
    assert GIVEN.add_workdays(day, n) <= GIVEN.add_workdays(day + timedelta(days=later), n)


@given(DAYS, st.integers(0, 80), st.integers(0, 80))
def test_days_between_add_up(day: date, first: int, second: int) -> None:
    middle, last = day + timedelta(days=first), day + timedelta(days=first + second)
    whole = GIVEN.workdays_between(day, last)
    assert GIVEN.workdays_between(day, middle) + GIVEN.workdays_between(middle, last) == whole


@given(DAYS)
def test_the_next_working_day_comes_after_and_the_first_from_a_day_may_be_itself(day: date) -> None:
    assert GIVEN.next_workday(day) > day
    assert GIVEN.workday_from(day) == (day if GIVEN.is_workday(day) else GIVEN.next_workday(day))


def test_no_days_lie_between_a_day_and_an_earlier_one() -> None:
    assert GIVEN.workdays_between(date(2018, 3, 9), date(2018, 3, 5)) == 0
