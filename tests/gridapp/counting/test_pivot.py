"""Crosstabs: totals of both sides, every expected word, balances by month, rates by their parts, every cell a list."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate, Value
from gridapp.counting.cell import Cell
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Aggregate, Indicator, catalogue, indicator_named
from gridapp.counting.pivot import Pivot, pivot, pivots
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.small_office import fill
from tests.offices import TOWN, VILLAGES, at

TONGCHUAN, NEIFENG, XISHAN = VILLAGES
PERIOD = period_named("2018-01..2018-02")
_ADD_UP = frozenset({Aggregate.FLOW, Aggregate.OPENING, Aggregate.CLOSING})


def pivot_dimensions(indicator: Indicator) -> Sequence[Dimension]:
    """The dimensions by which an indicator can be told."""
    chapter = catalogue()[indicator.kind]
    return [dimension for dimension in chapter.dimensions if dimension not in indicator.lacks]


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    """The small office in a file."""
    fill(sqlite_office)
    return sqlite_office


def _pivot(office: Office, code: str, rows: Dimension, columns: Dimension, **where: str) -> Pivot:
    cut = Cut(PERIOD, TOWN, {Dimension(name): (word,) for name, word in where.items()})
    return pivot(office.ledger, words_of(office), indicator_named(code), cut, rows, columns)


def test_rows_columns_and_both_totals_worked_out_by_hand(small: Office) -> None:
    table = _pivot(small, "event.reported", Dimension.VILLAGE, Dimension.MONTH)
    assert table.row_keys == (TONGCHUAN, NEIFENG, XISHAN, None)
    assert table.column_keys == ("2018-01", "2018-02")
    assert [[table.values[row, column] for column in table.column_keys] for row in table.row_keys] == [
        [2, 0],
        [1, 0],
        [0, 0],
        [0, 1],
    ]
    assert [table.row_totals[row] for row in table.row_keys] == [2, 1, 0, 1]
    assert [table.column_totals[column] for column in table.column_keys] == [3, 1]
    assert table.total == 4


def test_a_balance_by_months_ends_with_that_of_the_last(small: Office) -> None:
    table = _pivot(small, "event.closing", Dimension.VILLAGE, Dimension.MONTH)
    assert [table.values[TONGCHUAN, month] for month in table.column_keys] == [1, 1]
    assert [table.column_totals[month] for month in table.column_keys] == [2, 2]
    assert table.row_totals[TONGCHUAN] == 1
    assert table.total == 2
    opening = _pivot(small, "event.opening", Dimension.MONTH, Dimension.VILLAGE)
    assert [opening.row_totals[month] for month in opening.row_keys] == [1, 2]
    assert opening.column_totals[TONGCHUAN] == 1


def test_a_rate_is_told_by_its_parts(small: Office) -> None:
    table = _pivot(small, "event.on_time_rate", Dimension.VILLAGE, Dimension.MONTH)
    assert table.values[TONGCHUAN, "2018-01"] == Rate(Decimal(1), Decimal(2))
    assert table.values[XISHAN, "2018-01"] == Rate(Decimal(0), Decimal(0))


def _sum(values: list[Value]) -> Value:
    if any(isinstance(value, Rate) for value in values):
        rates = [value for value in values if isinstance(value, Rate)]
        zero = Decimal(0)
        return Rate(sum((r.numerator for r in rates), zero), sum((r.denominator for r in rates), zero))
    return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.PERSON])
def test_rows_and_columns_add_up_to_their_totals(small: Office, kind: Kind) -> None:
    looked = 0
    for indicator in catalogue()[kind].everything:
        if not all(reading.aggregate in _ADD_UP for reading in indicator.readings):
            continue
        dimensions = [d for d in pivot_dimensions(indicator) if d is not Dimension.MONTH]
        cut = Cut(PERIOD, TOWN)
        for rows, columns in zip(dimensions, [*dimensions[1:], dimensions[0]], strict=True):
            table = pivot(small.ledger, words_of(small), indicator, cut, rows, columns)
            if not table.values:
                continue
            for row in table.row_keys:
                assert _sum([table.values[row, column] for column in table.column_keys]) == table.row_totals[row]
            for column in table.column_keys:
                assert _sum([table.values[row, column] for row in table.row_keys]) == table.column_totals[column]
            assert _sum(list(table.row_totals.values())) == table.total == _sum(list(table.column_totals.values()))
            looked += 1
    assert looked


def _cells(table: Pivot) -> list[Cell]:
    inside = [table.cell(row, column) for row in table.row_keys for column in table.column_keys]
    sides = [table.row_total(row) for row in table.row_keys] + [table.column_total(c) for c in table.column_keys]
    return [*inside, *sides, table.grand_total]


@pytest.mark.parametrize(
    "code",
    [
        "event.closing",
        "event.close_rate",
        "event.closed",
        "dispute.success_rate",
        "inspection.places",
        "petition.persons",
    ],
)
@pytest.mark.parametrize("rows", [Dimension.VILLAGE, Dimension.CATEGORY])
def test_every_cell_and_total_is_its_list(small: Office, code: str, rows: Dimension) -> None:
    for cell in _cells(_pivot(small, code, rows, Dimension.MONTH)):
        amount = cell.value.numerator if isinstance(cell.value, Rate) else cell.value
        listed = cases_behind(small.ledger, cell.indicator, cell.cut)
        assert sum((case.quantity for case in listed), Decimal(0)) == amount, cell.cut
        assert figure(small.ledger, cell.indicator, cell.cut) == cell.value


def test_units_that_must_stay_apart_have_a_table_each(small: Office) -> None:
    tables = pivots(
        small.ledger,
        words_of(small),
        indicator_named("hazard.found"),
        Cut(PERIOD, TOWN),
        Dimension.VILLAGE,
        Dimension.MONTH,
    )
    found = {table.cut.where[Dimension.UNIT]: table.total for table in tables}
    assert found == {("条",): 3, ("处",): 1}
    with pytest.raises(Refusal, match="安全隐患的单位不能相加"):
        _pivot(small, "hazard.found", Dimension.VILLAGE, Dimension.MONTH)


def test_beside_the_units_themselves_nothing_is_added_across_them(small: Office) -> None:
    table = _pivot(small, "hazard.found", Dimension.VILLAGE, Dimension.UNIT)
    assert table.column_totals == {"条": 3, "处": 1}
    assert (set(table.row_totals.values()), table.total) == ({None}, None)
    turned = _pivot(small, "hazard.found", Dimension.UNIT, Dimension.VILLAGE)
    assert (set(turned.column_totals.values()), turned.total) == ({None}, None)
    assert {unit: turned.row_totals[unit] for unit in turned.row_keys} == table.column_totals


def test_as_of_and_scope_narrow_every_cell(small: Office) -> None:
    words, indicator = words_of(small), indicator_named("event.reported")
    cut = Cut(PERIOD, TOWN, {Dimension.VILLAGE: (NEIFENG,)})
    table = pivot(small.ledger, words, indicator, cut, Dimension.PLATFORM, Dimension.MONTH)
    assert table.total == 1
    before = replace(cut, as_of=at(2018, 2, 28))
    assert pivot(small.ledger, words, indicator, before, Dimension.PLATFORM, Dimension.MONTH).total == 0


@pytest.mark.parametrize(
    ("code", "rows", "columns", "said"),
    [
        ("dispute.found", Dimension.PLATFORM, Dimension.MONTH, "没有“平台”"),
        ("dispute.found", Dimension.VILLAGE, Dimension.OUTCOME, "“排查”不分结果"),
        ("event.closed", Dimension.VILLAGE, Dimension.VILLAGE, "行和列都是村社"),
    ],
)
def test_what_cannot_be_told_is_refused(
    small: Office, code: str, rows: Dimension, columns: Dimension, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        _pivot(small, code, rows, columns)


def test_a_scope_that_the_indicator_lacks_is_refused(small: Office) -> None:
    with pytest.raises(Refusal, match="“排查”不分结果"):
        _pivot(small, "dispute.found", Dimension.VILLAGE, Dimension.MONTH, outcome="撤回")


def test_every_dimension_that_can_be_told_makes_a_table(small: Office) -> None:
    for dimension in pivot_dimensions(indicator_named("dispute.handled")):
        if dimension is not Dimension.VILLAGE:
            table = _pivot(small, "dispute.handled", dimension, Dimension.VILLAGE)
            assert set(table.column_keys) >= set(VILLAGES)
