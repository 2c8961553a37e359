"""上期结存 + 本期新增 − 本期办结 = 期末在办, in every cell of two years of random operations (check 4)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.grouping import nothing_of
from gridapp.counting.indicator import Aggregate, Chapter, Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.gridapp.counting import dispute_history, event_history, hazard_history, petition_history
from tests.gridapp.counting.history import History, long
from tests.offices import at
from tests.sizes import FULL

_YEARS = period_named("2017-01..2018-12")
_STORY = period_named("2016-01..2018-12")
_OPERATIONS = 2_500 if FULL else 150
"""Of each of four kinds."""

_AT_ONCE = 320
"""What a history has room for in two years."""

_PARTS = {
    Kind.EVENT: ("closed", ("closed_on_time", "closed_late")),
    Kind.DISPUTE: ("handled", ("succeeded", "failed", "withdrawn", "transferred")),
    Kind.PETITION: ("finished", ("finished_on_time", "finished_late")),
    Kind.HAZARD: ("removed", ("removed_on_time", "removed_late")),
}
"""办结 and what it consists of."""


@dataclass(frozen=True)
class _Town:
    """A town with its history behind it."""

    kind: Kind
    town: str
    words: Words
    operations: int


def _events(office: Office, seed: int, most: int) -> _Town:
    history = event_history.History(office, at(2017, 1, 10, 8))
    taken = 0
    for step in long(event_history.DOINGS, seed, most):
        if history.now < at(2018, 11, 20):
            history.take(event_history.Step(step.what, step.which, step.a % 60, step.b))
            taken += 1
    return _Town(Kind.EVENT, history.town, history.words, taken)


def _others(history: type[History[Any]], doings: tuple[str, ...]) -> Callable[[Office, int, int], _Town]:
    def live(office: Office, seed: int, most: int) -> _Town:
        taken: list[None] = []
        lived = history(office).live(long(doings, seed, most), lambda: taken.append(None))
        return _Town(lived.kind, lived.town, lived.words, len(taken))

    return live


_LIVES: dict[Kind, Callable[[Office, int, int], _Town]] = {
    Kind.EVENT: _events,
    Kind.DISPUTE: _others(dispute_history.DisputeHistory, dispute_history.DOINGS),
    Kind.PETITION: _others(petition_history.PetitionHistory, petition_history.DOINGS),
    Kind.HAZARD: _others(hazard_history.HazardHistory, hazard_history.DOINGS),
}


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", list(_LIVES))
def test_the_identity_holds_in_every_cell_and_each_month_opens_as_the_last_one_closed(
    sqlite_office: Office, kind: Kind
) -> None:
    operations, seed, cells = 0, 0, 0
    while operations < _OPERATIONS:
        town = _LIVES[kind](sqlite_office, seed, min(_AT_ONCE, _OPERATIONS - operations))
        operations, seed = operations + town.operations, seed + 1
        for unit in ("条", "处") if kind is Kind.HAZARD else (None,):
            for dimension in (Dimension.VILLAGE, Dimension.CATEGORY, Dimension.STAFF):
                cells += _identity_holds(sqlite_office, town, dimension, unit)
            _parts_make_up_the_whole(sqlite_office, town, unit)
    assert cells > 100


def _balances(kind: Kind) -> Iterator[tuple[Indicator, Indicator, Indicator]]:
    """Of every 期末 of a kind: its own opening, what came and went, and its closing."""
    for indicator in catalogue()[kind].everything:
        if indicator.reading.aggregate is Aggregate.CLOSING and indicator.denominator is None:
            yield (
                _read(indicator, "opening", Aggregate.OPENING),
                _read(indicator, "moved", Aggregate.FLOW),
                indicator,
            )


def _read(indicator: Indicator, name: str, aggregate: Aggregate) -> Indicator:
    reading = replace(indicator.reading, aggregate=aggregate)
    return replace(indicator, code=f"{indicator.code}/{name}", reading=reading, denominator=None)


def _identity_holds(office: Office, town: _Town, dimension: Dimension, unit: str | None) -> int:
    triples = [three for three in _balances(town.kind) if dimension not in three[2].lacks]
    chapter = _chapter(town.kind, tuple(indicator for three in triples for indicator in three))
    cut = _cut(town, unit)
    told = tally(office.ledger, town.words, chapter, cut, (dimension, Dimension.MONTH))
    whole = tally(office.ledger, town.words, chapter, cut, (dimension,))
    values = {row.keys: row.values for row in told.rows}
    keys, months = {key for key, _ in values}, [str(month) for month in _YEARS.months()]
    nothing, cells = nothing_of(told.columns), 0
    for opening, moved, closing in triples:
        for key in keys:
            balances = [values.get((key, month), nothing) for month in months]
            for balance in balances:
                assert _sum(balance[opening.code], balance[moved.code]) == balance[closing.code], (closing.code, key)
                cells += 1
            for earlier, later in pairwise(balances):
                assert later[opening.code] == earlier[closing.code], (closing.code, key)
        for row in whole.rows:
            assert _sum(row.values[opening.code], row.values[moved.code]) == row.values[closing.code]
            if row.keys[0] in keys:
                assert row.values[closing.code] == values.get((row.keys[0], months[-1]), nothing)[closing.code]
    return cells


def _sum(one: Value, other: Value) -> Value:
    return one + other  # type: ignore[operator]


def _parts_make_up_the_whole(office: Office, town: _Town, unit: str | None) -> None:
    """办结 is the sum of its parts in every cell; over the whole story no more succeeds than was handled."""
    whole, parts = (
        f"{town.kind.value}.{_PARTS[town.kind][0]}",
        [f"{town.kind.value}.{p}" for p in _PARTS[town.kind][1]],
    )
    everything = tuple(i for i in catalogue()[town.kind].everything if i.code in (whole, *parts))
    for by in ((Dimension.VILLAGE, Dimension.MONTH), (Dimension.CATEGORY, Dimension.MONTH)):
        for row in tally(office.ledger, town.words, _chapter(town.kind, everything), _cut(town, unit), by).rows:
            assert sum(row.values[part] for part in parts) == row.values[whole], row.keys  # type: ignore[misc]
    if town.kind is Kind.DISPUTE:
        cut = replace(_cut(town, unit), period=_STORY)
        for row in tally(office.ledger, town.words, _chapter(town.kind, everything), cut, (Dimension.VILLAGE,)).rows:
            assert row.values[whole] >= row.values["dispute.succeeded"]  # type: ignore[operator]


def _chapter(kind: Kind, indicators: tuple[Indicator, ...]) -> Chapter:
    return replace(catalogue()[kind], indicators=indicators, asides={})


def _cut(town: _Town, unit: str | None) -> Cut:
    return Cut(_YEARS, town.town, {} if unit is None else {Dimension.UNIT: (unit,)})
