"""Tables of every tab (统计表): ours against its own statements sent bare; all months against pandas; first pages."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
from sqlalchemy import Engine, event

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Chapter, Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, tally
from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.vocabulary import vocabulary
from tests.bench.files import made_once, raw, sample_office
from tests.bench.flat_table import build_flat_table
from tests.bench.rounds import Ratio, in_turn, repeated

_HALF_YEAR = Cut(Period(date(2018, 1, 1), date(2018, 7, 1)))
_ALL = Cut(Period(date(2014, 1, 1), date(2019, 1, 1)))
_TABS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD, Kind.INSPECTION)
_BY = (Dimension.MONTH, Dimension.VILLAGE, Dimension.CATEGORY)
_PAGE = 100
_AT_ONCE = 0.02
"""Seconds in which a page is there."""
_FULL_SIZE = 1_000_000
_COLUMNS = {Dimension.PLATFORM: "platform", Dimension.VILLAGE: "village"}
_LISTS = (
    "event.reported",
    "event.closed",
    "event.closing",
    "event.close_rate",
    "dispute.handled",
    "dispute.closing",
    "petition.registered",
    "hazard.closing",
)

Statements = list[tuple[str, Any]]


def tables(cases: int) -> Iterator[Ratio]:
    """The table of each tab by what people look at it, against its own statements in raw sqlite3."""
    sample = sample_office(cases)
    with open_office(str(sample)) as office, raw(sample) as bare:
        words = Words(office.registers.areas(), vocabulary())

        def table(chapter: Chapter, by: Dimension) -> Callable[[], Tally]:
            return lambda: tally(office.ledger, words, chapter, _HALF_YEAR, (by,))

        for chapter in (catalogue()[kind] for kind in _TABS):
            for by in _BY:
                ours = table(chapter, by)
                statements = _sent_by(ours)
                name = f"{chapter.kind.value} by {by.value}"
                rounds = in_turn({name: repeated(ours), "its own statements": repeated(_sending(bare, statements))})
                yield rounds.ratio(name, "its own statements", 1.2 if cases >= _FULL_SIZE else None)


def months(cases: int) -> Iterator[Ratio]:
    """Every month of all years by platform and by village, against pandas pivoting the same events in memory."""
    sample = sample_office(cases)
    flat = made_once(f"flat-{cases}", ".db", lambda path: build_flat_table(sample, path))
    with open_office(str(sample)) as office, raw(flat) as connection:
        words = Words(office.registers.areas(), vocabulary())
        chapter = catalogue()[Kind.EVENT]
        two = tuple(i for i in chapter.indicators if i.code in ("event.reported", "event.closed"))
        chapter = replace(chapter, indicators=two, asides={})
        rows = connection.execute(
            "SELECT platform, village, reported, closed FROM flat WHERE kind = 'event'"
        ).fetchall()
        frame = pd.DataFrame(rows, columns=["platform", "village", "reported", "closed"])
        frame = frame.astype({"platform": "category", "village": "category"})

        def ours(by: Dimension) -> Callable[[], object]:
            return lambda: tally(office.ledger, words, chapter, _ALL, (Dimension.MONTH, by))

        for by, column in _COLUMNS.items():
            name, theirs = f"60 months x {column}", "pandas pivot in memory"
            rounds = in_turn({name: repeated(ours(by)), theirs: repeated(_pivoting(frame, column))})
            yield rounds.ratio(name, theirs, 1.0 if cases >= _FULL_SIZE else None)


def pages(cases: int) -> Iterator[Ratio]:
    """The first hundred cases behind a figure, of a whole table and of a village, against 20 ms and all of them."""
    with open_office(str(sample_office(cases))) as office:
        ledger = office.ledger
        village = office.registers.areas().villages()[0].code
        cuts = {"": _HALF_YEAR, " of a village": replace(_HALF_YEAR, where={Dimension.VILLAGE: (village,)})}

        def asking(indicator: Indicator, cut: Cut, most: int | None) -> Callable[[], object]:
            return lambda: cases_behind(ledger, indicator, cut, most)

        for indicator in map(indicator_named, _LISTS):
            for where, cut in cuts.items():
                first, whole = f"first {_PAGE} behind {indicator.code}{where}", "all of them"
                rounds = in_turn(
                    {
                        first: repeated(asking(indicator, cut, _PAGE)),
                        whole: repeated(asking(indicator, cut, None)),
                    },
                    rounds=5,
                )
                yield rounds.ratio(first, whole)
                seconds = median(rounds.seconds[first])
                bar = 1.0 if cases >= _FULL_SIZE else None
                yield Ratio(first, "20 ms", seconds, _AT_ONCE, seconds / _AT_ONCE, bar)


def _pivoting(frame: pd.DataFrame, column: str) -> Callable[[], Sequence[object]]:
    def pivot() -> Sequence[object]:
        return [
            frame.groupby([month, column], observed=True).size().unstack(fill_value=0)
            for month in ("reported", "closed")
        ]

    return pivot


def _sending(connection: sqlite3.Connection, statements: Statements) -> Callable[[], object]:
    return lambda: [connection.execute(statement, parameters).fetchall() for statement, parameters in statements]


def _sent_by(work: Callable[[], object]) -> Statements:
    """The statements that some work sends, once everything about it is remembered."""
    work()
    with _overheard() as sent:
        work()
    return [(statement, parameters) for statement, parameters in sent if statement.startswith(("SELECT", "WITH"))]


@contextmanager
def _overheard() -> Iterator[Statements]:
    sent: Statements = []

    def listen(_: Any, __: Any, statement: str, parameters: Any, ___: Any, ____: bool) -> None:
        sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
