"""Going through a form by Enter (回车换项), and whether an input method composes in one of its fields."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Entering(QObject):
    """Enter is Tab in every field but one of several lines; the space bar presses buttons."""

    composing = Signal(bool)

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)

    def watch(self, entry: QWidget) -> None:
        """Watches a field, or all that are inside of it."""
        for widget in (entry, *entry.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self.composing.emit(bool(event.preeditString()))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            return event.modifiers() in _PLAIN and self._enter(watched)
        return super().eventFilter(watched, event)

    def _enter(self, watched: QObject) -> bool:
        if isinstance(watched, QPlainTextEdit) or watched.objectName() == "attachments":
            return False
        tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(watched, tab)
        return True
