"""A button whose hint tells what it does and by which keys (带提示的按钮)."""

from PySide6.QtWidgets import QPushButton


def hinted_button(text: str, hint: str) -> QPushButton:
    """A button with its words and its hint."""
    button = QPushButton(text)
    button.setToolTip(hint)
    return button
