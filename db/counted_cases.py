"""The cases behind an amount (数字背后的案件), oldest first: all, or the first ones without reading the rest."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, case, func, select

from db.figure_question import Question
from db.tables.ledger import POSTING
from db.village_days import village_days
from gridapp.counting.indicator import Reading
from gridapp.counting.ledger import Counted

_THOUSAND = Decimal(1000)
_GROWTH = 4
"""How many times as many lines are looked at next."""
_MOST = 20_000
"""Lines after which it is quicker to read everything."""
_CHUNK = 500


def all_cases(connection: Connection, asked: Question, reading: Reading, most: int | None = None) -> list[Counted]:
    """Every case that contributes anything, net, on its first day in the amount."""
    statement = asked.of_reading(select(*_columns(asked, reading)), reading)
    return _read(connection, asked, reading, statement.limit(most))


def first_cases(connection: Connection, asked: Question, reading: Reading, most: int) -> list[Counted]:
    """The first so many of them.

    The cases whose first line of the reading lies on the next days are looked at each as a whole, so that one which
    comes to nothing (reopened, corrected) is left out; then those of more days.
    """
    found: list[Counted] = []
    start: date | None = None
    size, looked = most, 0
    days = village_days(connection, asked, reading)
    while looked <= _MOST:
        if days is None:
            end = _days_on(connection, asked, reading, start, size)
            lines = asked.lines(select(POSTING.c.case_id), reading, reading.measures, start, end)
        else:
            end = days.until(start, size)
            lines = asked.lines_on(select(POSTING.c.case_id), reading, days.between(start, end), days.towns)
        statement = asked.among(select(*_columns(asked, reading)), reading, lines)
        found += _read(connection, asked, reading, statement.limit(most - len(found)), start)
        if len(found) >= most or end is None:
            return found
        looked, start = looked + size, end
        # As many lines as will do if the rest is like what was seen, and some more.
        size = min(_GROWTH * size, max(most, looked * 3 * (most - len(found)) // max(2 * len(found), 1)))
    return all_cases(connection, asked, reading, most)


def of_cases(connection: Connection, asked: Question, reading: Reading, cases: Collection[UUID]) -> list[Counted]:
    """Those among some cases."""
    return _of_cases(connection, asked, reading, sorted(cases))


def _of_cases(connection: Connection, asked: Question, reading: Reading, cases: Sequence[UUID]) -> list[Counted]:
    found: list[Counted] = []
    for start in range(0, len(cases), _CHUNK):
        statement = asked.among(select(*_columns(asked, reading)), reading, cases[start : start + _CHUNK])
        found += _read(connection, asked, reading, statement)
    return found


def _columns(asked: Question, reading: Reading) -> list[Any]:
    first = func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)
    return [POSTING.c.case_id, first, _signed(asked, reading)]


def _signed(asked: Question, reading: Reading) -> Any:
    signs = {asked.measure(measure): sign for measure, sign in reading.measures.items()}
    return func.sum(POSTING.c.quantity * case(signs, value=POSTING.c.measure, else_=0))


def _read(
    connection: Connection, asked: Question, reading: Reading, statement: Select[Any], start: date | None = None
) -> list[Counted]:
    """The cases of a statement, oldest first; with `start` those without an earlier line."""
    _, first, signed = _columns(asked, reading)
    statement = statement.group_by(POSTING.c.case_id).having(signed != 0).order_by(first, POSTING.c.case_id)
    if start is not None:
        statement = statement.having(first >= start)
    return [
        Counted(case_id, day, Decimal(int(quantity)) / _THOUSAND)
        for case_id, day, quantity in connection.execute(statement)
    ]


def _days_on(connection: Connection, asked: Question, reading: Reading, start: date | None, size: int) -> date | None:
    """The day before which so many lines of a measure lie; nothing where there are no more of any."""
    ends = []
    for measure in reading.measures:
        days = asked.lines(select(POSTING.c.book_day), reading, [measure], start)
        ends.append(connection.execute(days.order_by(POSTING.c.book_day).offset(size - 1).limit(1)).scalar())
    return min((end + timedelta(days=1) for end in ends if end is not None), default=None)
