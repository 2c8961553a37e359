"""The cases behind an amount (数字背后的案件), oldest first: all, or the first ones without reading the rest."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Connection, Select, case, func, select

from db.tables.ledger import POSTING
from gridapp.counting.indicator import Reading
from gridapp.counting.ledger import Counted

_THOUSAND = Decimal(1000)
_LEAST = 256
"""Lines of a measure that are looked at together."""
_MOST = 20_000
"""Lines after which it is quicker to read everything."""
_CHUNK = 500


class Asked(Protocol):
    """A cut in the numbers of the dictionary, as the one interpreter makes it."""

    def measure(self, name: str) -> int:
        """The number of a measure."""

    def of_reading(self, statement: Select[Any], reading: Reading) -> Select[Any]:
        """The statement over exactly the postings that a reading counts."""

    def among(self, statement: Select[Any], reading: Reading, cases: Collection[UUID]) -> Select[Any]:
        """The same, of some cases alone."""


def all_cases(connection: Connection, asked: Asked, reading: Reading, most: int | None = None) -> list[Counted]:
    """Every case that contributes anything, net, on its first day in the amount."""
    statement = asked.of_reading(select(*_columns(asked, reading)), reading)
    return _read(connection, asked, reading, statement.limit(most))


def first_cases(connection: Connection, asked: Asked, reading: Reading, most: int) -> list[Counted]:
    """The first so many of them.

    Day after day the cases with lines of the reading are looked at each as a whole, so that one which comes to nothing
    (reopened, corrected) is left out.
    """
    found: list[Counted] = []
    seen: set[UUID] = set()
    start, size, looked = date.min, max(_LEAST, 2 * most), 0
    while len(found) < most:
        candidates, end = _next_days(connection, asked, reading, start, size)
        found += _of_cases(connection, asked, reading, sorted(candidates - seen))
        seen |= candidates
        looked, size, start = looked + size, 2 * size, end
        if end == date.max:
            break
        if looked > _MOST:
            return all_cases(connection, asked, reading, most)
    return sorted(found, key=lambda counted: (counted.day, counted.case_id))[:most]


def of_cases(connection: Connection, asked: Asked, reading: Reading, cases: Collection[UUID]) -> list[Counted]:
    """Those among some cases."""
    return _of_cases(connection, asked, reading, sorted(cases))


def _of_cases(connection: Connection, asked: Asked, reading: Reading, cases: Sequence[UUID]) -> list[Counted]:
    found: list[Counted] = []
    for start in range(0, len(cases), _CHUNK):
        statement = asked.among(select(*_columns(asked, reading)), reading, cases[start : start + _CHUNK])
        found += _read(connection, asked, reading, statement)
    return found


def _columns(asked: Asked, reading: Reading) -> list[Any]:
    first = func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)
    return [POSTING.c.case_id, first, _signed(asked, reading)]


def _signed(asked: Asked, reading: Reading) -> Any:
    signs = {asked.measure(measure): sign for measure, sign in reading.measures.items()}
    return func.sum(POSTING.c.quantity * case(signs, value=POSTING.c.measure, else_=0))


def _read(connection: Connection, asked: Asked, reading: Reading, statement: Select[Any]) -> list[Counted]:
    _, first, signed = _columns(asked, reading)
    statement = statement.group_by(POSTING.c.case_id).having(signed != 0).order_by(first, POSTING.c.case_id)
    return [
        Counted(case_id, day, Decimal(int(quantity)) / _THOUSAND)
        for case_id, day, quantity in connection.execute(statement)
    ]


def _next_days(
    connection: Connection, asked: Asked, reading: Reading, start: date, size: int
) -> tuple[set[UUID], date]:
    """The cases with lines on the next days, and the day before which none is missing."""
    lines = [_lines(connection, asked, reading, measure, start, size) for measure in reading.measures]
    end = min(last for _, last in lines)
    return {case_id for found, _ in lines for day, case_id in found if day < end}, end


def _lines(
    connection: Connection, asked: Asked, reading: Reading, measure: str, start: date, size: int
) -> tuple[Sequence[Any], date]:
    """The next lines of one measure, and the day before which none is missing."""
    statement = asked.of_reading(select(POSTING.c.book_day, POSTING.c.case_id), reading)
    statement = statement.where(POSTING.c.measure == asked.measure(measure))
    later = statement.where(POSTING.c.book_day >= start).order_by(POSTING.c.book_day).limit(size)
    found = connection.execute(later).all()
    if len(found) < size:
        return found, date.max
    first, last = found[0][0], found[-1][0]
    if first < last:
        return found, last
    return connection.execute(statement.where(POSTING.c.book_day == first)).all(), first + timedelta(days=1)
