"""Every move of an event's course can be made on its page with the keyboard alone, and says why where it cannot."""

from collections.abc import Mapping

import pytest

from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.ui.handling.handler import EVERY_MOVE, Handler
from tests.ui.handling.standing import WAYS, standing
from tests.ui.screen import Screen
from ui.handling.action import next_actions

_EARLIER: Mapping[Move, tuple[Move, ...]] = {
    Move.GRANT_EXTENSION: (*WAYS[Status.PROCESSING], Move.ASK_EXTENSION),
    Move.DENY_EXTENSION: (*WAYS[Status.PROCESSING], Move.ASK_EXTENSION),
    Move.GRANT_SUSPENSION: (*WAYS[Status.PROCESSING], Move.ASK_SUSPENSION),
    Move.DENY_SUSPENSION: (*WAYS[Status.PROCESSING], Move.ASK_SUSPENSION),
    Move.GRANT_ESCALATION: (*WAYS[Status.PROCESSING], Move.ASK_ESCALATION),
    Move.DENY_ESCALATION: (*WAYS[Status.PROCESSING], Move.ASK_ESCALATION),
    Move.ASK_SUSPENSION: WAYS[Status.PROCESSING],
    Move.ASK_EXTENSION: WAYS[Status.PROCESSING],
    Move.SUPERVISE: WAYS[Status.PROCESSING],
    Move.NAME_CHIEF: WAYS[Status.PROCESSING],
    Move.ON_SITE: WAYS[Status.PROCESSING],
    Move.LIFT_SUPERVISION: (Move.ACCEPT, Move.SUPERVISE),
}


def _before(move: Move) -> tuple[Move, ...]:
    first = next(status for status in WAYS if status in EVENT_COURSE[move].sources)
    return _EARLIER.get(move, WAYS[first])


@pytest.mark.parametrize("move", EVERY_MOVE)
def test_a_move_is_made_by_keyboard(screen: Screen, move: Move) -> None:
    case = standing(screen.office, *_before(move), day=1 if move is Move.ARCHIVE else 28)
    handler = Handler(screen, case)
    handler.make(move)
    assert [step.move for step in handler.case.steps][len(case.steps) :] == [move]
    assert handler.shown == handler.case


@pytest.mark.parametrize("status", WAYS)
def test_the_usual_next_moves_have_a_key_each(screen: Screen, status: Status) -> None:
    handler = Handler(screen, standing(screen.office, *WAYS[status]))
    buttons = handler.page.course.moves.buttons
    assert list(buttons) == list(next_actions(handler.case, handler.page.desk.now))
    assert [b.text().rpartition("(&")[2].rstrip(")") for b in buttons.values()] == [
        str(place) for place in range(1, len(buttons) + 1)
    ]


def test_a_greyed_button_says_why(screen: Screen) -> None:
    handler = Handler(screen, standing(screen.office, Move.ACCEPT, Move.CLOSE))
    button = handler.page.course.moves.buttons[Move.ARCHIVE]
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "办结满 15 天后才能归档。"
