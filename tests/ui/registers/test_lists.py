"""Every register has its list, whose columns are those of its ledger."""

import pytest
from pytestqt.qtbot import QtBot

from gridapp.domain.columns import ledger_of
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from gridapp.ports import Office
from gridapp.registers.confidants import put_confidants
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.offices import ACTOR, NOW
from tests.ui.screen import Screen
from ui.cases.ledger_columns import all_columns, usual_columns
from ui.cases.ledger_page import LedgerPage
from ui.jobs import Jobs
from ui.requests import ShowLedger

EVERY = sorted(REGISTERS)


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: Office, jobs: Jobs) -> Screen:
    """The window on an office with an entry in every register, before a member of the group that reads all."""
    put_confidants(sqlite_office.confidence, Confidence.KEY_PERSON, (), (ACTOR.name,), ACTOR, NOW)
    for kind in EVERY:
        entered(sqlite_office, entry_draft(kind))
    return Screen.opened(qtbot, jobs, sqlite_office)


@pytest.mark.parametrize("kind", EVERY)
def test_a_list_has_a_column_for_everything_in_its_ledger(kind: Kind) -> None:
    told = {column.field for column in ledger_of(kind).columns} - {"source_case", "note"}
    assert told <= {column.name for column in all_columns(kind)}


@pytest.mark.parametrize("kind", EVERY)
def test_a_list_begins_with_what_its_ledger_requires(kind: Kind) -> None:
    required = {column.field for column in ledger_of(kind).columns if column.required}
    assert required <= {column.name for column in usual_columns(kind)}


def test_every_list_shows_its_entry_in_every_column(screen: Screen) -> None:
    for kind in EVERY:
        screen.go(ShowLedger(kind))
        page = screen.page(LedgerPage)
        page.list.columns.choose().chosen.emit(tuple(column.name for column in all_columns(kind)))
        screen.settle()
        model = page.list.model
        shown = [model.index(0, n).data() for n in range(model.columnCount())]
        assert model.rowCount() == 1
        assert sum(bool(text) for text in shown) >= len(entry_draft(kind).values)


def test_numbers_of_papers_and_phones_are_shown_in_part(screen: Screen) -> None:
    screen.go(ShowLedger(Kind.PERSON))
    page = screen.page(LedgerPage)
    page.list.columns.choose().chosen.emit(("number", "phone"))
    screen.settle()
    assert page.list.model.index(0, 1).data() == "138****0000"
