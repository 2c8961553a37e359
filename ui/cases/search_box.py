"""The quick search (快速查找): as you type, after a short pause, never while an input method composes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui.icons import icon
from ui.theme import COLOURS

PAUSE = 200
"""Milliseconds without typing after which the search begins."""


class SearchBox(QLineEdit):
    """Says what to look for; Esc clears it."""

    wanted = Signal(str)
    left = Signal()
    """Somebody goes down to what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("快速查找")
        self.setPlaceholderText("输入编号、标题、姓名等查找（Ctrl+F）")
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", COLOURS.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(330)
        self.setMaximumWidth(420)
        self._composing = False
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._say)
        self.textChanged.connect(lambda: self._timer.start())

    def show_text(self, text: str) -> None:
        """Shows what was looked for without looking for it again."""
        self.setText(text)
        self._timer.stop()
        self._said = text

    def _say(self) -> None:
        text = self.text().strip()
        if not self._composing and text != self._said:
            self._said = text
            self.wanted.emit(text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._composing:
            self._timer.stop()
        else:
            self._timer.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self._say()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
            return
        super().keyPressEvent(event)
