"""How the tables of a random history are held against its independent counter (与独立复核逐格核对)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, settings

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Aggregate, Chapter, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, Tally, figure, tally
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.period import Period, period_named
from gridapp.domain.status import RUNNING
from gridapp.ports import CaseQuery
from tests.gridapp.counting.history import History
from tests.sizes import FULL

Figure = Decimal | tuple[Decimal, Decimal]
Figures = dict[str, Figure]
Counter = Callable[[Sequence[Any], Period], Figures]
Group = Callable[[Any], str | None]

WHOLE = period_named("2016-12..2018-12")

random_courses = settings(
    max_examples=60 if FULL else 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def whole_chapter(kind: Kind) -> Chapter:
    """The table of a kind with those of its smaller tables in it."""
    chapter = catalogue()[kind]
    return replace(chapter, indicators=chapter.everything, asides={})


def table(history: History[Any], *by: Dimension, period: Period = WHOLE, unit: str | None = None) -> Tally:
    """Every figure of a history."""
    asked = {} if unit is None else {Dimension.UNIT: (unit,)}
    return tally(
        history.office.ledger, history.words, whole_chapter(history.kind), Cut(period, history.town, asked), by
    )


def told(value: Value) -> Figure:
    """A value of a table as an independent counter says it."""
    if isinstance(value, Rate):
        return value.numerator, value.denominator
    assert value is not None
    return value


def amounts(row: Row) -> dict[str, Decimal]:
    """The amounts of a row."""
    return {code: value for code, value in row.values.items() if isinstance(value, Decimal)}


def agree(history: History[Any], count: Counter, groups: Mapping[Dimension, Group], unit: str | None = None) -> None:
    """Every cell by every dimension, and the total, is what the independent counter says."""
    facts = [fact for fact in history.facts if unit is None or groups[Dimension.UNIT](fact) == unit]
    nothing, whole = count([], WHOLE), count(facts, WHOLE)
    for dimension in (Dimension.MONTH, *groups):
        expected = _expected(facts, count, dimension, groups)
        cells = table(history, dimension, unit=unit)
        rows = {row.keys[0]: {code: told(value) for code, value in row.values.items()} for row in cells.rows}
        for key in rows.keys() | expected.keys():
            figures, shown = expected.get(key, nothing), rows.get(key, nothing)
            wrong = {
                c.code: (shown[c.code], figures[c.code]) for c in cells.columns if shown[c.code] != figures[c.code]
            }
            assert not wrong, (dimension, key, wrong)
        assert {c.code: told(cells.total[c.code]) for c in cells.columns} == {
            c.code: whole[c.code] for c in cells.columns
        }


def _expected(
    facts: Sequence[Any], count: Counter, dimension: Dimension, groups: Mapping[Dimension, Group]
) -> Mapping[str | None, Figures]:
    if dimension is Dimension.MONTH:
        return {str(month): count(facts, month.period) for month in WHOLE.months()}
    group = groups[dimension]
    return {name: count([f for f in facts if group(f) == name], WHOLE) for name in {group(fact) for fact in facts}}


def agree_in_a_period(
    history: History[Any], count: Counter, facts: Sequence[Any], period: Period, unit: str | None = None
) -> None:
    """The totals of a period that cuts months."""
    found = {code: told(value) for code, value in table(history, period=period, unit=unit).total.items()}
    assert found == count(facts, period)


def rows_add_up(history: History[Any], cells: Tally) -> None:
    """Of everything that happens in a period the rows add up to the total."""
    for indicator in cells.columns:
        if indicator.denominator is None and indicator.reading.aggregate is Aggregate.FLOW:
            assert sum(amounts(row)[indicator.code] for row in cells.rows) == cells.total[indicator.code]


def balances(cells: Tally, opening: str, new: str, ended: str, closing: str) -> None:
    """opening + new − ended = closing in every cell, and each month opens with what the one before closed with."""
    for row in cells.rows:
        cell = amounts(row)
        assert cell[opening] + cell[new] - cell[ended] == cell[closing], row.keys
    if cells.by == (Dimension.MONTH,):
        for earlier, later in pairwise(amounts(row) for row in cells.rows):
            assert later[opening] == earlier[closing]


def overdue_is_its_list(history: History[Any]) -> None:
    """As the day ends that the history has come to, the overdue figure is the count of the overdue list."""
    office, day = history.office, day_of(history.now)
    evening = end_of(day) - timedelta(microseconds=1)
    listed = CaseQuery(kind=history.kind, town=history.town, statuses=RUNNING, due_before=evening)
    cut = Cut(Period(date(2016, 1, 1), day + timedelta(days=1)), history.town)
    overdue = indicator_named(f"{history.kind.value}.overdue")
    assert figure(office.ledger, overdue, cut) == office.lists.count(listed)


def cells_are_lists(history: History[Any], cells: Tally) -> None:
    """Every cell is its list, with the same count and no case twice."""
    ledger = history.office.ledger
    for row in cells.rows:
        cut = cells.cut.narrowed(cells.by, row.keys)
        for indicator in cells.columns:
            value = row.values[indicator.code]
            amount = value.numerator if isinstance(value, Rate) else value
            if amount:
                counted = cases_behind(ledger, indicator, cut)
                assert sum(case.quantity for case in counted) == amount, indicator.code
                assert len({case.case_id for case in counted}) == len(counted)
                assert figure(ledger, indicator, cut) == value
