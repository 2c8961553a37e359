"""The buttons are greyed by the very table that permits the moves, and say why."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gridapp.domain.case import Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.status import MOVES, Move, Status
from tests.gridapp.bare_cases import bare
from tests.offices import at
from ui.cases.moves_bar import ACTIONS, MovesBar


@pytest.mark.parametrize("status", list(Status))
def test_exactly_the_lawful_moves_can_be_chosen(qtbot: QtBot, status: Status) -> None:
    bar = MovesBar()
    qtbot.addWidget(bar)
    bar.show_case(bare(Kind.EVENT, status=status), unsaved=False)
    lawful = {move.value for move in MOVES[status]} | {"作废"}
    assert {action for action, button in bar.buttons.items() if button.isEnabled()} == lawful


def test_a_greyed_button_says_why_and_what_can_be_done(qtbot: QtBot) -> None:
    bar = MovesBar()
    qtbot.addWidget(bar)
    bar.show_case(bare(Kind.EVENT), unsaved=False)
    tip = bar.buttons[Move.REOPEN.value].toolTip()
    assert tip == "现在是“待受理”，不能重开；现在可以受理、办结。"
    assert bar.buttons[Move.REOPEN.value].accessibleDescription() == tip


def test_a_voided_case_can_only_be_restored(qtbot: QtBot) -> None:
    bar = MovesBar()
    qtbot.addWidget(bar)
    case = replace(bare(Kind.EVENT), excluded=Exclusion(at=at(2018, 2, 1), reason="演示"))
    bar.show_case(case, unsaved=False)
    assert {a for a in ACTIONS if bar.buttons[a].isEnabled()} == {"恢复"}
    assert bar.state == "已作废"
    assert bar.buttons["受理"].toolTip() == "已作废，请先恢复。"
