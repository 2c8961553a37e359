"""From one period to its neighbours (期间前后): by as many months as it has, or as many days."""

from gridapp.domain.period import Month, Period


def stepped(period: Period, steps: int) -> Period:
    """The period so many of its own lengths later (or earlier, if negative)."""
    months = len(list(period.months()))
    first, last = Month.of(period.start), Month.of(period.last)
    if period.start == first.start and period.end == last.end:
        return Period(first.later(steps * months).start, last.later(steps * months).end)
    length = (period.end - period.start) * steps
    return Period(period.start + length, period.end + length)


def spans_of(year: int) -> list[tuple[str, Period]]:
    """The spans of a year by their names: the whole, its halves, its quarters, its months."""
    return [
        ("全年", _span(year, 1, 12)),
        ("上半年", _span(year, 1, 6)),
        ("下半年", _span(year, 7, 6)),
        *((f"{'一二三四'[n]}季度", _span(year, 3 * n + 1, 3)) for n in range(4)),
        *((f"{n}月", _span(year, n, 1)) for n in range(1, 13)),
    ]


def _span(year: int, month: int, months: int) -> Period:
    first = Month(year, month)
    return Period(first.start, first.later(months).start)
