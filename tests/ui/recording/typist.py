"""A clerk who types into the window until the process is killed: `python -m tests.ui.recording.typist LOCATION SEED`.

Each line tells in JSON, with the seconds of the machine's own clock, what was just done at the form: `typed` with all
that a field now holds, `sent` when the form is about to be saved, `saved` with the number that the window then says.
"""

import json
import random
import re
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit

from db.office import open_office
from tests.offices import ACTOR
from tests.ui.recording.keyboard import Keyboard
from ui.application import application_object
from ui.home.home_page import HomePage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.recording.new_event_page import NewEventPage

LONGEST_PAUSE = 200
"""Milliseconds between two letters at most."""
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LETTERS = "路灯不亮道路积水垃圾清运"
_MOST_LETTERS = 12
_PATIENCE = 20
"""Seconds that the window may take to show something."""


class Typist:
    """Somebody at the form of a new event, who goes on with what was not saved before writing anything new."""

    def __init__(self, window: MainWindow, rng: random.Random) -> None:
        self._keyboard, self._rng = Keyboard(), rng
        _wait_until(lambda: isinstance(window.page, HomePage))
        self._keyboard.press(Qt.Key.Key_N, held=_CONTROL)
        _wait_until(lambda: isinstance(window.page, NewEventPage))
        assert isinstance(window.page, NewEventPage)
        self._page = window.page
        self._page.cases_changed.connect(self._tell_number)
        self._form = ""

    def go_on_for_ever(self) -> None:
        """One form after the other."""
        _wait_until(lambda: not self._page.desk.jobs.busy)
        while True:
            if self._page.drafts.drafts:
                self._go_on_with_a_draft()
            self._write_the_form()

    def _go_on_with_a_draft(self) -> None:
        self._keyboard.press(Qt.Key.Key_J, held=_ALT)
        _wait_until(lambda: isinstance(QApplication.focusWidget(), QListWidget))
        self._keyboard.press(Qt.Key.Key_Return)
        _wait_until(lambda: QApplication.activeModalWidget() is None)
        # A desktop gives the keyboard back when a dialog closes; without one nobody does.
        self._page.window().activateWindow()
        title = self._page.form.fields.entries.title
        _wait_until(lambda: QApplication.focusWidget() is title and bool(title.text()))

    def _write_the_form(self) -> None:
        entries = self._page.form.fields.entries
        self._form = entries.title.text().partition("：")[0] or f"演示{time.monotonic_ns()}"
        self._write(entries.title, "title", "" if entries.title.text() else f"{self._form}：")
        if entries.category.category is None:
            self._keyboard.go_to(entries.category)
            self._keyboard.type("ldjgg")
        if entries.village.key is None:
            self._keyboard.go_to(entries.village)
            self._keyboard.type("nfc")
        self._write(entries.address, "address")
        self._write(entries.note, "note")
        self._tell("sent", title=entries.title.text(), address=entries.address.text(), note=entries.note.toPlainText())
        self._keyboard.press(Qt.Key.Key_Return, held=_CONTROL)

    def _write(self, entry: QLineEdit | QPlainTextEdit, field: str, first: str = "") -> None:
        """Writes letter by letter behind what stands in a field."""
        self._keyboard.go_to(entry)
        several_lines = isinstance(entry, QPlainTextEdit)
        self._keyboard.press(Qt.Key.Key_End, held=_CONTROL if several_lines else Qt.KeyboardModifier.NoModifier)
        for letter in [first, *self._rng.choices(_LETTERS, k=self._rng.randint(1, _MOST_LETTERS))]:
            if letter:
                self._keyboard.type(letter)
                written = entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()
                self._tell("typed", **{field: written})
                QTest.qWait(self._rng.randint(0, LONGEST_PAUSE))

    def _tell_number(self) -> None:
        number = re.search(r"已保存 (\S+?)·", self._page.saved_bar.text)
        assert number is not None
        self._tell("saved", number=number[1])

    def _tell(self, what: str, **said: str) -> None:
        line = {"what": what, "at": time.monotonic(), "form": self._form} | said
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def _wait_until(holds: Callable[[], bool]) -> None:
    """Lets the window work until something holds; raises AssertionError where it does not come to that."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end
        QTest.qWait(5)


def main() -> None:
    """Opens the window as the client does, and types."""
    application_object()
    with open_office(sys.argv[1]) as office:
        window = MainWindow(ACTOR, Jobs())
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.open(lambda: office)
        Typist(window, random.Random(int(sys.argv[2]))).go_on_for_ever()


if __name__ == "__main__":
    main()
