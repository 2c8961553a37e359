"""When the case that is entered next is said to have been (连续登记): on the day of the one before."""

from datetime import date, datetime

from gridapp.domain.moment import day_of, start_of


def next_moment(before: datetime | None, today: date, writing_moment: datetime) -> datetime:
    """The moment with which the next form begins; today's time is taken anew, another day stays without a time."""
    day = day_of(before) if before else today
    return writing_moment if day == today else start_of(day)
