"""Confidential cases in the lists of the window: a line that says nothing, found by nothing that it hides."""

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.bulk import Rules, preview
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.registers.confidants import put_confidants
from tests.gridapp.bare_cases import petition
from tests.gridapp.confidential import READER, SECRETS, accusation, put_on_file
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW
from tests.ui.lists.lists import ledger
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.desk import Desk
from ui.handling.merge_candidates import searched, suspected


@pytest.fixture
def case(screen: Screen) -> Case:
    """An accusation on file, closed to whoever sits here."""
    closed = accusation()
    put_on_file(screen.office, closed)
    return closed


def _line(page: LedgerPage, case: Case) -> list[str]:
    """What stands in the line of a case."""
    model = page.list.model
    place = model.row_of(case.id)
    assert place is not None
    return [str(model.index(place, n).data()) for n in range(model.columnCount())]


def _titles(page: LedgerPage) -> str:
    model = page.list.model
    cells = (model.index(row, n).data() for row in range(model.rowCount()) for n in range(model.columnCount()))
    return " ".join(map(str, cells))


def test_the_line_says_that_it_is_there_and_no_more(screen: Screen, case: Case) -> None:
    line = _line(ledger(screen, Kind.PETITION), case)
    assert "检举控告（已保密）" in line
    assert not any(word in " ".join(line) for word in SECRETS)


def test_the_search_box_does_not_find_it(screen: Screen, case: Case) -> None:
    page = ledger(screen, Kind.PETITION)
    assert "检举控告" in _titles(page)
    for word in (*SECRETS, "检举"):
        page.list.search.setText(word)
        screen.press(page.list.search, Qt.Key.Key_Return)
        assert "检举控告" not in _titles(page)


def test_those_of_the_group_see_it_in_full_and_find_it(screen: Screen) -> None:
    case = accusation()
    save(screen.office, [case])
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), [ACTOR.name], ACTOR, NOW)
    page = ledger(screen, Kind.PETITION)
    assert case.title in _line(page, case)
    page.list.search.setText("13900000009")
    screen.press(page.list.search, Qt.Key.Key_Return)
    assert page.list.model.rowCount() == 1


def test_it_is_not_offered_for_merging(desk: Desk) -> None:
    case, office = accusation(), desk.office
    asking = petition(title=case.title, petitioner="演示举报人", phone="13900000009")
    put_on_file(office, case, asking)
    assert case.id not in {one.case.id for one in suspected(office, asking)}
    for word in (*SECRETS, case.number, ""):
        assert case.id not in {one.case.id for one in searched(office, asking, word)}


def test_a_bulk_change_neither_shows_nor_touches_it(screen: Screen, case: Case) -> None:
    rules = Rules(screen.office.registers.areas(), DEADLINES, READER, NOW)
    (line,) = preview(screen.office.cases, [case.id], Order(move=Move.ACCEPT), rules)
    assert (line.title, line.changed) == ("检举控告（已保密）", False)
    assert line.refusal is not None
    assert "保密" in line.refusal
