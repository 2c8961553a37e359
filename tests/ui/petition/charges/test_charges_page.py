"""The board of the leaders' charges, gone through by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.charge import Charge
from tests.gridapp.bare_cases import dispute, petition
from tests.gridapp.small_office import save
from tests.offices import at
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen
from ui.page import Page
from ui.petition.charges.charges_page import ChargesPage
from ui.requests import ShowCharges

ALT = Qt.KeyboardModifier.AltModifier
LATE = Charge(
    leader="演示书记",
    unit="演示信访办",
    person="演示乙",
    taken_at=at(2018, 1, 8, 9),
    plan="演示：化解方案",
    due_at=at(2018, 2, 10),
)
IN_TIME = replace(LATE, leader="演示镇长", due_at=at(2018, 6, 30))
STRUCK_OFF = replace(LATE, leader="演示镇长", ended_at=at(2018, 2, 8, 9), result="演示：息诉")


@pytest.fixture
def board(screen: Screen) -> ChargesPage:
    """The board with a petition's charge that is late, a dispute's in time, and one that was struck off."""
    save(
        screen.office,
        [
            petition(title="演示：修路", charges=(LATE,)),
            dispute(title="演示：争水", charges=(IN_TIME,)),
            petition(title="演示：旧案", charges=(STRUCK_OFF,)),
        ],
    )
    screen.go(ShowCharges())
    return screen.page(ChargesPage)


def titles(board: ChargesPage) -> set[str]:
    return {line.title for line in board.lines}


def test_petitions_and_disputes_in_charge_stand_on_one_board(board: ChargesPage) -> None:
    assert titles(board) == {"演示：修路", "演示：争水"}
    assert board.summary.text() == "在包 2 件　逾期 1 件　已销案 0 件"


def test_those_struck_off_are_shown_by_a_key_with_their_result(board: ChargesPage, screen: Screen) -> None:
    Keyboard().press(Qt.Key.Key_X, held=ALT)
    screen.qtbot.waitUntil(board.struck_off.isChecked)
    place = next(n for n, line in enumerate(board.lines) if line.title == "演示：旧案")
    assert [board.model.index(place, column).data() for column in (1, 7)] == ["已销案 2018-02-08", "演示：息诉"]
    assert board.summary.text() == "在包 2 件　逾期 1 件　已销案 1 件"


def test_a_leader_is_shown_alone(board: ChargesPage) -> None:
    keyboard = Keyboard()
    keyboard.go_to(board.leaders)
    while board.leaders.key != "演示镇长":
        keyboard.press(Qt.Key.Key_Down)
    assert titles(board) == {"演示：争水"}


def test_enter_opens_the_case_and_coming_back_finds_the_same_line(board: ChargesPage, screen: Screen) -> None:
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    chosen = board.lines[1]
    screen.settle()
    assert chosen.number in screen.page(Page).title
    screen.back()
    assert screen.page(ChargesPage).table.currentIndex().row() == 1


def test_without_charges_it_says_where_they_are_entered(screen: Screen) -> None:
    screen.go(ShowCharges())
    board = screen.page(ChargesPage)
    assert board.empty.isVisible()
    assert "领导包案" in board.empty.text()
