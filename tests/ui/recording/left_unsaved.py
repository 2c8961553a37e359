"""Forms that were left unsaved: kept while somebody writes, and gone on with after a crash."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.offices import ACTOR
from tests.ui.screen import Screen
from ui.page import Page
from ui.recording.drafts_dialog import DraftsDialog
from ui.recording.unsaved_forms import unsaved
from ui.requests import Request

P = TypeVar("P", bound=Page)


def kept_forms(screen: Screen, mark: str) -> int:
    """How many forms of a mark are kept."""
    return len(unsaved(screen.office.drafts, ACTOR.name, (mark,)))


def wait_until_kept(screen: Screen, mark: str) -> None:
    """Waits, two seconds at most."""
    screen.qtbot.waitUntil(lambda: kept_forms(screen, mark) == 1, timeout=2000)


def opened_after_a_crash(screen: Screen, page: P, request: Request) -> tuple[Screen, P]:
    """A window that is opened anew on the same office, without the first having been asked anything."""
    page.questions.forget()
    again = Screen.opened(screen.qtbot, screen.jobs, screen.office)
    again.go(request)
    return again, again.page(type(page))


def go_on(screen: Screen, entry: QWidget) -> None:
    """Alt+U in an entry of the form, and Enter on the first of the list."""
    screen.qtbot.keyClick(entry, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DraftsDialog)
    screen.press(dialog.list, Qt.Key.Key_Return)
