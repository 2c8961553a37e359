"""Tables beside other periods: the right periods, changes that can be said, lines that add up, every value a list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate, Value
from gridapp.counting.basis import Basis, moved, period_of
from gridapp.counting.cell import Cell
from gridapp.counting.change import change_in_words, change_of
from gridapp.counting.comparing import ComparedLine, ComparedTally, compared
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.grouping import Level
from gridapp.counting.indicator import Aggregate, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure, tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.small_office import fill
from tests.offices import NOW, TOWN, VILLAGES, at, closed, recorded

TONGCHUAN, NEIFENG, XISHAN = VILLAGES
REPORTED, CLOSED, CLOSING = (indicator_named(f"event.{name}") for name in ("reported", "closed", "closing"))
CLOSE_RATE = indicator_named("event.close_rate")


@pytest.mark.parametrize(
    ("basis", "period", "other"),
    [
        (Basis.BEFORE, "2018-03", "2018-02-01..2018-02-28"),
        (Basis.BEFORE, "2018-01", "2017-12-01..2017-12-31"),
        (Basis.BEFORE, "2018-Q1", "2017-10-01..2017-12-31"),
        (Basis.BEFORE, "2018-H1", "2017-07-01..2017-12-31"),
        (Basis.BEFORE, "2018", "2017-01-01..2017-12-31"),
        (Basis.BEFORE, "2018-01..2018-05", "2017-08-01..2017-12-31"),
        (Basis.BEFORE, "2018-03-10..2018-03-12", "2018-03-07..2018-03-09"),
        (Basis.LAST_YEAR, "2018-06", "2017-06-01..2017-06-30"),
        (Basis.LAST_YEAR, "2021-02", "2020-02-01..2020-02-29"),
        (Basis.LAST_YEAR, "2020-02", "2019-02-01..2019-02-28"),
        (Basis.LAST_YEAR, "2020-02-29", "2019-02-28..2019-02-28"),
        (Basis.LAST_YEAR, "2020-02-10..2020-02-28", "2019-02-10..2019-02-28"),
        (Basis.LAST_YEAR, "2020-01-01..2020-02-29", "2019-01-01..2019-02-28"),
        (Basis.LAST_YEAR, "2018-01-01..2018-06-11", "2017-01-01..2017-06-11"),
        (Basis.YEAR_TO_DATE, "2018-05", "2018-01-01..2018-05-31"),
        (Basis.YEAR_TO_DATE, "2017-12..2018-02", "2018-01-01..2018-02-28"),
        (Basis.YEAR_TO_DATE, "2018-06-05..2018-06-11", "2018-01-01..2018-06-11"),
        (Basis.LAST_YEAR_TO_DATE, "2020-02-20..2020-02-29", "2019-01-01..2019-02-28"),
        (Basis.LAST_YEAR_TO_DATE, "2018-05", "2017-01-01..2017-05-31"),
    ],
)
def test_each_period_is_compared_with_its_own(basis: Basis, period: str, other: str) -> None:
    assert str(period_of(basis, period_named(period))) == other


def test_where_there_is_no_earlier_period_it_is_refused() -> None:
    with pytest.raises(Refusal, match="没有可以比较的上年同期"):
        period_of(Basis.LAST_YEAR, Period(date(1, 1, 1), date(1, 2, 1)))


def test_the_cases_of_a_rate_have_as_long_to_be_closed_in_both_periods() -> None:
    row = Cut(period_named("2018-03"), table_end=date(2019, 1, 1))
    assert moved(row, Basis.YEAR_TO_DATE).cutoff == date(2019, 1, 1)
    assert moved(row, Basis.BEFORE).cutoff == date(2018, 3, 1) + (date(2019, 1, 1) - date(2018, 4, 1))
    assert moved(Cut(period_named("2018-03")), Basis.BEFORE).cutoff == date(2018, 3, 1)


def _rate(numerator: int, denominator: int) -> Rate:
    return Rate(Decimal(numerator), Decimal(denominator))


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        (Decimal(19117), Decimal(24575), "-22.21%"),
        (Decimal(12), Decimal(10), "+20.00%"),
        (Decimal(10), Decimal(10), "0.00%"),
        (Decimal(20), Decimal(10), "+100.00%"),
        (Decimal(0), Decimal(10), "-100.00%"),
        (Decimal(1), Decimal(100_000), "-99.99%"),
        (Decimal(100_001), Decimal(100_000), "+0.01%"),
        (Decimal(199_999), Decimal(100_000), "+99.99%"),
        (Decimal(5), Decimal(0), "—"),
        (Decimal(0), Decimal(0), "—"),
        (Decimal(5), Decimal(-1), "—"),
        (None, Decimal(1), "—"),
        (_rate(9, 10), _rate(8, 10), "+10.00个百分点"),
        (_rate(1954, 1955), _rate(1955, 1955), "-0.05个百分点"),
        (_rate(9, 10), _rate(0, 0), "—"),
        (_rate(0, 0), _rate(9, 10), "—"),
    ],
)
def test_a_change_is_said_in_percent_or_points_or_not_at_all(now: Value, then: Value, said: str) -> None:
    assert change_in_words(change_of(now, then)) == said


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    """The small office in a file."""
    fill(sqlite_office)
    return sqlite_office


def _table(office: Office, kind: Kind, period: str, *by: Dimension, bases: tuple[Basis, ...] = ()) -> ComparedTally:
    cut = Cut(period_named(period), TOWN)
    return compared(office.ledger, words_of(office), catalogue()[kind], cut, by, bases)


def _line(table: ComparedTally, *keys: str | None) -> ComparedLine:
    return next(line for line in table.lines if line.keys == keys)


def test_values_beside_those_of_other_periods_worked_out_by_hand(small: Office) -> None:
    table = _table(small, Kind.EVENT, "2018-02", Dimension.VILLAGE, bases=tuple(Basis))
    tongchuan, total = _line(table, TONGCHUAN), _line(table)
    assert [tongchuan.values[c.code] for c in (REPORTED, CLOSED, CLOSING)] == [0, 0, 1]
    assert [tongchuan.than[Basis.BEFORE][c.code] for c in (REPORTED, CLOSED, CLOSING)] == [2, 2, 1]
    assert [tongchuan.than[Basis.YEAR_TO_DATE][c.code] for c in (REPORTED, CLOSED, CLOSING)] == [2, 2, 1]
    assert change_in_words(tongchuan.change(Basis.BEFORE, CLOSED)) == "-100.00%"
    assert (total.level, total.values[CLOSED.code], total.than[Basis.BEFORE][CLOSED.code]) == (
        Level.TOTAL,
        Decimal(1),
        Decimal(2),
    )
    assert change_in_words(total.change(Basis.BEFORE, CLOSED)) == "-50.00%"
    assert change_in_words(total.change(Basis.LAST_YEAR, CLOSED)) == "—"


def test_a_line_by_months_is_compared_month_by_month(small: Office) -> None:
    table = _table(small, Kind.EVENT, "2018-01..2018-02", Dimension.MONTH, bases=(Basis.BEFORE, Basis.YEAR_TO_DATE))
    february = _line(table, "2018-02")
    assert (february.values[REPORTED.code], february.than[Basis.BEFORE][REPORTED.code]) == (Decimal(1), Decimal(3))
    assert february.than[Basis.YEAR_TO_DATE][REPORTED.code] == 4
    assert february.cell_of(Basis.BEFORE, REPORTED).cut.period == period_named("2018-01")


def test_what_counted_only_in_the_other_period_has_a_line(small: Office) -> None:
    table = _table(small, Kind.EVENT, "2018-03", Dimension.CATEGORY, bases=(Basis.BEFORE,))
    line = _line(table, "ZZ0102")
    assert (line.values[REPORTED.code], line.than[Basis.BEFORE][REPORTED.code]) == (Decimal(0), Decimal(1))


def test_subtotals_stand_after_their_rows_and_the_total_last(small: Office) -> None:
    table = _table(small, Kind.EVENT, "2018-01..2018-02", Dimension.PLATFORM, Dimension.MAJOR, Dimension.CATEGORY)
    levels = [(line.level, line.keys) for line in table.lines]
    first = levels.index((Level.ROW, ("ZZ", "ZZ01", "ZZ0102")))
    assert levels[first + 1 : first + 3] == [(Level.SUBTOTAL, ("ZZ", "ZZ01")), (Level.SUBTOTAL, ("ZZ",))]
    assert levels[-1] == (Level.TOTAL, ())


def _amounts(table: ComparedTally, line: ComparedLine) -> list[dict[str, Value]]:
    flows = [c.code for c in table.columns if c.denominator is None and c.reading.aggregate is not Aggregate.DISTINCT]
    return [{code: values[code] for code in flows} for values in (line.values, *line.than.values())]


def _sum(lines: list[list[dict[str, Value]]]) -> list[dict[str, Value]]:
    total = lines[0]
    for line in lines[1:]:
        total = [{code: a[code] + b[code] for code in a} for a, b in zip(total, line, strict=True)]  # type: ignore[operator]
    return total


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        (Kind.EVENT, (Dimension.PLATFORM, Dimension.MAJOR, Dimension.CATEGORY)),
        (Kind.EVENT, (Dimension.VILLAGE, Dimension.GRID)),
        (Kind.DISPUTE, (Dimension.COMMITTEE, Dimension.VILLAGE)),
        (Kind.HAZARD, (Dimension.VILLAGE, Dimension.GRID)),
        (Kind.WORKLOG, (Dimension.VILLAGE, Dimension.CATEGORY)),
    ],
)
def test_rows_add_up_to_subtotals_and_those_to_the_total_in_every_period(
    small: Office, kind: Kind, by: tuple[Dimension, ...]
) -> None:
    table = _table(small, kind, "2018-02", *by, bases=tuple(Basis))
    apart = len(table.by) - len(by)
    summed = 0
    for line in table.lines:
        if line.level is Level.ROW:
            continue
        depth, unit = len(line.keys) - apart, line.keys[len(line.keys) - apart :]
        below = [
            other
            for other in table.lines
            if len(other.keys) == len(line.keys) + 1
            and other.keys[:depth] == line.keys[:depth]
            and other.keys[depth + 1 :] == unit
        ]
        if below:
            assert _sum([_amounts(table, one) for one in below]) == _amounts(table, line), line.keys
            summed += 1
        else:
            assert not any(value for values in _amounts(table, line) for value in values.values())
    assert summed > 1


@pytest.mark.parametrize("by", [(Dimension.VILLAGE, Dimension.GRID), (Dimension.MONTH, Dimension.VILLAGE)])
@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.HAZARD, Kind.INSPECTION])
def test_every_value_of_every_period_is_its_list(small: Office, kind: Kind, by: tuple[Dimension, ...]) -> None:
    table = _table(small, kind, "2018-01-10..2018-02-20", *by, bases=tuple(Basis))
    for line in table.lines:
        for indicator in table.columns:
            cells = [line.cell(indicator), *(line.cell_of(basis, indicator) for basis in Basis)]
            for cell in cells:
                _is_its_list(small, cell)


def _is_its_list(office: Office, cell: Cell) -> None:
    amount = cell.value.numerator if isinstance(cell.value, Rate) else cell.value
    listed = cases_behind(office.ledger, cell.indicator, cell.cut)
    assert sum((case.quantity for case in listed), Decimal(0)) == amount, (cell.indicator.code, cell.cut)
    assert figure(office.ledger, cell.indicator, cell.cut) == cell.value


def test_units_that_must_stay_apart_have_a_total_each(small: Office) -> None:
    table = _table(small, Kind.HAZARD, "2018-01", Dimension.VILLAGE)
    totals = {line.keys: line.values["hazard.found"] for line in table.lines if line.level is Level.TOTAL}
    assert totals == {("处",): 1, ("条",): 3}
    assert table.by == (Dimension.VILLAGE, Dimension.UNIT)


def test_with_one_unit_chosen_there_is_one_total(small: Office) -> None:
    cut = Cut(period_named("2018-01"), TOWN, {Dimension.UNIT: ("条",)})
    table = compared(small.ledger, words_of(small), catalogue()[Kind.HAZARD], cut, (Dimension.VILLAGE,))
    assert [line.keys for line in table.lines if line.level is Level.TOTAL] == [()]
    assert _line(table).values["hazard.found"] == 3


def test_empty_villages_are_rows_of_nothing(small: Office) -> None:
    table = _table(small, Kind.DISPUTE, "2018-03", Dimension.VILLAGE, bases=(Basis.BEFORE,))
    assert _line(table, XISHAN).values["dispute.found"] == 0


def test_without_dimensions_and_without_cases_there_is_the_total(sqlite_office: Office) -> None:
    for kind in Kind:
        table = _table(sqlite_office, kind, "2018-03", bases=tuple(Basis))
        assert [(line.level, line.keys) for line in table.lines] == [(Level.TOTAL, ())]


def test_the_scope_of_a_grid_holds_in_every_period(sqlite_office: Office) -> None:
    grid = f"{TONGCHUAN}-01"
    for day in (date(2018, 1, 5), date(2018, 2, 5), date(2018, 2, 6)):
        recorded(sqlite_office, day, grid=grid)
        recorded(sqlite_office, day, village=NEIFENG)
    cut = Cut(period_named("2018-02"), TOWN, {Dimension.GRID: (grid,)})
    table = compared(
        sqlite_office.ledger, words_of(sqlite_office), catalogue()[Kind.EVENT], cut, (Dimension.CATEGORY,), list(Basis)
    )
    total = _line(table)
    assert [total.values[REPORTED.code], *(total.than[b][REPORTED.code] for b in Basis)] == [2, 1, 0, 3, 0]
    for basis in Basis:
        _is_its_list(sqlite_office, total.cell_of(basis, REPORTED))


def test_as_of_a_moment_every_period_is_as_it_stood(office: Office) -> None:
    kept = recorded(office, date(2018, 1, 5))
    recorded(office, date(2018, 2, 5))
    moment = NOW()
    words, chapter = words_of(office), catalogue()[Kind.EVENT]
    cut = Cut(period_named("2018-02"), TOWN, as_of=moment)
    then = compared(office.ledger, words, chapter, cut, (Dimension.VILLAGE, Dimension.GRID), tuple(Basis))
    closed(office, kept, at(2018, 2, 7, 9))
    again = compared(office.ledger, words, chapter, cut, (Dimension.VILLAGE, Dimension.GRID), tuple(Basis))
    now = compared(office.ledger, words, chapter, replace(cut, as_of=None), (Dimension.VILLAGE, Dimension.GRID))
    assert again == then
    assert _line(now).values[CLOSED.code] == 1
    assert _line(again).values[CLOSED.code] == 0


def test_without_bases_the_lines_say_what_the_plain_table_says(small: Office) -> None:
    cut = Cut(period_named("2018-01..2018-02"), TOWN)
    for kind in Kind:
        chapter = catalogue()[kind]
        for dimension in chapter.dimensions:
            plain = tally(small.ledger, words_of(small), chapter, cut, (dimension,))
            lines = compared(small.ledger, words_of(small), chapter, cut, (dimension,)).lines
            rows = {line.keys: line.values for line in lines if len(line.by) == len(plain.by)}
            assert rows == {row.keys: row.values for row in plain.rows}


def test_a_dimension_that_the_kind_lacks_is_refused(small: Office) -> None:
    with pytest.raises(Refusal, match="没有“平台”"):
        _table(small, Kind.DISPUTE, "2018", Dimension.PLATFORM)
