"""What is written of a hazard is corrected by keyboard; nothing typed is lost, and nothing is struck off by it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.domain.move import Move
from tests.offices import ACTOR, DEADLINES
from tests.ui.handling.handler import ALT, CONTROL
from tests.ui.safety.case.standing import NOW, STRUCK_OFF, Officer, hazard
from tests.ui.screen import Screen
from ui.safety.case.hazard_dialog import HazardDialog

Opened = Callable[..., tuple[Officer, HazardDialog]]


@pytest.fixture
def opened(screen: Screen) -> Opened:
    """The form of a hazard after some moves, opened by its key."""

    def open_form(*moves: Move) -> tuple[Officer, HazardDialog]:
        officer = Officer(screen, hazard(screen.office, *moves))
        officer.press(Qt.Key.Key_E, ALT)
        return officer, officer.opened(HazardDialog)

    return open_form


def test_title_and_spot_are_corrected(opened: Opened) -> None:
    officer, form = opened()
    officer.press(Qt.Key.Key_A, CONTROL)
    officer.write("演示：电线老化")
    form.form.spot.setFocus()
    officer.write("演示：二楼")
    officer.confirm()
    assert (officer.hazard.title, officer.hazard.spot) == ("演示：电线老化", "演示：二楼")
    assert officer.shown == officer.case
    assert officer.screen.window.message.text == f"已更正：{officer.hazard.number}。"


def test_every_problem_stands_under_its_field(opened: Opened) -> None:
    officer, form = opened()
    form.form.title.clear()
    form.form.reported_at.clear()
    officer.confirm()
    assert form.isVisible()
    assert {name for name, box in form.form.boxes.items() if box.problem} == {"title", "reported_at"}
    assert form.form.title.hasFocus()


def test_what_is_struck_off_asks_for_the_reason_and_stays_struck_off(opened: Opened) -> None:
    officer, form = opened(*STRUCK_OFF)
    before = officer.hazard
    form.form.note.setFocus()
    officer.write("演示：补充")
    officer.confirm()
    assert form.form.boxes["reason"].problem
    form.form.reason.setFocus()
    officer.write("演示：写漏了")
    officer.confirm()
    after = officer.hazard
    assert after.note == "演示：补充"
    assert (after.closings, after.rechecks, after.status) == (before.closings, before.rechecks, before.status)


def test_what_somebody_else_saved_is_not_overwritten(opened: Opened) -> None:
    officer, form = opened()
    case, order = officer.case, Order(move=Move.MEND, result="演示：清空", evidence="演示：照片")
    take(officer.screen.office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: NOW)
    officer.write("演示")
    officer.confirm()
    assert form.isVisible()
    assert "刚被他人修改过" in form.problem.text()
    assert form.form.title.text().endswith("演示") or form.form.title.text().startswith("演示")


def test_escape_asks_before_it_drops_what_was_written(opened: Opened) -> None:
    officer, form = opened()
    officer.write("演示：改了")
    officer.press(Qt.Key.Key_Escape)
    assert isinstance(QApplication.activeModalWidget(), QMessageBox)
    assert form.isVisible()


def test_escape_leaves_at_once_where_nothing_was_written(opened: Opened) -> None:
    officer, _ = opened()
    officer.press(Qt.Key.Key_Escape)
    assert not [one for one in officer.screen.window.findChildren(HazardDialog) if one.isVisible()]
