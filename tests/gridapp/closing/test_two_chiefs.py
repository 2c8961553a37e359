"""Two who work on the same month at once: the later one gets one sentence, and nothing is signed twice."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.closing.month_end import approve, close, send_back, standing, submit
from gridapp.domain.actor import Clock
from gridapp.domain.books import BookAction, BookState
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.closing.closings import CHIEF, CLERK, JANUARY, with_leader
from tests.offices import NOW, TOWN

Doing = Callable[[Office, Clock], object]


def _approve(office: Office, clock: Clock) -> object:
    return approve(office, TOWN, JANUARY, CHIEF, CLERK, clock)


def _close(office: Office, clock: Clock) -> object:
    return close(office, TOWN, JANUARY, CHIEF, CLERK, clock)


def _send_back(office: Office, clock: Clock) -> object:
    return send_back(office, TOWN, JANUARY, "演示另一位", "演示：再核对", CLERK, clock)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (_approve, _send_back, "演示另一位退回"),
        (_approve, _approve, "演示领导审核通过"),
        (_close, _send_back, "演示另一位退回"),
    ],
)
def test_what_was_decided_before_somebody_else_went_on_is_refused(
    sqlite_template: Path, tmp_path: Path, mine: Doing, theirs: Doing, said: str
) -> None:
    file = tmp_path / "office.db"
    file.write_bytes(sqlite_template.read_bytes())
    with open_office(str(file)) as one, open_office(str(file)) as other:
        with_leader(one)
        submit(one, TOWN, JANUARY, "演示填报人", CLERK, NOW)
        if mine is _close:
            _approve(one, NOW)
        steps = len(one.books.steps(TOWN, JANUARY))

        def meanwhile() -> datetime:
            """Looked at after everything was read, before anything is written."""
            theirs(other, NOW)
            return NOW()

        with pytest.raises(Refusal, match=f"{said}，请刷新后再办理"):
            mine(one, meanwhile)
        assert len(one.books.steps(TOWN, JANUARY)) == steps + 1
        assert standing(one.books, TOWN, JANUARY) is not BookState.CLOSED


def test_the_same_steps_one_after_the_other_close_the_month(sqlite_office: Office) -> None:
    with_leader(sqlite_office)
    submit(sqlite_office, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    _approve(sqlite_office, NOW)
    _close(sqlite_office, NOW)
    actions = [step.action for step in sqlite_office.books.steps(TOWN, JANUARY)]
    assert actions == [BookAction.SUBMIT, BookAction.APPROVE, BookAction.CLOSE]
