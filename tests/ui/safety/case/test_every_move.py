"""Every move of a hazard's course can be made on its page with the keyboard alone, and taken back by Ctrl+Z."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.move import Move
from gridapp.domain.plain import to_plain
from tests.offices import at
from tests.ui.handling.handler import CONTROL
from tests.ui.safety.case.standing import BEFORE, MAJOR, Officer, hazard
from tests.ui.safety.ending import SECURED
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_GIVEN: Mapping[Move, Mapping[str, Any]] = {
    Move.ENFORCE: {"measure": "临时查封", "unit": "演示县消防大队", "number": "演消〔2018〕1号"},
    Move.RECHECK: {"inspectors": "演示甲", "recheck_result": "合格", "record": "演示：看了", "evidence": "演示：照片"},
    Move.SECURE: {"securities": SECURED},
    Move.PUT_IN_PLAN: {"securities": SECURED},
    Move.SUBMIT: {"unit": "演示县应急局"},
    Move.LIST_PUBLICLY: {"unit": "演示县人民政府", "reason": "演示：区域性隐患"},
    Move.MEND_ON_THE_SPOT: {
        "inspectors": "演示甲",
        "result": "演示：已清",
        "evidence": "演示：照片",
        "at": "2018-02-05 11:00",
    },
}
"""What cannot be filled with just anything."""


@pytest.mark.parametrize("move", HAZARD_COURSE)
def test_a_move_is_made_by_keyboard_and_taken_back(screen: Screen, move: Move) -> None:
    fields = {"level": "重大", "chief": "演示首席"} if move in MAJOR else {}
    ordered = move is not Move.MEND_ON_THE_SPOT
    case = hazard(screen.office, *BEFORE.get(move, ()), ordered=ordered, **fields)
    officer = Officer(screen, case)
    officer.choose(move)
    dialog = officer.opened(MoveDialog)
    if move in _GIVEN:
        officer.answer(dialog, **_GIVEN[move])
    else:
        officer.fill_required(dialog, move)
        if move in (Move.EXTEND, Move.ORDER_MENDING, Move.REOPEN):
            dialog.entries["until"].show(at(2019, 6, 1))
        officer.confirm()
    assert [step.move for step in officer.case.steps][len(case.steps) :] == [move]
    assert officer.shown == officer.case
    officer.press(Qt.Key.Key_Z, CONTROL)
    before, after = to_plain(case), to_plain(officer.case)
    assert {name: value for name, value in after.items() if name != "version"} == {
        name: value for name, value in before.items() if name != "version"
    }
    assert officer.shown == officer.case
