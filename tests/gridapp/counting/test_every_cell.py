"""Every figure is a list, and tables add up, cell by cell on a large set of every kind (check 1)."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from db.office import open_office
from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate, Value
from gridapp.counting.basis import Basis
from gridapp.counting.comparing import ComparedLine, ComparedTally, compared
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.grouping import Level
from gridapp.counting.indicator import Aggregate, catalogue
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.sampling.office import build_sample
from tests.sizes import FULL

_CASES = 100_000 if FULL else 400
_LEAST_CELLS = 5_000 if FULL else 1_500
_PERIODS = ("2018-06", "2018-H1", "2017-03-05..2018-02-17") if FULL else ("2017-03-05..2018-02-17",)
_PLAIN = frozenset(Aggregate) - {Aggregate.DISTINCT}
_TABLES: tuple[tuple[Kind, tuple[Dimension, ...]], ...] = (
    (Kind.EVENT, (Dimension.VILLAGE, Dimension.GRID)),
    (Kind.EVENT, (Dimension.PLATFORM, Dimension.MAJOR, Dimension.CATEGORY)),
    (Kind.DISPUTE, (Dimension.VILLAGE,)),
    (Kind.DISPUTE, (Dimension.COMMITTEE, Dimension.MONTHLY_TYPE)),
    (Kind.PETITION, (Dimension.CHANNEL, Dimension.OUTCOME)),
    (Kind.HAZARD, (Dimension.VILLAGE,)),
    (Kind.HAZARD, (Dimension.PLACE_TYPE, Dimension.CATEGORY)),
    (Kind.INSPECTION, (Dimension.VILLAGE,)),
    (Kind.WORKLOG, (Dimension.CATEGORY,)),
    (Kind.VISIT, (Dimension.VILLAGE,)),
    (Kind.PATROL, (Dimension.STAFF,)),
)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with reopened, merged, voided and late cases, some without a village, some that came closed."""
    with open_office(str(tmp_path_factory.mktemp("big") / "office.db")) as office:
        build_sample(office, _CASES, 9, lambda _: None)
        yield office


def _tables(office: Office, period: str, *bases: Basis) -> Iterator[ComparedTally]:
    words = words_of(office)
    for kind, by in _TABLES:
        yield compared(office.ledger, words, catalogue()[kind], Cut(period_named(period)), by, bases)


@pytest.mark.timeout(7200)
def test_every_cell_is_its_list(big: Office) -> None:
    looked = 0
    for period in _PERIODS:
        for table in _tables(big, period):
            for line in table.lines:
                for indicator in table.columns:
                    cell = line.cell(indicator)
                    listed = cases_behind(big.ledger, indicator, cell.cut)
                    total = sum((case.quantity for case in listed), Decimal(0))
                    amount = cell.value.numerator if isinstance(cell.value, Rate) else cell.value
                    assert total == amount, (indicator.code, line.keys, period)
                    assert len({case.case_id for case in listed}) == len(listed)
                    looked += 1
    assert looked >= _LEAST_CELLS


def _columns(table: ComparedTally, line: ComparedLine) -> list[tuple[Decimal, Decimal]]:
    """The columns that add up: amounts, and of rates both parts, of every period."""
    plain = [c.code for c in table.columns if all(reading.aggregate in _PLAIN for reading in c.readings)]
    return [_parts(values[code]) for values in (line.values, *line.than.values()) for code in plain]


def _parts(value: Value) -> tuple[Decimal, Decimal]:
    if isinstance(value, Rate):
        return value.numerator, value.denominator
    return value or Decimal(0), Decimal(0)


def _sum_of(table: ComparedTally, lines: list[ComparedLine]) -> list[tuple[Decimal, Decimal]]:
    rows = [_columns(table, line) for line in lines]
    return [
        (sum((pair[0] for pair in column), Decimal(0)), sum((pair[1] for pair in column), Decimal(0)))
        for column in zip(*rows, strict=True)
    ]


@pytest.mark.timeout(7200)
def test_rows_add_up_to_subtotals_and_totals_in_every_period_that_is_compared(big: Office) -> None:
    sums = 0
    for period in _PERIODS:
        for table in _tables(big, period, Basis.BEFORE, Basis.LAST_YEAR, Basis.YEAR_TO_DATE):
            apart = 1 if table.chapter.apart else 0
            for line in table.lines:
                if line.level is Level.ROW:
                    continue
                depth = len(line.keys) - apart
                below = [
                    other
                    for other in table.lines
                    if len(other.keys) == len(line.keys) + 1
                    and (other.keys[:depth], other.keys[depth + 1 :]) == (line.keys[:depth], line.keys[depth:])
                ]
                if below:
                    assert _sum_of(table, below) == _columns(table, line), (table.chapter.kind, line.keys)
                    sums += 1
    assert sums > len(_TABLES)


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION])
@pytest.mark.timeout(7200)
def test_months_add_up_to_the_period_and_balances_go_on(big: Office, kind: Kind) -> None:
    chapter, words = catalogue()[kind], words_of(big)
    flows = replace(chapter, indicators=tuple(c for c in chapter.everything if c.reading.aggregate is Aggregate.FLOW))
    for by in (Dimension.VILLAGE, Dimension.CATEGORY):
        whole = compared(big.ledger, words, flows, Cut(period_named("2017..2018")), (by,))
        months = compared(big.ledger, words, flows, Cut(period_named("2017..2018")), (by, Dimension.MONTH))
        for line in whole.lines:
            if line.level is Level.ROW:
                of_line = [m for m in months.lines if m.level is Level.ROW and m.keys[0] == line.keys[0]]
                assert not of_line or _sum_of(months, of_line) == _columns(whole, line)


def test_closed_reopened_and_closed_again_counts_once_where_the_story_is_whole(big: Office) -> None:
    """In the sample each reopened case is closed again: over all years there are no more closings than cases."""
    words, whole = words_of(big), Cut(period_named("2014..2020"))
    for kind, new, ended in ((Kind.EVENT, "reported", "closed"), (Kind.DISPUTE, "found", "handled")):
        table = compared(big.ledger, words, catalogue()[kind], whole, (Dimension.VILLAGE, Dimension.GRID))
        assert table.lines[-1].values[f"{kind.value}.reopened"] > 0  # type: ignore[operator]
        indicator = next(c for c in table.columns if c.code == f"{kind.value}.{ended}")
        for line in table.lines:
            assert line.values[f"{kind.value}.{ended}"] <= line.values[f"{kind.value}.{new}"]  # type: ignore[operator]
        listed = cases_behind(big.ledger, indicator, whole)
        assert {case.quantity for case in listed} == {Decimal(1)}
