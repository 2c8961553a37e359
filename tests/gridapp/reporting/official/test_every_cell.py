"""Every cell of every official table is its own figure, and opens exactly the cases behind it."""

import random
from collections.abc import Iterator

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate
from gridapp.counting.cell import Cell
from gridapp.counting.change import change_of
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.tally import figure
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.reporting.official.definition import CODES
from gridapp.reporting.official.table import OfficialCell, OfficialTable
from gridapp.reporting.official.tables import official_table
from tests.gridapp.reporting.official.adding_up import broken_sums
from tests.gridapp.small_office import fill
from tests.offices import TOWN
from tests.sizes import FULL

SAMPLED_TOWN = "990000001"
CELLS = 1_000_000 if FULL else 60


def _cells(table: OfficialTable) -> Iterator[OfficialCell]:
    return (cell for row in table.rows for cell in row.cells)


def _looked_at(table: OfficialTable) -> list[OfficialCell]:
    """Cells to be proved, first of all those that count something."""
    cells = list(_cells(table))
    random.Random(table.code).shuffle(cells)
    cells.sort(key=lambda cell: cell.value in (None, 0))
    return cells[:CELLS]


def _figures(cells: list[OfficialCell]) -> Iterator[Cell]:
    for cell in cells:
        if cell.computed is not None:
            yield from cell.computed
        else:
            assert cell.indicator is not None
            assert cell.cut is not None
            yield Cell(cell.indicator, cell.cut, cell.value)


def _prove(office: Office, table: OfficialTable) -> None:
    for cell in _figures(_looked_at(table)):
        value = figure(office.ledger, cell.indicator, cell.cut)
        listed = sum(case.quantity for case in cases_behind(office.ledger, cell.indicator, cell.cut))
        assert cell.value == value, (cell.indicator.code, cell.cut)
        assert listed == (value.numerator if isinstance(value, Rate) else value), (cell.indicator.code, cell.cut)
    assert broken_sums(table) == []


@pytest.mark.parametrize("code", CODES)
def test_every_cell_of_a_sampled_month_is_its_figure_and_its_list(sampled: Office, words: Words, code: str) -> None:
    _prove(sampled, official_table(sampled, words, SAMPLED_TOWN, period_named("2016-05"), code))


@pytest.mark.parametrize("code", CODES)
def test_every_cell_of_any_other_period_is_its_figure_and_its_list(sampled: Office, words: Words, code: str) -> None:
    period = period_named("2016-02-29..2017-03-14")
    _prove(sampled, official_table(sampled, words, SAMPLED_TOWN, period, code))


def test_every_cell_of_the_small_office_is_its_figure_and_its_list(office: Office) -> None:
    fill(office)
    words = words_of(office)
    for code in CODES:
        _prove(office, official_table(office, words, TOWN, period_named("2018-02"), code))


@pytest.mark.parametrize("code", CODES)
def test_what_is_computed_is_computed_of_the_two_figures_that_it_names(
    sampled: Office, words: Words, code: str
) -> None:
    table = official_table(sampled, words, SAMPLED_TOWN, period_named("2017"), code)
    for cell in _cells(table):
        if cell.computed is None:
            continue
        now, then = (part.value for part in cell.computed)
        if cell.signed or cell.value is None:
            change = change_of(now, then)
            assert cell.value == (change.amount if change else None)
        else:
            assert cell.value in (now + then, now - then)  # type: ignore[operator]
