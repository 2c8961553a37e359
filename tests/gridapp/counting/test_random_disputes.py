"""Random courses of disputes: every figure in every cell agrees with an independent counter, and is its list."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from gridapp.ports import Office
from tests.gridapp.counting import dispute_facts
from tests.gridapp.counting.agreeing import (
    WHOLE,
    agree_in_a_period,
    amounts,
    cells_are_lists,
    overdue_is_its_list,
    random_courses,
    table,
    told,
    whole_chapter,
)
from tests.gridapp.counting.dispute_facts import End, Figures, Matter
from tests.gridapp.counting.dispute_history import DOINGS, DisputeHistory
from tests.gridapp.counting.history import Step, long, steps
from tests.offices import at
from tests.sizes import FULL

STORY = period_named("2016-01..2018-12")
"""Everything that ever happens; disputes of ledgers may have ended before the tables begin."""
CHAPTER = catalogue()[Kind.DISPUTE]
EVERYTHING = whole_chapter(Kind.DISPUTE)
STEPS = steps(DOINGS, 70 if FULL else 40)


def shown(row: Row) -> Figures:
    return {code: told(value) for code, value in row.values.items()}


def band(matter: Matter) -> str | None:
    people = matter.people
    if people is None:
        return None
    if people < 50:
        return "50人以下"
    if people < 100:
        return "50至100"
    return "100至500" if people < 500 else "500以上"


BY_MATTER: Mapping[Dimension, Callable[[Matter], str | None]] = {
    Dimension.CATEGORY: lambda matter: matter.category,
    Dimension.MAJOR: lambda matter: matter.category[:4],
    Dimension.VILLAGE: lambda matter: matter.village,
    Dimension.GRID: lambda _: None,
    Dimension.STAFF: lambda matter: matter.handler,
    Dimension.CHANNEL: lambda matter: matter.source,
    Dimension.LEVEL: lambda matter: matter.level,
    Dimension.CAMPAIGN: lambda _: None,
    Dimension.MODE: lambda matter: matter.mode,
    Dimension.MEDIATION_TYPE: lambda matter: matter.types[0],
    Dimension.MONTHLY_TYPE: lambda matter: matter.types[1],
    Dimension.CAMPAIGN_COLUMN: lambda matter: matter.types[2],
    Dimension.BAND: band,
    Dimension.ORIGIN: lambda matter: matter.entrusted,
}
BY_END: Mapping[Dimension, Callable[[End], str | None]] = {
    Dimension.OUTCOME: lambda end: end.outcome,
    Dimension.FORM: lambda end: end.form,
    Dimension.BODY: lambda end: end.body,
}
NOTHING = dispute_facts.count([], WHOLE)


def test_the_independent_counter_knows_every_figure_and_every_dimension() -> None:
    assert NOTHING.keys() == {indicator.code for indicator in CHAPTER.everything}
    assert {Dimension.MONTH, Dimension.COMMITTEE, *BY_MATTER, *BY_END} == set(CHAPTER.dimensions)


def _expected(history: DisputeHistory, dimension: Dimension) -> Mapping[str | None, Figures]:
    if dimension is Dimension.MONTH:
        return dispute_facts.by_month(history.facts, WHOLE.months())
    if dimension is Dimension.COMMITTEE:
        return dispute_facts.by_committee(history.facts, WHOLE)
    if dimension in BY_END:
        return dispute_facts.by_end(history.facts, WHOLE, BY_END[dimension])
    return dispute_facts.by_group(history.facts, WHOLE, BY_MATTER[dimension])


def _agree(history: DisputeHistory) -> None:
    """A charge stands under the leader who took it, not under who handles the dispute (test_dispute proves that)."""
    for dimension in CHAPTER.dimensions:
        told_by = table(history, dimension)
        expected = _expected(history, dimension)
        of_others = "dispute.charge" if dimension is Dimension.STAFF else " "
        codes = [column.code for column in told_by.columns if not column.code.startswith(of_others)]
        for row in told_by.rows:
            figures = expected.get(row.keys[0], NOTHING)
            said = shown(row)
            assert {code: said[code] for code in codes} == {code: figures[code] for code in codes}, (
                dimension,
                row.keys,
            )
        rows = {row.keys[0] for row in told_by.rows}
        missing = {key: figures for key, figures in expected.items() if key not in rows}
        assert all(figures[code] == NOTHING[code] for figures in missing.values() for code in codes), dimension
        whole = dispute_facts.count(history.facts, WHOLE)
        assert {code: told(told_by.total[code]) for code in codes} == {code: whole[code] for code in codes}


@random_courses
@given(doings=STEPS)
def test_every_cell_agrees_with_an_independent_count(office: Office, doings: list[Step]) -> None:
    _agree(DisputeHistory(office).live(doings))


def test_long_histories_reach_every_figure_and_agree(sqlite_office: Office) -> None:
    never = set(NOTHING)
    for seed in range(3):
        history = DisputeHistory(sqlite_office).live(long(DOINGS, seed, 300))
        _agree(history)
        months = dispute_facts.by_month(history.facts, WHOLE.months()).values()
        never -= {code for month in months for code in never if month[code] != NOTHING[code]}
    assert never == set()


@random_courses
@given(doings=STEPS)
def test_the_identity_holds_in_every_cell_and_rows_add_up(office: Office, doings: list[Step]) -> None:
    history = DisputeHistory(office).live(doings)
    flows = [i.code for i in CHAPTER.everything if i.denominator is None and i.reading.aggregate is Aggregate.FLOW]
    for by in (*((dimension,) for dimension in CHAPTER.dimensions), (Dimension.MONTH, Dimension.MEDIATION_TYPE)):
        cells = table(history, *by)
        for row in cells.rows:
            cell = amounts(row)
            ends = ("succeeded", "failed", "withdrawn", "transferred")
            assert sum(cell[f"dispute.{end}"] for end in ends) == cell["dispute.handled"]
            assert cell["dispute.handled_on_time"] + cell["dispute.handled_late"] == cell["dispute.handled"]
            if "dispute.opening" in cell:
                opened = cell["dispute.opening"] + cell["dispute.found"] + cell["dispute.handed_in"]
                assert opened - cell["dispute.handed_out"] - cell["dispute.handled"] == cell["dispute.closing"]
        for code in flows:
            if code in cells.total:
                assert sum(amounts(row)[code] for row in cells.rows) == cells.total[code], (by, code)
    months = [amounts(row) for row in table(history, Dimension.MONTH).rows]
    for earlier, later in pairwise(months):
        assert later["dispute.opening"] == earlier["dispute.closing"]


@random_courses
@given(doings=STEPS)
def test_where_the_whole_story_is_told_no_more_succeeds_than_was_handled(office: Office, doings: list[Step]) -> None:
    history = DisputeHistory(office).live(doings)
    for dimension in (Dimension.VILLAGE, Dimension.MEDIATION_TYPE, Dimension.BAND):
        for row in table(history, dimension, period=STORY).rows:
            cell = amounts(row)
            assert cell["dispute.found"] >= cell["dispute.handled"] >= cell["dispute.succeeded"] >= 0
            assert cell["dispute.succeeded"] >= cell["dispute.performed"] + cell["dispute.unperformed"]
            assert cell["dispute.handled"] >= cell["dispute.major_handled"]


@random_courses
@given(doings=STEPS)
def test_every_cell_is_its_list(office: Office, doings: list[Step]) -> None:
    history = DisputeHistory(office).live(doings)
    for by in ((Dimension.MONTH,), (Dimension.FORM,), (Dimension.BAND, Dimension.COMMITTEE)):
        cells_are_lists(history, table(history, *by))


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_courses
@given(doings=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, doings: list[Step], days: tuple[int, int]) -> None:
    history = DisputeHistory(office).live(doings)
    period = Period(date(2017, 2, days[0]), date(2017, 5, days[1]))
    agree_in_a_period(history, dispute_facts.count, history.facts, period)


@random_courses
@given(doings=STEPS)
def test_after_every_move_the_overdue_list_is_the_overdue_figure(sqlite_office: Office, doings: list[Step]) -> None:
    history = DisputeHistory(sqlite_office)
    history.live(doings, lambda: overdue_is_its_list(history))


@random_courses
@given(doings=STEPS)
def test_whatever_happened_everything_checks(office: Office, doings: list[Step]) -> None:
    DisputeHistory(office).live(doings)
    for result in (office.checks.postings(), office.checks.balances(), office.checks.history()):
        assert result.ok, result.detail


def test_as_of_a_moment_the_table_is_as_it_stood(office: Office) -> None:
    doings = long(DOINGS, 5, 120)
    history = DisputeHistory(office).live(doings[:60])
    moment, then = history.now, table(history, Dimension.MONTH)
    history.live(doings[60:])
    assert history.now < at(2018, 12, 31)
    cut = Cut(WHOLE, history.town, as_of=moment)
    again = tally(office.ledger, history.words, EVERYTHING, cut, (Dimension.MONTH,))
    assert [(row.keys, row.values) for row in again.rows] == [(row.keys, row.values) for row in then.rows]
