"""The field for a day and time."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.offices import at
from ui.cases.moment_edit import MomentEdit

TODAY = date(2018, 6, 30)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(qtbot: QtBot) -> MomentEdit:
    """An empty field on a day that is known."""
    made = MomentEdit("上报时间", TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_control_semicolon_writes_today(edit: MomentEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Semicolon, CONTROL)
    assert edit.moment == at(2018, 6, 30)


@pytest.mark.parametrize("key", [Qt.Key.Key_Semicolon, Qt.Key.Key_Colon])
def test_with_shift_it_writes_the_time_too(edit: MomentEdit, key: Qt.Key) -> None:
    QTest.keyClick(edit, key, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    day, _, clock = edit.text().partition(" ")
    assert day == "2018-06-30"
    assert len(clock) == len("09:30")


def test_the_wheel_changes_nothing(edit: MomentEdit) -> None:
    edit.show_moment(at(2018, 6, 11, 9, 30))
    point, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    phase, down = Qt.ScrollPhase.NoScrollPhase, QPoint(0, -120)
    wheel = QWheelEvent(point, point, QPoint(), down, Qt.MouseButton.NoButton, none, phase, False)  # noqa: FBT003
    QApplication.sendEvent(edit, wheel)
    assert edit.moment == at(2018, 6, 11, 9, 30)


def test_what_was_given_is_kept_to_the_second_until_it_is_edited(edit: MomentEdit) -> None:
    given = at(2018, 6, 11, 9, 30).replace(second=17)
    edit.show_moment(given)
    assert edit.moment == given
    edit.setText("0612")
    assert edit.moment == at(2018, 6, 12)


def test_the_calendar_opens_by_a_key_and_keeps_the_time(edit: MomentEdit) -> None:
    edit.setText("6-11 9:30")
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2018-06-11"
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert edit.text() == "2018-06-12 9:30"


def test_the_calendar_stays_on_the_screen(edit: MomentEdit) -> None:
    screen = edit.screen().availableGeometry()
    edit.move(screen.bottomRight() - QPoint(edit.width() // 2, edit.height()))
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert screen.contains(calendar.geometry())
