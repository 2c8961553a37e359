"""Somebody who handles a case with a keyboard that has an input method, and no mouse."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gridapp.domain.case import Case
from gridapp.domain.course import EVENT_COURSE
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Action
from ui.handling.case_page import CasePage
from ui.handling.more_dialog import MoreDialog
from ui.handling.move_fields import Form, MoveField, fields_of
from ui.requests import ShowRecord

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 40

D = TypeVar("D", bound=QDialog)


class Handler:
    """Somebody in front of the page of a case."""

    def __init__(self, screen: Screen, case: Case, *, is_shown: bool = False) -> None:
        self.screen, self._id = screen, case.id
        if not is_shown:
            screen.go(ShowRecord(case.kind, case.id))
        self.page = screen.page(EventPage if case.kind is Kind.EVENT else CasePage)

    @property
    def case(self) -> Case:
        """The case as it is on file."""
        return self.screen.office.cases.load(self._id)

    @property
    def event(self) -> Event:
        """The event as it is on file."""
        case = self.case
        assert isinstance(case, Event)
        return case

    @property
    def shown(self) -> Case:
        """The case as the page shows it."""
        assert self.page.loaded is not None
        return self.page.loaded.case

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key where the keyboard is."""
        self._return_to_window()
        QTest.keyClick(_here(self.page), key, held)
        self.screen.settle()

    def write(self, text: str) -> None:
        """Writes where the keyboard is: letters by keys, Chinese by the input method."""
        if text.isascii():
            QTest.keyClicks(_here(self.page), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(_here(self.page), event)
        self.screen.settle()

    def opened(self, kind: type[D]) -> D:
        """The dialog that opens; a key that presses a button does so after a moment."""
        self.screen.qtbot.waitUntil(lambda: bool(self._open_dialogs(kind)))
        dialog = self._open_dialogs(kind)[-1]
        QTest.qWaitForWindowActive(dialog)
        self.screen.settle()
        return dialog

    def _return_to_window(self) -> None:
        # A desktop gives the keyboard back when a dialog closes; without one nobody does.
        if QApplication.activeWindow() is None:
            front = QApplication.activeModalWidget() or self.screen.window
            front.activateWindow()
            QTest.qWaitForWindowActive(front)

    def _open_dialogs(self, kind: type[D]) -> list[D]:
        return [dialog for dialog in self.screen.window.findChildren(kind) if dialog.isVisible()]

    def begin_next(self, place: int) -> MoveDialog:
        """Alt and the place of a usual next move; its dialog."""
        self.press(Qt.Key(Qt.Key.Key_0 + place), ALT)
        return self.opened(MoveDialog)

    def choose(self, action: Action) -> None:
        """Finds an action among all, and takes it."""
        self.press(Qt.Key.Key_M, ALT)
        self.opened(MoreDialog)
        self.write(action.value)
        self.press(Qt.Key.Key_Return)

    def go_to(self, dialog: MoveDialog, name: str) -> None:
        """Tab until a field has the keyboard."""
        wanted = dialog.entries[name].widget
        for _ in range(_MOST_TABS):
            here = _here(self.page)
            if here is wanted or wanted.isAncestorOf(here):
                return
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached by Tab")

    def fill(self, dialog: MoveDialog, field: MoveField) -> None:
        """Writes something sensible into a field."""
        self.go_to(dialog, field.name)
        if field.form in (Form.GRADE, Form.SATISFACTION):
            self.press(Qt.Key.Key_Down)
        elif field.form is Form.DAYS:
            self.write("3")
        elif field.form is Form.LIMIT:
            self.write("2018-06-29")
        else:
            self.write(f"演示{field.label[:4]}")
            if field.form is Form.TASKS:
                self.press(Qt.Key.Key_Tab)
                self.write("演示站所")

    def answer_reason(self, words: str) -> None:
        """Gives the reason that is asked for, and confirms."""
        self.opened(MoveDialog)
        self.write(words)
        self.confirm()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def make(self, move: Move) -> None:
        """Makes a move with all that it asks for."""
        case = self.shown
        self.choose(move)
        dialog = self.opened(MoveDialog)
        for field in fields_of(case, move):
            if field.required:
                self.fill(dialog, field)
        self.confirm()


EVERY_MOVE = tuple(EVENT_COURSE)


def _here(page: QWidget) -> QWidget:
    return QApplication.focusWidget() or page
