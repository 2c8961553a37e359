"""The days on which lines of villages lie (村社分录日期): an index that begins with days is asked day by day.

Between two days it would be searched for every village there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from db.figure_question import Question
from db.month_number import month_of
from db.tables.ledger import BALANCES, POSTING
from gridapp.counting.indicator import Reading
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

_BALANCE = BALANCES["month_balance_by_village"]
_DAY = timedelta(days=1)
_LINE = 1000
"""What most lines amount to, in thousandths."""


@dataclass(frozen=True, slots=True)
class VillageDays:
    """In which months and towns the lines of a reading lie, about how many of them, and on which days at most.

    A month whose lines come to nothing may not be told of: lines may lie on every day from the first up to the end.
    """

    months: Sequence[tuple[Month, int]]
    towns: frozenset[int]
    first: date
    end: date

    def until(self, start: date | None, lines: int) -> date | None:
        """The day before which about so many lines lie, from a day on; nothing where there are no more."""
        start = start or self.first
        for month, here in self.months:
            first, end = max(start, month.start), month.end
            days = (end - first).days
            here = here * days // (end - month.start).days
            if days > 0 and lines <= here:
                until = first + _DAY * max(1, days * lines // here)
                return until if until < self.end else None
            lines -= max(0, here)
        return None

    def between(self, start: date | None, end: date | None) -> Sequence[date]:
        """The days from one, or the first, up to another, or the last."""
        days = range((start or self.first).toordinal(), min(end or self.end, self.end).toordinal())
        return [date.fromordinal(day) for day in days]


def village_days(connection: Connection, asked: Question, reading: Reading) -> VillageDays | None:
    """The days of a balance where villages are asked for; the first cases of a flow are found among its first lines."""
    if Dimension.VILLAGE not in asked.where or asked.days(reading)[0] is not None:
        return None
    amount: ColumnElement[Any] = func.sum(func.abs(_BALANCE.c.quantity))
    statement = select(_BALANCE.c.month, _BALANCE.c.town, amount).where(
        _BALANCE.c.measure.in_(asked.measures(reading.measures)),
        _BALANCE.c.village.in_(asked.where[Dimension.VILLAGE]),
    )
    lines: dict[Month, int] = {}
    towns: set[int] = set()
    for number, town, quantity in connection.execute(statement.group_by(_BALANCE.c.month, _BALANCE.c.town)):
        month = month_of(number)
        lines[month] = lines.get(month, 0) + int(quantity) // _LINE
        towns.add(town)
    first, last = _first_and_last(connection, asked, reading)
    return VillageDays(sorted(lines.items()), frozenset(towns), first, min(asked.days(reading)[1], last + _DAY))


def _first_and_last(connection: Connection, asked: Question, reading: Reading) -> tuple[date, date]:
    """The days between which all lines of a reading lie, whatever the village: one step each in the index."""
    day = POSTING.c.book_day
    ends = [
        select(day).where(POSTING.c.measure == measure).order_by(order).limit(1).scalar_subquery()
        for measure in asked.measures(reading.measures)
        for order in (day, day.desc())
    ]
    known = [found for found in connection.execute(select(*ends)).one() if found is not None]
    return min(known, default=date.min), max(known, default=date.min)
