"""Closing a month (关账): nothing is booked into it afterwards; what comes later is a 更正 of the first open day."""

from dataclasses import dataclass
from datetime import date

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
