"""What a clerk can do with the window."""

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gridapp.ports import Office
from tests.offices import ACTOR
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.requests import Request

W = TypeVar("W", bound=QWidget)


class Screen:
    """A window, and somebody in front of it."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, office: Office) -> None:
        self.qtbot, self.jobs, self.office = qtbot, jobs, office
        self.window = MainWindow(ACTOR, jobs)
        qtbot.addWidget(self.window)

    @classmethod
    def opened(cls, qtbot: QtBot, jobs: Jobs, office: Office) -> "Screen":
        """A window that has opened an office."""
        screen = cls(qtbot, jobs, office)
        screen.window.show()
        QTest.qWaitForWindowActive(screen.window)
        screen.window.open(lambda: office)
        screen.settle()
        return screen

    def settle(self) -> None:
        """Waits until every answer has come, also those to questions that answers raise."""
        for _ in range(4):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.jobs.busy)

    def go(self, request: Request) -> None:
        """Goes to a page."""
        self.window.show_request(request)
        self.settle()

    def page(self, kind: type[W]) -> W:
        """The page that is shown."""
        shown = self.window.page
        assert isinstance(shown, kind)
        return shown

    def click(self, widget: QWidget) -> None:
        """Clicks on something."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key, control: bool = False) -> None:
        """Presses a key."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(widget, key, held)
        self.settle()

    def double_click(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Double clicks on a cell."""
        view.scrollTo(index)
        point: QPoint = view.visualRect(index).center()
        for click in (self.qtbot.mouseClick, self.qtbot.mouseDClick):
            click(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def back(self) -> None:
        """Goes back."""
        self.window.go_back()
        self.settle()


def write(line: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Writes Chinese into a line or several, as an input method does."""
    line.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


def compose(line: QLineEdit, text: str) -> None:
    """Letters that an input method is still working on."""
    QApplication.sendEvent(line, QInputMethodEvent(text, []))
