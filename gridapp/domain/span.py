"""Relative spans of days (相对日期): said once, meant anew on every day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from gridapp.domain.period import Month, Period


class Span(StrEnum):
    """A span as an office says it, with the day of asking counted in: 近7天 ends and 今后7天 begins with it.

    A week begins on Monday. The value is both what is stored and what is shown.
    """

    TODAY = "今天"
    YESTERDAY = "昨天"
    THIS_WEEK = "本周"
    LAST_WEEK = "上周"
    THIS_MONTH = "本月"
    LAST_MONTH = "上月"
    THIS_QUARTER = "本季"
    FIRST_HALF = "上半年"
    THIS_YEAR = "今年"
    LAST_7_DAYS = "近7天"
    LAST_30_DAYS = "近30天"
    NEXT_3_DAYS = "今后3天"
    NEXT_7_DAYS = "今后7天"

    def period(self, today: date) -> Period:
        """The days that it means on a given day."""
        return _PERIODS[self](today)


def _days(today: date, first: int, count: int) -> Period:
    start = today + timedelta(days=first)
    return Period(start, start + timedelta(days=count))


def _months(first: Month, count: int) -> Period:
    return Period(first.start, first.later(count).start)


_PERIODS: Mapping[Span, Callable[[date], Period]] = {
    Span.TODAY: lambda today: _days(today, 0, 1),
    Span.YESTERDAY: lambda today: _days(today, -1, 1),
    Span.THIS_WEEK: lambda today: _days(today, -today.weekday(), 7),
    Span.LAST_WEEK: lambda today: _days(today, -today.weekday() - 7, 7),
    Span.THIS_MONTH: lambda today: _months(Month.of(today), 1),
    Span.LAST_MONTH: lambda today: _months(Month.of(today).later(-1), 1),
    Span.THIS_QUARTER: lambda today: _months(Month(today.year, (today.month - 1) // 3 * 3 + 1), 3),
    Span.FIRST_HALF: lambda today: _months(Month(today.year, 1), 6),
    Span.THIS_YEAR: lambda today: _months(Month(today.year, 1), 12),
    Span.LAST_7_DAYS: lambda today: _days(today, -6, 7),
    Span.LAST_30_DAYS: lambda today: _days(today, -29, 30),
    Span.NEXT_3_DAYS: lambda today: _days(today, 0, 3),
    Span.NEXT_7_DAYS: lambda today: _days(today, 0, 7),
}
