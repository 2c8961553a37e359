"""Short ways to a list and its parts."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gridapp.domain.filter import Condition
from gridapp.domain.kind import Kind
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.requests import ShowLedger

D = TypeVar("D", bound=QDialog)


def ledger(screen: Screen, kind: Kind = Kind.EVENT) -> LedgerPage:
    """The list of a kind."""
    screen.go(ShowLedger(kind))
    return screen.page(LedgerPage)


def column(page: LedgerPage, heading: str) -> list[str]:
    """What stands in a column of every row."""
    model = page.list.model
    place = [one.heading for one in model.columns].index(heading)
    screen_texts = [model.index(row, place).data() for row in range(model.rowCount())]
    return [str(text) for text in screen_texts]


def dialog(screen: Screen, kind: type[D]) -> D:
    """The dialog that is open."""
    found = [one for one in screen.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(screen: Screen, kind: type[QDialog]) -> bool:
    """Whether such a dialog is open."""
    return any(one.isVisible() for one in screen.window.findChildren(kind))


def add(screen: Screen, page: LedgerPage, condition: Condition, place: int | None = None) -> None:
    """Settles a condition in the editor: a new one, or one in its place."""
    editor = page.list.filters.edit(place)
    editor.settled.emit(condition)
    editor.accept()
    return_to(screen)


def show_columns(screen: Screen, page: LedgerPage, *names: str) -> None:
    """Chooses columns."""
    chooser = page.list.columns.choose()
    chooser.chosen.emit(names)
    chooser.accept()
    return_to(screen)


def return_to(screen: Screen) -> None:
    """Gives the window the keyboard back after a dialog, as a desktop does."""
    screen.window.activateWindow()
    QTest.qWaitForWindowActive(screen.window)
    screen.settle()


def press(screen: Screen, *keys: tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> None:
    """Presses keys one after another, wherever the keyboard is."""
    for key in keys:
        code, held = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        target = QApplication.focusWidget()
        assert target is not None
        screen.qtbot.keyClick(target, code, held)
        screen.settle()


CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
