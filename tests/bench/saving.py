"""Keeping one case durably (保存一件): the use case against the very statements that it sends, sent bare."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

from db.office import open_office
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import record
from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.move import Move
from gridapp.ports import Office
from gridapp.registers.deadlines import deadlines as deadlines_of
from tests.bench.files import copy_of, raw, sample_office, scratch
from tests.bench.rounds import ROUNDS, Ratio, Rounds

_ACTOR = Actor("模拟数据", "模拟数据")
_START = datetime(2019, 1, 2, 1, tzinfo=UTC)
_CASES_A_ROUND = 40
_BLOCK = b"\0" * 4096

_RECORD, _BARE_RECORD = "record() of one event, WAL FULL", "its own statements in raw sqlite3, recording"
_CLOSE, _BARE_CLOSE = "close() of one event, WAL FULL", "its own statements in raw sqlite3, closing"
_FLOOR = "append 4 KiB and fdatasync"

_Seconds = dict[str, list[float]]


def saving(cases: int) -> Iterator[Ratio]:
    """Recording and closing, case by case in turn on two copies of the same office."""
    sample = sample_office(cases)
    with scratch() as folder:
        ours, bare = copy_of(sample, folder, "ours.db"), copy_of(sample, folder, "bare.db")
        with open_office(str(ours)) as office, raw(bare) as connection, _appending(folder / "floor") as append:
            twins = _Twins(office, connection, append)
            with twins.overheard():
                twins.round(0)
                kept = [twins.round(turn) for turn in range(1, ROUNDS + 1)]
        if _content(ours) != _content(bare):
            raise RuntimeError("the bare statements did not write what the program wrote")
    rounds = Rounds({name: [taken[name] for taken in kept] for name in kept[0]})
    yield rounds.ratio(_RECORD, _BARE_RECORD, 5)
    yield rounds.ratio(_CLOSE, _BARE_CLOSE, 5)
    yield rounds.ratio(_BARE_RECORD, _FLOOR)
    yield rounds.ratio(_RECORD, _FLOOR)


@dataclass(frozen=True, slots=True)
class _Twins:
    """An office and a bare connection to its copy, to which everything is repeated that the office sends."""

    office: Office
    bare: sqlite3.Connection
    append: Callable[[], object]
    sent: list[tuple[str, Any, bool]] = field(default_factory=list)

    @contextmanager
    def overheard(self) -> Iterator[None]:
        """Takes down every statement with its parameters as the driver gets them."""

        def listen(_: Any, __: Any, statement: str, parameters: Any, ___: Any, many: bool) -> None:
            self.sent.append((statement, parameters, many))

        event.listen(Engine, "before_cursor_execute", listen)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", listen)

    def round(self, turn: int) -> dict[str, float]:
        """The median seconds of each contender over one round of cases."""
        seconds: _Seconds = {name: [] for name in (_RECORD, _BARE_RECORD, _CLOSE, _BARE_CLOSE, _FLOOR)}
        areas = self.office.registers.areas()
        deadlines = deadlines_of(self.office.registers)
        town = areas.towns[0].code
        village = areas.villages(town)[0].code
        for place in range(_CASES_A_ROUND):
            now = _START + timedelta(minutes=turn * _CASES_A_ROUND + place)
            draft = EventDraft(
                town=town,
                village=village,
                title="模拟：道路积水",
                category="ZF0303",
                address="模拟路段",
                reporter="模拟网格员01",
                source="网格上报",
                level="一般",
                reported_at=now - timedelta(minutes=30),
                due_at=now + timedelta(days=10),
                handler="模拟经办人01",
            )
            self.sent.clear()
            start = perf_counter()
            saved = record(self.office.cases, areas, deadlines, draft, _ACTOR, _clock(now))
            seconds[_RECORD].append(perf_counter() - start)
            seconds[_BARE_RECORD].append(_taken(self.repeat))

            self.sent.clear()
            accepted = take(
                self.office.cases, saved.id, saved.version, Order(move=Move.ACCEPT), deadlines, _ACTOR, _clock(now)
            )
            self.repeat()
            done = Order(move=Move.CLOSE, result="模拟处理", evidence="模拟佐证")
            self.sent.clear()
            start = perf_counter()
            take(self.office.cases, saved.id, accepted.version, done, deadlines, _ACTOR, _clock(now))
            seconds[_CLOSE].append(perf_counter() - start)
            seconds[_BARE_CLOSE].append(_taken(self.repeat))
            seconds[_FLOOR].append(_taken(self.append))
        return {name: median(taken) for name, taken in seconds.items()}

    def repeat(self) -> None:
        """Sends what was overheard, in one transaction."""
        self.bare.execute("BEGIN IMMEDIATE")
        for statement, parameters, many in self.sent:
            send = self.bare.executemany if many else self.bare.execute
            send(statement, parameters).fetchall()
        self.bare.execute("COMMIT")


@contextmanager
def _appending(path: Path) -> Iterator[Callable[[], object]]:
    """The least that keeping anything can take: a block at the end of a file, on the disk."""
    with path.open("ab", buffering=0) as file:

        def append() -> None:
            file.write(_BLOCK)
            os.fdatasync(file.fileno())

        yield append


def _taken(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _clock(moment: datetime) -> Clock:
    return lambda: moment


def _content(path: Path) -> list[tuple[object, ...]]:
    with raw(path) as connection:
        return [
            connection.execute(f"SELECT count(*), max({column}) FROM {table}").fetchone()
            for table, column in (("case_head", "id"), ("history", "digest"), ("posting", "case_id"))
        ]
