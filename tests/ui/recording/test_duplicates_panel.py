"""Likely duplicates beside the form: quiet, in words, never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from gridapp.domain.event import Event
from tests.offices import at, recorded
from tests.ui.recording.clerk import Clerk
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen
from ui.recording.duplicates_watch import DuplicatesWatch
from ui.recording.form_watch import PAUSE

PHONE = "13700001234"


@pytest.fixture
def before(screen: Screen) -> Event:
    """An event on file with a phone of its own."""
    return recorded(screen.office, at(2018, 2, 26), title="演示：桥头路灯不亮", phone=PHONE)


@pytest.fixture
def clerk(before: Event, screen: Screen) -> Clerk:
    """A clerk at a form after that."""
    return Clerk(screen)


def _wait(clerk: Clerk, count: int) -> None:
    clerk.screen.qtbot.waitUntil(lambda: len(clerk.page.duplicates.lines) == count)


def _type_the_same(clerk: Clerk) -> None:
    clerk.fill("演示：路灯坏了")
    clerk.entries.phone.setFocus()
    clerk.type(PHONE)


def test_lists_the_case_with_reasons_place_day_and_state_in_words(clerk: Clerk, before: Event) -> None:
    _type_the_same(clerk)
    _wait(clerk, 1)
    line = clerk.page.duplicates.lines[0]
    assert line.startswith("同一电话")
    for word in ("演示：桥头路灯不亮", "待受理", "桐川村", "02-26", before.number):
        assert word in line


def test_a_key_goes_there_and_enter_opens_the_other_event_beside(clerk: Clerk) -> None:
    _type_the_same(clerk)
    _wait(clerk, 1)
    asked: list[object] = []
    clerk.page.asked.disconnect(clerk.screen.window.show_request)
    clerk.page.asked.connect(asked.append)
    clerk.press(Qt.Key.Key_D, held=ALT)
    assert clerk.here() is clerk.page.duplicates.list
    clerk.press(Qt.Key.Key_Return)
    assert len(asked) == 1
    assert clerk.page.form.draft().phone == PHONE


def test_saving_is_never_blocked(clerk: Clerk) -> None:
    _type_the_same(clerk)
    _wait(clerk, 1)
    clerk.save_and_go_on()
    assert len(clerk.saved()) == 1


def test_the_next_form_starts_without_the_suspicions_of_the_last(clerk: Clerk) -> None:
    _type_the_same(clerk)
    _wait(clerk, 1)
    clerk.save_and_go_on()
    _wait(clerk, 0)


def test_nothing_is_asked_while_an_input_method_composes(clerk: Clerk) -> None:
    watch = clerk.page.findChild(DuplicatesWatch)
    assert watch is not None
    clerk.fill("演示：路灯坏了")
    clerk.entries.phone.setText(PHONE)
    clerk.entries.address.setFocus()
    QApplication.sendEvent(clerk.here(), QInputMethodEvent("qiao", []))
    with clerk.screen.qtbot.assertNotEmitted(watch.found, wait=PAUSE * 2):
        clerk.entries.note.setPlainText("演示")
    clerk.type("桥")
    _wait(clerk, 1)


def test_what_is_shown_elsewhere_beside_the_form_is_left_out(clerk: Clerk, before: Event) -> None:
    _type_the_same(clerk)
    _wait(clerk, 1)
    clerk.page.duplicates.leave_out({before.id})
    assert clerk.page.duplicates.lines == []
    clerk.page.duplicates.leave_out(())
    assert len(clerk.page.duplicates.lines) == 1
