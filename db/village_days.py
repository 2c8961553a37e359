"""The days on which lines of villages lie (村社分录日期): an index that begins with days is asked day by day.

Between two days it would be searched for every village there is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from sqlalchemy import Connection, Dialect, bindparam, func, select

from db.column_types import day_number, day_of_number
from db.figure_question import Question
from db.month_number import month_number, month_of
from db.prepared import Prepared
from db.tables.ledger import BALANCES, POSTING
from gridapp.counting.indicator import Reading
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month, Period

_BALANCE = BALANCES["month_balance_by_village"]
_DAY = timedelta(days=1)
_LINE = 1000
"""What most lines amount to, in thousandths."""


@dataclass(frozen=True, slots=True)
class VillageDays:
    """In which months and towns the lines of a reading lie, about how many of them, and on which days at most.

    A month whose lines come to nothing may not be told of: lines may lie on every day from the first up to the end.
    `left` is about how many of all cases are left at the end.
    """

    months: Sequence[tuple[Month, int]]
    towns: frozenset[int]
    first: date
    end: date
    left: int

    @property
    def lines(self) -> int:
        """About how many lines there are up to the end."""
        return sum(here for month, here in self.months if month.start < self.end)

    def holding(self, cases: int) -> int:
        """Among about how many lines so many cases lie that are left at the end, if those lie everywhere alike."""
        return cases * self.lines // max(1, self.left)

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

    def between(self, start: date | None, end: date | None) -> Sequence[int]:
        """The days (yyyymmdd) from one, or the first, up to another, or the last."""
        start, end = start or self.first, min(end or self.end, self.end)
        if end <= start:
            return []
        first, last = day_number(start), day_number(end)
        whole = chain.from_iterable(_days_of(month) for month in Period(start, end).months())
        return [day for day in whole if first <= day < last]


@lru_cache(maxsize=1000)
def _days_of(month: Month) -> Sequence[int]:
    return [day_number(month.start + _DAY * n) for n in range((month.end - month.start).days)]


def village_days(connection: Connection, asked: Question, reading: Reading) -> VillageDays | None:
    """The days of a balance where villages are asked for; the first cases of a flow are found among its first lines."""
    if Dimension.VILLAGE not in asked.where or asked.days(reading)[0] is not None:
        return None
    measures, villages = asked.measures(reading.measures), asked.where[Dimension.VILLAGE]
    signs = {asked.measure(measure): sign for measure, sign in reading.measures.items()}
    last_month, left = month_number(Month.of(asked.days(reading)[1])), 0
    lines: dict[int, int] = {}
    towns: set[int] = set()
    values = _named("measure", measures) | _named("village", villages)
    balances = _balances(len(measures), len(villages), connection.dialect).rows(connection, values)
    for month, town, measure, amount, quantity in balances:
        if month < last_month:
            left += signs[measure] * int(quantity)
        lines[month] = lines.get(month, 0) + int(amount) // _LINE
        towns.add(town)
    first, last = _first_and_last(connection, measures)
    end = min(asked.days(reading)[1], last + _DAY)
    months = [(month_of(month), here) for month, here in sorted(lines.items())]
    return VillageDays(months, frozenset(towns), first, end, left // _LINE)


@lru_cache(maxsize=100)
def _balances(measures: int, villages: int, dialect: Dialect) -> Prepared:
    told = _BALANCE.c.month, _BALANCE.c.town, _BALANCE.c.measure
    sums = func.sum(func.abs(_BALANCE.c.quantity)), func.sum(_BALANCE.c.quantity)
    balances = select(*told, *sums).where(
        _BALANCE.c.measure.in_([bindparam(name) for name in _named("measure", range(measures))]),
        _BALANCE.c.village.in_([bindparam(name) for name in _named("village", range(villages))]),
    )
    return Prepared(balances.group_by(*told), dialect)


def _first_and_last(connection: Connection, measures: Sequence[int]) -> tuple[date, date]:
    """The days between which all lines of some measures lie, whatever the village: one step each in the index."""
    [ends] = _ends(len(measures), connection.dialect).rows(connection, _named("measure", measures))
    known = [day_of_number(end) for end in ends if end is not None]
    return min(known, default=date.min), max(known, default=date.min)


@lru_cache(maxsize=100)
def _ends(measures: int, dialect: Dialect) -> Prepared:
    day = POSTING.c.book_day
    ends = [
        select(day).where(POSTING.c.measure == bindparam(name)).order_by(order).limit(1).scalar_subquery()
        for name in _named("measure", range(measures))
        for order in (day, day.desc())
    ]
    return Prepared(select(*ends), dialect)


def _named(name: str, values: Iterable[int]) -> dict[str, int]:
    """Parameters that a list is told by."""
    return {f"{name}_{place}": value for place, value in enumerate(values)}
