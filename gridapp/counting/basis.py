"""What a figure is compared with (对比口径): the period before, the same one last year, the year so far."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from gridapp.counting.cut import Cut
from gridapp.domain.period import Month, Period
from gridapp.domain.problem import Refusal


class Basis(StrEnum):
    """A period that belongs to another one; the value is the office's own word."""

    BEFORE = "上期"
    LAST_YEAR = "上年同期"
    YEAR_TO_DATE = "本年累计"
    LAST_YEAR_TO_DATE = "上年累计"

    @property
    def change(self) -> str | None:
        """What the change against it is called (domain.md §7.3); nothing for a sum of which the period is a part."""
        return {Basis.BEFORE: "环比", Basis.LAST_YEAR: "同比"}.get(self)


def period_of(basis: Basis, period: Period) -> Period:
    """The period that another one is compared with.

    Before whole months come as many whole months, before other days as many days. A year earlier whole months answer
    to whole months, other days to the same days, 29 February to the 28th. Raises `Refusal` where there is none.
    """
    try:
        if basis is Basis.BEFORE:
            return _before(period)
        so_far = Period(date(period.last.year, 1, 1), period.end)
        if basis is Basis.YEAR_TO_DATE:
            return so_far
        return _a_year_earlier(period if basis is Basis.LAST_YEAR else so_far)
    except (ValueError, OverflowError) as error:
        raise Refusal(f"{period.label}之前没有可以比较的{basis.value}，请改统计期间。") from error


def moved(cut: Cut, basis: Basis) -> Cut:
    """The cut that a table or a cell is compared with; a cohort's cases have as long to be closed as in the other."""
    period = period_of(basis, cut.period)
    return replace(cut, period=period, table_end=period.end + (cut.cutoff - cut.period.end))


def _before(period: Period) -> Period:
    if _in_whole_months(period):
        return Period(Month.of(period.start).later(-len(list(period.months()))).start, period.start)
    return Period(period.start - (period.end - period.start), period.start)


def _a_year_earlier(period: Period) -> Period:
    if _in_whole_months(period):
        return Period(period.start.replace(year=period.start.year - 1), period.end.replace(year=period.end.year - 1))
    return Period(_day_last_year(period.start), _day_last_year(period.last) + timedelta(days=1))


def _in_whole_months(period: Period) -> bool:
    return period.start.day == 1 and period.end.day == 1


def _day_last_year(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
