"""Leaders' charges (包案) of petitions and disputes, counted without the program: by evenings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gridapp.domain.period import Period
from tests.gridapp.counting.evenings import before, day, number, within


@dataclass
class Charge:
    """A leader's charge."""

    leader: str
    taken: datetime
    ended: datetime | None = None


def count_charges(charges: Sequence[Charge], period: Period) -> dict[str, int]:
    """The figures of some charges alone."""
    taken = number(within(charge.taken, period) for charge in charges)
    ended = number(within(charge.ended, period) for charge in charges)

    def in_force(evening: date) -> int:
        return number(day(c.taken) <= evening and (c.ended is None or day(c.ended) > evening) for c in charges)

    return {
        "charges_opening": in_force(before(period)),
        "charges_taken": taken,
        "charges_ended": ended,
        "charges_closing": in_force(period.last),
    }
