"""Random courses of hazards: every figure in every cell agrees with an independent counter, and is its list."""

from datetime import date

import pytest
from hypothesis import given

from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.counting import hazard_facts
from tests.gridapp.counting.agreeing import (
    WHOLE,
    agree,
    agree_in_a_period,
    amounts,
    balances,
    cells_are_lists,
    overdue_is_its_list,
    random_courses,
    rows_add_up,
    table,
)
from tests.gridapp.counting.hazard_history import DOINGS, HazardHistory
from tests.gridapp.counting.history import Step, long, steps
from tests.sizes import FULL

STEPS = steps(DOINGS, 70 if FULL else 40)
CHAPTER = catalogue()[Kind.HAZARD]
NOTHING = hazard_facts.count([], WHOLE)
GROUPS = {
    Dimension.CATEGORY: lambda danger: danger.category,
    Dimension.VILLAGE: lambda danger: danger.village,
    Dimension.GRID: lambda _: None,
    Dimension.STAFF: lambda danger: danger.handler,
    Dimension.LEVEL: lambda danger: danger.level,
    Dimension.PLACE_TYPE: lambda danger: danger.place_type,
    Dimension.CAMPAIGN: lambda danger: danger.campaign,
    Dimension.UNIT: lambda danger: danger.unit,
}
UNITS = ("条", "处")


def test_the_independent_counter_knows_every_figure_and_every_dimension() -> None:
    assert NOTHING.keys() == {indicator.code for indicator in CHAPTER.everything}
    assert {Dimension.MONTH, *GROUPS} == set(CHAPTER.dimensions)


@random_courses
@given(doings=STEPS)
def test_every_cell_agrees_with_an_independent_count(office: Office, doings: list[Step]) -> None:
    history = HazardHistory(office).live(doings)
    for unit in UNITS:
        agree(history, hazard_facts.count, GROUPS, unit=unit)


def test_long_histories_reach_every_figure_and_agree(sqlite_office: Office) -> None:
    never = set(NOTHING)
    for seed in range(3):
        history = HazardHistory(sqlite_office).live(long(DOINGS, seed, 300))
        for unit in UNITS:
            agree(history, hazard_facts.count, GROUPS, unit=unit)
        months = [hazard_facts.count(history.facts, m.period) for m in WHOLE.months()]
        never -= {code for month in months for code in never if month[code] != NOTHING[code]}
    assert never == set()


@random_courses
@given(doings=STEPS)
def test_the_identities_hold_in_every_cell_and_rows_add_up(office: Office, doings: list[Step]) -> None:
    history = HazardHistory(office).live(doings)
    for unit in UNITS:
        for dimension in CHAPTER.dimensions:
            cells = table(history, dimension, unit=unit)
            balances(cells, "hazard.opening", "hazard.found", "hazard.removed", "hazard.closing")
            balances(
                cells, "hazard.major_opening", "hazard.major_found", "hazard.major_removed", "hazard.major_closing"
            )
            rows_add_up(history, cells)
            for row in cells.rows:
                cell = {code.removeprefix("hazard."): value for code, value in amounts(row).items()}
                assert cell["removed_on_time"] + cell["removed_late"] == cell["removed"]
                assert cell["major_in_plan"] + cell["major_unplanned"] == cell["major_closing"]


@random_courses
@given(doings=STEPS)
def test_items_and_spots_are_never_added(sqlite_office: Office, doings: list[Step]) -> None:
    history = HazardHistory(sqlite_office).live(doings)
    cells = table(history, Dimension.MONTH)
    assert cells.by == (Dimension.MONTH, Dimension.UNIT)
    if len({row.keys[1] for row in cells.rows}) > 1:
        assert set(cells.total.values()) == {None}


@random_courses
@given(doings=STEPS)
def test_every_cell_is_its_list(office: Office, doings: list[Step]) -> None:
    history = HazardHistory(office).live(doings)
    for by in ((Dimension.MONTH,), (Dimension.PLACE_TYPE, Dimension.LEVEL)):
        cells_are_lists(history, table(history, *by))


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_courses
@given(doings=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, doings: list[Step], days: tuple[int, int]) -> None:
    history = HazardHistory(office).live(doings)
    period = Period(date(2017, 2, days[0]), date(2017, 5, days[1]))
    for unit in UNITS:
        of_unit = [danger for danger in history.facts if danger.unit == unit]
        agree_in_a_period(history, hazard_facts.count, of_unit, period, unit=unit)


@random_courses
@given(doings=STEPS)
def test_after_every_move_the_overdue_list_is_the_overdue_figure(sqlite_office: Office, doings: list[Step]) -> None:
    history = HazardHistory(sqlite_office)
    history.live(doings, lambda: overdue_is_its_list(history))


@random_courses
@given(doings=STEPS)
def test_whatever_happened_everything_checks(office: Office, doings: list[Step]) -> None:
    HazardHistory(office).live(doings)
    assert [result for result in check(office) if not result.ok] == []
