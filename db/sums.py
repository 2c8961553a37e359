"""Sums of the ledger by words (分组合计): whole months from the balances, the days at the edges from postings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select, type_coerce
from sqlalchemy.types import BigInteger, Integer

from db.figure_question import Keys, Question
from db.month_number import month_number
from db.packed import packed, unpacked
from db.tables.ledger import BALANCES, POSTING, SLICES
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

Amounts = Mapping[Keys, Decimal]
_By = tuple[Dimension, ...]
_Told = tuple[Sequence[Keys], Collection[int]]
"""The words of lines, and where words stand that stand again further down."""
_Packed = Sequence[Sequence[Any]]
"""For each measure its number and the packed columns of its sums: numbers of words, and quantities in thousandths."""

_NOUGHT = Decimal(0)
_THOUSAND = Decimal(1000)
_MONTH_OF_BOOK_DAY = type_coerce(POSTING.c.book_day, Integer) // 100
_SELDOM_SEVERAL = frozenset({Dimension.TOWN, Dimension.UNIT})
"""What balances tell apart beside their own words: under nearly all of those it is always the same."""


def sums_of(
    connection: Connection, asked: Question, measures: Collection[str], start: date | None, end: date, by: _By
) -> Mapping[int, Amounts]:
    """For the number of each measure the sums from a day (or ever) up to another, by words."""

    @cache
    def told(*columns: str) -> _Told:
        """Many measures have their sums under the same words in the same order."""
        return _told(asked.told(by, map(unpacked, columns)))

    found: dict[int, dict[Keys, Decimal]] = {}
    for rows in _parts(connection, asked, measures, start, end, by):
        for measure, *columns, quantities in rows:
            amounts = list(map(exact, unpacked(quantities)))
            words = told(*columns) if by else _told([()] * len(amounts))
            found[measure] = _added(found.get(measure, {}), words, amounts)
    return found


def _told(keys: Sequence[Keys]) -> _Told:
    last = dict(zip(keys, range(len(keys)), strict=True))
    return keys, () if len(last) == len(keys) else set(range(len(keys))).difference(last.values())


def _added(known: dict[Keys, Decimal], told: _Told, amounts: Sequence[Decimal]) -> dict[Keys, Decimal]:
    keys, again = told
    found = dict(zip(keys, amounts, strict=True))
    for place in again:
        found[keys[place]] += amounts[place]
    for key, amount in known.items():
        found[key] = found.get(key, _NOUGHT) + amount
    return found


@lru_cache(maxsize=10_000)
def exact(quantity: int | Decimal) -> Decimal:
    """A quantity in units, of one in thousandths; most are small and stand in many cells."""
    return Decimal(int(quantity)) / _THOUSAND


def columns_of(table: Table, by: Sequence[Dimension]) -> list[ColumnElement[Any]]:
    """The columns of a table that hold some words."""
    month = table.c.month if "month" in table.c else _MONTH_OF_BOOK_DAY
    chosen = (month if dimension is Dimension.MONTH else table.c[dimension.value] for dimension in by)
    return [column.label(f"by_{place}") for place, column in enumerate(chosen)]


def _parts(
    connection: Connection, asked: Question, measures: Collection[str], start: date | None, end: date, by: _By
) -> Iterator[_Packed]:
    numbers, name = asked.measures(measures), _balances_for(asked, measures, by)
    first = None if start is None else _month_from(start)
    last = Month.of(end).start
    if name is None or (first is not None and first > last):
        yield _from_postings(connection, asked, numbers, start, end, by)
        return
    yield _from_balances(connection, asked, name, numbers, first, last, by)
    if start is not None and first is not None and start < first:
        yield _from_postings(connection, asked, numbers, start, first, by)
    if last < end:
        yield _from_postings(connection, asked, numbers, last, end, by)


def _month_from(day: date) -> date:
    month = Month.of(day)
    return day if day == month.start else month.end


def _balances_for(asked: Question, measures: Collection[str], by: _By) -> str | None:
    """The narrowest balances that know the words."""
    if asked.cut.as_of is not None:
        return None
    needed = {*by, *asked.where} - {Dimension.MONTH}
    names = (
        name
        for name, one in SLICES.items()
        if needed <= set(one.dimensions) and all(one.tells_of(measure) for measure in measures)
    )
    return next(names, None)


def _from_postings(
    connection: Connection, asked: Question, numbers: Sequence[int], start: date | None, end: date, by: _By
) -> _Packed:
    as_of = asked.cut.as_of
    statement = _of_postings(by, tuple(asked.where), start is not None, as_of is not None)
    return _sent(connection, statement, asked, {"measures": numbers, "since": start, "until": end, "as_of": as_of})


def _from_balances(
    connection: Connection,
    asked: Question,
    name: str,
    numbers: Sequence[int],
    first: date | None,
    last: date,
    by: _By,
) -> _Packed:
    since = None if first is None else month_number(Month.of(first))
    statement = _of_balances(name, by, tuple(asked.where), since is not None)
    until = month_number(Month.of(last))
    return _sent(connection, statement, asked, {"measures": numbers, "since": since, "until": until})


def _sent(connection: Connection, statement: Select[Any], asked: Question, values: Mapping[str, Any]) -> _Packed:
    told = {name: value for name, value in values.items() if value is not None}
    words = {dimension.value: numbers for dimension, numbers in asked.where.items()}
    return connection.execute(statement, told | words).all()


# Putting a statement together takes longer than running it.
@cache
def _of_postings(by: _By, where: _By, since: bool, made: bool) -> Select[Any]:
    lines = _lines(POSTING, by, where).where(POSTING.c.book_day < bindparam("until"))
    if since:
        lines = lines.where(POSTING.c.book_day >= bindparam("since"))
    if made:
        lines = lines.where(POSTING.c.made_at <= bindparam("as_of"))
    return _packed(_grouped(lines))


@cache
def _of_balances(name: str, by: _By, where: _By, since: bool) -> Select[Any]:
    table = BALANCES[name]
    lines = _lines(table, by, where).where(table.c.month < bindparam("until"))
    if since:
        lines = lines.where(table.c.month >= bindparam("since"))
    # Lines that are hardly ever to be added up: to group them would be most of the work.
    alone = Dimension.MONTH in by and set(SLICES[name].dimensions) <= {*by, *_SELDOM_SEVERAL}
    return _packed(lines if alone else _grouped(lines))


def _lines(table: Table, by: _By, where: _By) -> Select[Any]:
    named = {table.c.measure: "measures"} | {table.c[dimension.value]: dimension.value for dimension in where}
    asked = (column.in_(bindparam(name, expanding=True)) for column, name in named.items())
    return select(table.c.measure, *columns_of(table, by), table.c.quantity).where(*asked)


def _grouped(lines: Select[Any]) -> Select[Any]:
    *words, quantity = lines.selected_columns
    return lines.with_only_columns(*words, func.sum(quantity, type_=BigInteger).label("quantity")).group_by(*words)


def _packed(lines: Select[Any]) -> Select[Any]:
    measure, *columns = lines.subquery().c
    return select(measure, *map(packed, columns)).group_by(measure)
