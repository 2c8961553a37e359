"""Random courses of petitions: every figure in every cell agrees with an independent counter, and is its list."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.counting import petition_facts
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
from tests.gridapp.counting.charge_facts import count_charges
from tests.gridapp.counting.history import Step, long, steps
from tests.gridapp.counting.petition_facts import DECISIONS
from tests.gridapp.counting.petition_history import DOINGS, PetitionHistory
from tests.sizes import FULL

STEPS = steps(DOINGS, 70 if FULL else 40)
CHAPTER = catalogue()[Kind.PETITION]
NOTHING = petition_facts.count([], WHOLE)
GROUPS = {
    Dimension.CATEGORY: lambda plea: plea.category,
    Dimension.VILLAGE: lambda plea: plea.village,
    Dimension.GRID: lambda _: None,
    Dimension.CHANNEL: lambda plea: plea.channel,
    Dimension.LEVEL: lambda _: None,
    Dimension.CAMPAIGN: lambda _: None,
    Dimension.ORIGIN: lambda plea: plea.origin,
    Dimension.PURPOSE: lambda plea: plea.purpose,
}
OWN = {Dimension.STAFF: "charges_", Dimension.OUTCOME: ""}
"""Dimensions under which some figures stand under a word of their own: the leader of a charge, what was decided."""


def test_the_independent_counter_knows_every_figure_and_every_dimension() -> None:
    assert NOTHING.keys() == {indicator.code for indicator in CHAPTER.everything}
    assert {Dimension.MONTH, *GROUPS, *OWN} == set(CHAPTER.dimensions)


@random_courses
@given(doings=STEPS)
def test_every_cell_agrees_with_an_independent_count(office: Office, doings: list[Step]) -> None:
    history = PetitionHistory(office).live(doings)
    agree(history, petition_facts.count, GROUPS)
    _agree_by_leader(history)
    _agree_by_disposition(history)


def _agree_by_leader(history: PetitionHistory) -> None:
    """The backlog stands under the leader of the petition, a charge under who took it."""
    cells = {row.keys[0]: row.values for row in table(history, Dimension.STAFF).rows}
    counting = [plea for plea in history.facts if plea.gone is None]
    for leader in {plea.leader for plea in counting} | {c.leader for plea in counting for c in plea.charges}:
        of_leader = petition_facts.count([plea for plea in counting if plea.leader == leader], WHOLE)
        charges = [charge for plea in counting for charge in plea.charges if charge.leader == leader]
        expected = {code: value for code, value in of_leader.items() if "backlog" in code}
        expected |= {f"petition.{c}": Decimal(v) for c, v in count_charges(charges, WHOLE).items()}
        shown = cells.get(leader, {})
        assert {code: shown.get(code, Decimal(0)) for code in expected} == expected, leader


def _agree_by_disposition(history: PetitionHistory) -> None:
    """A matter stands under what is decided of it now, a decision under itself."""
    cells = {row.keys[0]: row.values for row in table(history, Dimension.OUTCOME).rows}
    whole = petition_facts.count(history.facts, WHOLE)
    for word, code in DECISIONS.items():
        of_word = petition_facts.count([plea for plea in history.facts if plea.disposition == word], WHOLE)
        shown = cells.get(word, {})
        for balance in ("opening", "registered", "finished", "closing"):
            assert shown.get(f"petition.{balance}", Decimal(0)) == of_word[f"petition.{balance}"], (word, balance)
        for other in DECISIONS.values():
            expected = whole[f"petition.{code}"] if other == code else Decimal(0)
            assert shown.get(f"petition.{other}", Decimal(0)) == expected, (word, other)


def test_long_histories_reach_every_figure_and_agree(sqlite_office: Office) -> None:
    never = set(NOTHING)
    for seed in range(3):
        history = PetitionHistory(sqlite_office).live(long(DOINGS, seed, 300))
        agree(history, petition_facts.count, GROUPS)
        _agree_by_leader(history)
        _agree_by_disposition(history)
        months = [petition_facts.count(history.facts, m.period) for m in WHOLE.months()]
        never -= {code for month in months for code in never if month[code] != NOTHING[code]}
    assert never == set()


@random_courses
@given(doings=STEPS)
def test_the_identities_hold_in_every_cell_and_rows_add_up(office: Office, doings: list[Step]) -> None:
    history = PetitionHistory(office).live(doings)
    for dimension in CHAPTER.dimensions:
        cells = table(history, dimension)
        balances(cells, "petition.opening", "petition.registered", "petition.finished", "petition.closing")
        backlog = (f"petition.backlog_{name}" for name in ("opening", "entered", "resolved", "closing"))
        balances(cells, *backlog)
        balances(cells, *(f"petition.charges_{name}" for name in ("opening", "taken", "ended", "closing")))
        rows_add_up(history, cells)
        for row in cells.rows:
            cell = {code.removeprefix("petition."): value for code, value in amounts(row).items()}
            assert cell["finished_on_time"] + cell["finished_late"] == cell["finished"]
            assert cell["first"] + cell["repeated"] == cell["registered"]
            assert cell["persons"] >= cell["batches"] >= cell["group_batches"] >= 0
            assert cell["decided"] == sum(cell[code] for code in DECISIONS.values())


@random_courses
@given(doings=STEPS)
def test_every_cell_is_its_list(office: Office, doings: list[Step]) -> None:
    history = PetitionHistory(office).live(doings)
    for by in ((Dimension.MONTH,), (Dimension.CHANNEL, Dimension.OUTCOME)):
        cells_are_lists(history, table(history, *by))


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_courses
@given(doings=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, doings: list[Step], days: tuple[int, int]) -> None:
    history = PetitionHistory(office).live(doings)
    period = Period(date(2017, 2, days[0]), date(2017, 5, days[1]))
    agree_in_a_period(history, petition_facts.count, history.facts, period)


@random_courses
@given(doings=STEPS)
def test_after_every_move_the_overdue_list_is_the_overdue_figure(sqlite_office: Office, doings: list[Step]) -> None:
    history = PetitionHistory(sqlite_office)
    history.live(doings, lambda: overdue_is_its_list(history))


@random_courses
@given(doings=STEPS)
def test_whatever_happened_everything_checks(office: Office, doings: list[Step]) -> None:
    PetitionHistory(office).live(doings)
    assert [result for result in check(office) if not result.ok] == []
