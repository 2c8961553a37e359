"""Months as the tables keep them (月份编号): yyyymm."""

from gridapp.domain.period import Month


def month_number(month: Month) -> int:
    """A month as yyyymm."""
    return month.year * 100 + month.number


def month_of(number: int) -> Month:
    """The month that is kept as yyyymm."""
    return Month(*divmod(number, 100))
