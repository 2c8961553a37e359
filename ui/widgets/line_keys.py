"""The key that takes a line away in a box of several (Ctrl+Delete)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def takes_line_away(event: QEvent) -> bool:
    """Whether an event is Ctrl+Delete being pressed."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() == Qt.Key.Key_Delete
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
