"""Somebody who handles a case with a keyboard that has an input method, and no mouse."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.plain import to_plain
from tests.gridapp.bare_cases import bare
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Action, actions_of
from ui.handling.case_page import CasePage
from ui.handling.more_dialog import MoreDialog
from ui.handling.move_field import Form, MoveField
from ui.handling.move_fields import fields_of
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
        if field.form in (Form.GRADE, Form.SATISFACTION, Form.CHOICE):
            self.press(Qt.Key.Key_Down)
        elif field.form is Form.CHECK:
            self.press(Qt.Key.Key_Space)
        elif field.form in (Form.DAYS, Form.NUMBER):
            self.write("3")
        elif field.form is Form.LIMIT:
            self.write("2018-06-29")
        else:
            self.write(f"演示{field.label[:4]}")
            if field.form is Form.TASKS:
                self.press(Qt.Key.Key_Tab)
                self.write("演示站所")

    def answer(self, dialog: MoveDialog, **answers: object) -> None:
        """Gives fields what they are told, and confirms."""
        self.enter(dialog, **answers)
        self.confirm()

    def enter(self, dialog: MoveDialog, **answers: object) -> None:
        """Gives fields what they are told: a word of a list is looked for with ↓, `True` ticks, text is written over
        what stands there; a list is written line by line.
        """
        for name, answer in answers.items():
            self.go_to(dialog, name)
            here = _here(self.page)
            if isinstance(here, QComboBox):
                self._look_for(here, str(answer))
            elif isinstance(answer, bool):
                self.press(Qt.Key.Key_Space)
            else:
                self._write_over(answer)

    def _look_for(self, box: QComboBox, word: str) -> None:
        self.press(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText().startswith(word):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{word} is not offered")

    def _write_over(self, answer: object) -> None:
        parts = answer if isinstance(answer, tuple) else (answer,)
        for place, part in enumerate(parts):
            if place:
                self.press(Qt.Key.Key_Tab)
            if isinstance(_here(self.page), (QLineEdit, QPlainTextEdit)):
                self.press(Qt.Key.Key_A, CONTROL)
            self.write(str(part))

    def answer_reason(self, words: str) -> None:
        """Gives the reason that is asked for, and confirms."""
        self.opened(MoveDialog)
        self.write(words)
        self.confirm()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def fill_required(self, dialog: MoveDialog, move: Move) -> None:
        """Fills what a move asks for and its dialog does not know already."""
        for field in fields_of(self.shown, move):
            if field.required and not dialog.entries[field.name].read():
                self.fill(dialog, field)

    def take_back(self, before: Case) -> None:
        """Ctrl+Z: on file and on screen everything is as it was before, but for the version."""
        self.press(Qt.Key.Key_Z, CONTROL)
        assert to_plain(replace(self.case, version=0)) == to_plain(replace(before, version=0))
        assert self.shown == self.case

    def make(self, move: Move) -> None:
        """Makes a move with all that it asks for."""
        self.choose(move)
        self.fill_required(self.opened(MoveDialog), move)
        self.confirm()


EVERY_MOVE = tuple(move for move in EVENT_COURSE if move in actions_of(bare(Kind.EVENT)) and move is not Move.REFER)
"""Those that have a dialog: a referral opens a page, and its end follows from the dispute."""


def _here(page: QWidget) -> QWidget:
    return QApplication.focusWidget() or page
