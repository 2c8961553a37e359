"""The page of a petition is whole on a wide screen, and on a narrow one by scrolling up and down alone."""

import pytest

from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.gridapp.cases.petition.courses import WAYS
from tests.ui.handling.cut_off import cut_off
from tests.ui.petition.case.standing import PARTIES, Officer, petitioned
from tests.ui.screen import Screen

_WIDE, _AT_150_PERCENT = (1366, 768), (911, 512)
_STATES = (Status.REPORTED, Status.ACCEPTED, Status.FINALLY_REVIEWED)


@pytest.mark.parametrize("size", [_WIDE, _AT_150_PERCENT])
@pytest.mark.parametrize("status", _STATES)
def test_nothing_is_cut_off_at_the_side(screen: Screen, size: tuple[int, int], status: Status) -> None:
    case = petitioned(screen.office, *WAYS[status], Move.ENTER_BACKLOG, Move.TAKE_CHARGE, parties=PARTIES, heads=6)
    page = Officer(screen, case).petition_page
    screen.window.resize(*size)
    screen.settle()
    assert (screen.window.width(), screen.window.height()) == size
    assert cut_off(page) == []
