"""Every move of a petition's course can be made on its page with the keyboard alone, and taken back by Ctrl+Z."""

from collections.abc import Mapping
from typing import Any

import pytest

from gridapp.domain.move import Move
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from tests.ui.petition.case.standing import BEFORE, Officer, petitioned
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_FIELDS: Mapping[Move, Mapping[str, Any]] = {
    Move.CLOSE: {"purpose": PetitionPurpose.SUGGESTION},
    Move.OBJECT: {"day": 27},
}
"""What a petition must be for a move to be lawful."""


@pytest.mark.parametrize("move", PETITION_COURSE)
def test_a_move_is_made_by_keyboard_and_taken_back(screen: Screen, move: Move) -> None:
    case = petitioned(screen.office, *BEFORE.get(move, ()), **_FIELDS.get(move, {}))
    officer = Officer(screen, case)
    officer.choose(move)
    dialog = officer.opened(MoveDialog)
    officer.fill_required(dialog, move)
    officer.confirm()
    assert [step.move for step in officer.case.steps][len(case.steps) :] == [move]
    assert officer.shown == officer.case
    officer.take_back(case)
