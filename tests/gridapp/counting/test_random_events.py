"""Random courses of events: every figure in every cell agrees with an independent counter, and is its list."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given

from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import Office
from tests.gridapp.counting import event_facts
from tests.gridapp.counting.agreeing import (
    WHOLE,
    agree_in_a_period,
    amounts,
    balances,
    cells_are_lists,
    overdue_is_its_list,
    random_courses,
    rows_add_up,
    table,
    told,
)
from tests.gridapp.counting.event_courses import DOINGS, EventCourses
from tests.gridapp.counting.event_facts import Affair, Figures
from tests.gridapp.counting.history import Step, long, steps
from tests.sizes import FULL

STEPS = steps(DOINGS, 70 if FULL else 40)
CHAPTER = catalogue()[Kind.EVENT]
NOTHING = event_facts.count([], WHOLE)
ACTS = event_facts.count_acts([], WHOLE, None)
GROUPS: Mapping[Dimension, Callable[[Affair], str | None]] = {
    Dimension.PLATFORM: lambda affair: affair.category[:2],
    Dimension.CATEGORY: lambda affair: affair.category,
    Dimension.MAJOR: lambda affair: affair.category[:4],
    Dimension.VILLAGE: lambda affair: affair.village,
    Dimension.GRID: lambda _: None,
    Dimension.STAFF: lambda affair: affair.reporter,
    Dimension.CHANNEL: lambda affair: affair.source,
    Dimension.LEVEL: lambda affair: affair.level,
    Dimension.CAMPAIGN: lambda _: None,
}


def test_the_independent_counter_knows_every_figure_and_every_dimension() -> None:
    assert NOTHING.keys() == {indicator.code for indicator in CHAPTER.everything}
    assert {Dimension.MONTH, *GROUPS} == set(CHAPTER.dimensions)


def _expected(facts: list[Affair], dimension: Dimension) -> Mapping[str | None, Figures]:
    """By months what was reported is followed to the end of all; by persons each has his own acts."""
    if dimension is Dimension.MONTH:
        return {str(month): event_facts.count(facts, month.period, WHOLE.last) for month in WHOLE.months()}
    group = GROUPS[dimension]
    cells = {
        name: event_facts.count([fact for fact in facts if group(fact) == name], WHOLE)
        for name in {group(fact) for fact in facts}
    }
    if dimension is not Dimension.STAFF:
        return cells
    people = cells.keys() | {person for fact in facts for _, _, person in fact.acts}
    return {name: cells.get(name, NOTHING) | event_facts.count_acts(facts, WHOLE, name) for name in people}


def _agree(history: EventCourses) -> None:
    whole = event_facts.count(history.facts, WHOLE)
    for dimension in CHAPTER.dimensions:
        cells, expected = table(history, dimension), _expected(history.facts, dimension)
        rows = {row.keys[0]: {code: told(value) for code, value in row.values.items()} for row in cells.rows}
        for key in rows.keys() | expected.keys():
            figures, shown = expected.get(key, NOTHING), rows.get(key, NOTHING)
            wrong = {code: (shown[code], figures[code]) for code in NOTHING if shown[code] != figures[code]}
            assert not wrong, (dimension, key, wrong)
        assert {code: told(value) for code, value in cells.total.items()} == whole


@random_courses
@given(doings=STEPS)
def test_every_cell_agrees_with_an_independent_count(office: Office, doings: list[Step]) -> None:
    _agree(EventCourses(office).live(doings))


def test_long_histories_reach_every_figure_and_agree(sqlite_office: Office) -> None:
    never = set(NOTHING)
    for seed in range(3):
        history = EventCourses(sqlite_office).live(long(DOINGS, seed, 300))
        _agree(history)
        months = [event_facts.count(history.facts, m.period) for m in WHOLE.months()]
        never -= {code for month in months for code in never if month[code] != NOTHING[code]}
    assert never == set()


@random_courses
@given(doings=STEPS)
def test_the_identities_hold_in_every_cell_and_rows_add_up(office: Office, doings: list[Step]) -> None:
    history = EventCourses(office).live(doings)
    for dimension in CHAPTER.dimensions:
        cells = table(history, dimension)
        balances(cells, "event.opening", "event.reported", "event.closed", "event.closing")
        rows_add_up(history, cells)
        for row in cells.rows:
            cell = {code.removeprefix("event."): value for code, value in amounts(row).items()}
            assert cell["closed_on_time"] + cell["closed_late"] == cell["closed"]
            assert cell["open_in_time"] + cell["overdue"] == cell["closing"]


@random_courses
@given(doings=STEPS)
def test_every_cell_is_its_list(office: Office, doings: list[Step]) -> None:
    history = EventCourses(office).live(doings)
    for by in ((Dimension.MONTH,), (Dimension.STAFF,)):
        cells_are_lists(history, table(history, *by))


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_courses
@given(doings=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, doings: list[Step], days: tuple[int, int]) -> None:
    history = EventCourses(office).live(doings)
    period = Period(date(2017, 2, days[0]), date(2017, 5, days[1]))
    agree_in_a_period(history, event_facts.count, history.facts, period)


@random_courses
@given(doings=STEPS)
def test_after_every_move_the_overdue_list_is_the_overdue_figure(sqlite_office: Office, doings: list[Step]) -> None:
    history = EventCourses(sqlite_office)
    history.live(doings, lambda: overdue_is_its_list(history))
