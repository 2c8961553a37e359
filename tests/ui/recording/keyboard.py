"""A keyboard with an input method: it writes into whatever has it, and counts the keys that write nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST_TABS = 40


class Keyboard:
    """Letters come by keys, Chinese by the input method."""

    def __init__(self) -> None:
        self.keys = 0

    def here(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        """Writes something."""
        if text.isascii():
            QTest.keyClicks(self.here(), text)
            return
        for part in (text[:1], text):
            QApplication.sendEvent(self.here(), QInputMethodEvent(part, []))
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.here(), event)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses keys that write nothing."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(self.here(), key, held)

    def tab(self, times: int = 1) -> None:
        """Goes on by so many fields."""
        self.press(*[Qt.Key.Key_Tab] * times)

    def go_to(self, entry: QWidget) -> None:
        """Tab until an entry has the keyboard."""
        for _ in range(_MOST_TABS):
            if self.here() is entry:
                return
            self.tab()
        raise AssertionError(f"{entry.accessibleName()} cannot be reached by Tab")
