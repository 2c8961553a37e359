"""Booking (入账): nothing is booked into a closed month (关账); what comes later is a 更正 of the first open day."""

from dataclasses import dataclass
from datetime import date

from gridapp.domain.case import Case
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month


@dataclass(frozen=True, slots=True)
class Booking:
    """The day on which tables count a posting, and the closed month that it corrects, if any."""

    book_day: date
    corrects: Month | None


def booking_of(day: date, first_open: date | None) -> Booking:
    """How a posting with a true day is booked in a town whose books are open from a day on (or always were)."""
    if first_open is None or day >= first_open:
        return Booking(day, None)
    return Booking(first_open, Month.of(day))


def goes_on(before: Case, after: Case, first_open: date) -> bool:
    """Whether a case only goes on with its course, by steps on days that are open.

    Such a step is a fact of its own day; what it tells about earlier months (an outcome, who mediates) may be booked as
    their 更正 without anybody's leave.
    """
    new = after.steps[len(before.steps) :]
    return (
        bool(new) and after.steps[: len(before.steps)] == before.steps and all(day_of(s.at) >= first_open for s in new)
    )
