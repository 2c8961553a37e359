"""States of a case and the lawful moves between them: every pair."""

import pytest

from gridapp.domain.status import MOVES, OPEN, Move, Status

LAWFUL = {
    (Status.REPORTED, Move.ACCEPT): Status.ACCEPTED,
    (Status.REPORTED, Move.CLOSE): Status.CLOSED,
    (Status.ACCEPTED, Move.CLOSE): Status.CLOSED,
    (Status.CLOSED, Move.REOPEN): Status.REOPENED,
    (Status.REOPENED, Move.CLOSE): Status.CLOSED,
}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("move", list(Move))
def test_a_move_is_lawful_in_exactly_these_states(status: Status, move: Move) -> None:
    assert MOVES[status].get(move) == LAWFUL.get((status, move))


@pytest.mark.parametrize("status", list(Status))
def test_a_case_is_open_unless_it_is_closed(status: Status) -> None:
    assert (status in OPEN) == (status is not Status.CLOSED)


def test_every_state_has_a_name_of_its_own() -> None:
    assert [status.label for status in Status] == ["待受理", "办理中", "已办结", "重新办理"]
