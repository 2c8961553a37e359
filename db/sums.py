"""Sums of the ledger by words (分组合计): whole months from the balances, the days at the edges from postings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from typing import Any

from sqlalchemy import Connection

from db.figure_question import Keys, Question
from db.packed import unpacked
from db.sums_statement import DICTIONARY, By, Lines, sums_statement, values_of, where_of
from db.tables.ledger import SLICES
from db.terms import Terms
from gridapp.counting.ledger import Amounts, Span
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

_Told = tuple[Sequence[Keys], Collection[int]]
"""The words of lines, and where words stand that stand again further down."""

_ALONE: _Told = [()], ()
_NOUGHT = Decimal(0)
_THOUSAND = Decimal(1000)


def sums_of(
    connection: Connection, terms: Terms, asked: Question, spans: Sequence[Span]
) -> Sequence[Mapping[str, Amounts]]:
    """For each span the sums of its measures by words."""
    names = {name for span in spans for name in span.measures}
    numbers = {name: number for name in names if (number := terms.known(("measure", name))) is not None}
    lines = [(place, one) for place, span in enumerate(spans) for one in _lines(asked, span, numbers)]
    rows = _rows(connection, asked, [one for _, one in lines], sorted(names - numbers.keys()))
    if fresh := {("measure", word): number for place, number, word, *_ in rows if place == DICTIONARY}:
        # Somebody else has posted the first line of a measure.
        terms.adopt(fresh)
        return sums_of(connection, terms, asked, spans)
    found: list[dict[str, Amounts]] = [{} for _ in spans]
    names_of = {number: name for name, number in numbers.items()}
    told = cache(partial(_told, asked))
    for (place, number, _, *columns), quantities in zip(rows, unpacked(row[2] for row in rows), strict=True):
        span, by = lines[place][0], lines[place][1].by
        words = told(by, *columns[: len(by)]) if by else _ALONE
        name = names_of[number]
        found[span][name] = _added(found[span].get(name), words, list(map(exact, quantities)))
    return found


@lru_cache(maxsize=10_000)
def exact(quantity: int | Decimal) -> Decimal:
    """A quantity in units, of one in thousandths; most are small and stand in many cells."""
    return Decimal(int(quantity)) / _THOUSAND


def _rows(
    connection: Connection, asked: Question, lines: Sequence[Lines], unknown: Sequence[str]
) -> Sequence[Sequence[Any]]:
    if not lines and not unknown:
        return []
    values = values_of(asked, lines) | {f"unknown_{n}": word for n, word in enumerate(unknown)}
    shapes, made = tuple(one.shape for one in lines), asked.cut.as_of is not None
    statement = sums_statement(shapes, where_of(asked), len(unknown), connection.dialect, made=made)
    return statement.rows(connection, values)


def _told(asked: Question, by: By, *columns: str) -> _Told:
    """Many measures have their sums under the same words in the same order."""
    keys = asked.told(by, unpacked(columns))
    last = dict(zip(keys, range(len(keys)), strict=True))
    return keys, () if len(last) == len(keys) else set(range(len(keys))).difference(last.values())


def _added(known: Amounts | None, told: _Told, amounts: Sequence[Decimal]) -> Amounts:
    keys, again = told
    found = dict(zip(keys, amounts, strict=True))
    for place in again:
        found[keys[place]] += amounts[place]
    if known is not None:
        for key, amount in known.items():
            found[key] = found.get(key, _NOUGHT) + amount
    return found


def _lines(asked: Question, span: Span, known: Mapping[str, int]) -> Iterator[Lines]:
    """Whole months from the balances that know the words, if there are any, and the rest from the postings."""
    measures = sorted(known[measure] for measure in span.measures if measure in known)
    if not measures:
        return
    start, end, last = span.start, span.end, Month.of(span.end).start
    first = None if start is None else _month_from(start)
    name = _balances_for(asked, span)
    if name is None or (first is not None and first > last):
        yield Lines(None, span.by, measures, start, end)
        return
    if first is None or first < last:
        yield Lines(name, span.by, measures, first, last)
    if start is not None and first is not None and start < first:
        yield Lines(None, span.by, measures, start, first)
    if last < end:
        yield Lines(None, span.by, measures, last, end)


def _month_from(day: date) -> date:
    month = Month.of(day)
    return day if day == month.start else month.end


def _balances_for(asked: Question, span: Span) -> str | None:
    """The narrowest balances that know the words."""
    if asked.cut.as_of is not None:
        return None
    needed = {*span.by, *asked.where} - {Dimension.MONTH}
    names = (
        name
        for name, one in SLICES.items()
        if needed <= set(one.dimensions) and all(one.tells_of(measure) for measure in span.measures)
    )
    return next(names, None)
