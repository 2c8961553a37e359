"""Every move of a dispute's course can be made on its page with the keyboard alone, and taken back by Ctrl+Z."""

import pytest

from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.move import Move
from tests.ui.mediation.case.standing import BEFORE, Mediator, disputed
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_BESIDES = {
    Move.COURT_RULES: {"number": "（2018）演示调确1号"},
    Move.EXTEND: {"until": "2018-03-30"},
    Move.EXTEND_CHARGE: {"until": "2018-05-30"},
}
"""What a move asks for in this case that its dialog leaves open or cannot know."""


@pytest.mark.parametrize("move", DISPUTE_COURSE)
def test_a_move_is_made_by_keyboard_and_taken_back(screen: Screen, move: Move) -> None:
    case = disputed(screen.office, *BEFORE.get(move, (Move.ACCEPT,)))
    mediator = Mediator(screen, case)
    mediator.choose(move)
    dialog = mediator.opened(MoveDialog)
    mediator.fill_required(dialog, move)
    mediator.answer(dialog, **_BESIDES.get(move, {}))
    assert [step.move for step in mediator.case.steps][len(case.steps) :] == [move]
    assert mediator.shown == mediator.case
    mediator.take_back(case)
