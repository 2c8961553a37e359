"""A saving that is refused behind the form takes nothing away from the clerk."""

from collections.abc import Iterator
from datetime import date
from threading import Event as Gate

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.order import Order
from gridapp.domain.identity import case_id_at
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import at, draft
from tests.ui.recording.clerk import Clerk
from tests.ui.recording.recorder import CONTROL
from ui.desk import Desk
from ui.home.home_page import HomePage
from ui.recording.saving import save_new


@pytest.fixture
def gate(clerk: Clerk) -> Iterator[Gate]:
    """Holds the database's work up until it is opened."""
    made = Gate()
    clerk.screen.jobs.start(made.wait, done=lambda _: None)
    yield made
    made.set()


def _refused_behind_the_form(clerk: Clerk, gate: Gate) -> None:
    """The office's day is put back before the database has come to it: what was reported lies in the future then."""
    clerk.page.desk.reference_day = date(2018, 2, 20)
    gate.set()
    clerk.screen.settle()


def _save_and_go_on(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_Return, held=CONTROL)


def test_it_comes_back_into_the_form_with_the_problem_under_its_field(clerk: Clerk, gate: Gate) -> None:
    clerk.fill("演示：被退回的一件")
    _save_and_go_on(clerk)
    _refused_behind_the_form(clerk, gate)
    assert clerk.page.form.draft().title == "演示：被退回的一件"
    assert clerk.problems == {"reported_at": "上报时间不能晚于现在。"}
    assert clerk.saved() == []


def test_it_becomes_a_draft_where_the_next_one_is_begun_already(clerk: Clerk, gate: Gate) -> None:
    clerk.fill("演示：被退回的一件")
    _save_and_go_on(clerk)
    clerk.type("演示：下一件")
    _refused_behind_the_form(clerk, gate)
    assert clerk.page.form.draft().title == "演示：下一件"
    assert clerk.page.drafts.text == "有 1 份未保存的登记"
    assert clerk.screen.window.message.text == "上一件没有保存，已留作草稿：上报时间不能晚于现在。"


def test_leaving_at_once_waits_for_what_is_still_being_saved(clerk: Clerk, gate: Gate) -> None:
    clerk.fill()
    _save_and_go_on(clerk)
    clerk.screen.window.go_back()
    gate.set()
    clerk.screen.settle()
    clerk.screen.page(HomePage)
    assert len(clerk.saved()) == 1


def test_an_event_that_cannot_be_closed_as_well_stays_saved(desk: Desk) -> None:
    recorded = save_new(desk, draft(at(2018, 2, 28, 9)), Order(move=Move.SELF_CLOSE), case_id_at(desk.now))
    assert recorded.refusal is not None
    assert "请填写结果" in recorded.refusal
    assert desk.office.cases.load(recorded.case.id).status is Status.REPORTED
