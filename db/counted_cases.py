"""The cases behind an amount (数字背后的案件), oldest first: all, or the first ones without reading the rest."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from db.figure_question import Question
from db.tables.ledger import POSTING
from db.village_days import village_days
from gridapp.counting.indicator import Reading
from gridapp.counting.ledger import Counted

_THOUSAND = Decimal(1000)
_GROWTH = 4
"""How many times as many lines are looked at next, at most."""
_MARGIN = 1.2
"""How many times as many lines are looked at as will do if the rest is like what was seen."""
_WHOLE = 2.5
"""Up to how many times as many lines it is quicker to add up in the index than to look at their cases."""
_AT_FIRST = 6_000
"""Lines that are looked at to begin with, at most."""
_MOST = 20_000
"""Lines after which it is quicker to read everything."""
_CHUNK = 500


def all_cases(connection: Connection, asked: Question, reading: Reading, most: int | None = None) -> list[Counted]:
    """Every case that contributes anything, net, on its first day in the amount."""
    statement = asked.of_reading(_cases(asked, reading), reading)
    return _read(connection, statement.limit(most))


def first_cases(connection: Connection, asked: Question, reading: Reading, most: int) -> list[Counted]:
    """The first so many of them.

    The cases whose first line of the reading lies on the next days are looked at each as a whole, so that one which
    comes to nothing (reopened, corrected) is left out; then those of more days. Of a village with few lines all are
    read, of which the index knows everything but when they were made.
    """
    if not asked.measures(reading.measures):
        return []
    found: list[Counted] = []
    start: date | None = None
    days, cases = village_days(connection, asked, reading), _cases(asked, reading)
    if days is not None and asked.cut.as_of is None and days.lines <= _WHOLE * min(days.holding(most), _AT_FIRST):
        lines = asked.lines_on(cases, reading, days.between(None, None), days.towns)
        return _read(connection, lines.limit(most))
    size, looked = most if days is None else max(most, min(days.holding(most), _AT_FIRST)), 0
    while looked <= _MOST:
        if days is None:
            end = _days_on(connection, asked, reading, start, size)
            lines = asked.lines(select(POSTING.c.case_id), reading, reading.measures, start, end)
        else:
            end = days.until(start, size)
            lines = asked.lines_on(select(POSTING.c.case_id), reading, days.between(start, end), days.towns)
        found += _read(connection, asked.among(cases, reading, lines).limit(most - len(found)), start)
        if len(found) >= most or end is None:
            return found
        looked, start = looked + size, end
        size = min(_GROWTH * size, max(most, int(_MARGIN * looked * (most - len(found)) / max(len(found), 1))))
    return all_cases(connection, asked, reading, most)


def of_cases(connection: Connection, asked: Question, reading: Reading, cases: Collection[UUID]) -> list[Counted]:
    """Those among some cases."""
    return _of_cases(connection, asked, reading, sorted(cases))


def _of_cases(connection: Connection, asked: Question, reading: Reading, cases: Sequence[UUID]) -> list[Counted]:
    found: list[Counted] = []
    for start in range(0, len(cases), _CHUNK):
        statement = asked.among(_cases(asked, reading), reading, cases[start : start + _CHUNK])
        found += _read(connection, statement)
    return found


def _cases(asked: Question, reading: Reading) -> Select[Any]:
    """Cases with their first day and what they contribute, those that come to nothing left out, oldest first."""
    signs = {asked.measure(measure): sign for measure, sign in reading.measures.items()}
    signed = func.sum(POSTING.c.quantity * case(signs, value=POSTING.c.measure, else_=0))
    cases = select(POSTING.c.case_id, _first_day(), signed).group_by(POSTING.c.case_id)
    return cases.having(signed != 0).order_by(_first_day(), POSTING.c.case_id)


def _first_day() -> ColumnElement[date]:
    return func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)


def _read(connection: Connection, cases: Select[Any], start: date | None = None) -> list[Counted]:
    """What is found; with `start` those without an earlier line."""
    if start is not None:
        cases = cases.having(_first_day() >= start)
    return [
        Counted(case_id, day, Decimal(int(quantity)) / _THOUSAND)
        for case_id, day, quantity in connection.execute(cases)
    ]


def _days_on(connection: Connection, asked: Question, reading: Reading, start: date | None, size: int) -> date | None:
    """The day before which so many lines of a measure lie; nothing where there are no more of any."""
    ends = []
    for measure in reading.measures:
        days = asked.lines(select(POSTING.c.book_day), reading, [measure], start)
        ends.append(connection.execute(days.order_by(POSTING.c.book_day).offset(size - 1).limit(1)).scalar())
    return min((end + timedelta(days=1) for end in ends if end is not None), default=None)
