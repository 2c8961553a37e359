"""The number of a document (证件号码): whole while it is edited, masked when it is not (domain.md §9.1)."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.domain.paper import masked_paper_number, plain_paper_number


class PaperNumberEdit(QLineEdit):
    """Keeps the whole number; what others see over a shoulder is its beginning and its end."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self.textEdited.connect(self._take)

    @property
    def number(self) -> str:
        """What is written, whether it is shown or not."""
        return self._number

    def show_number(self, number: str) -> None:
        """Shows a number, masked unless it is being edited."""
        self._number = number
        self._write(number if self.hasFocus() else self._masked())

    def _take(self, text: str) -> None:
        self._number = text
        self.edited.emit()

    def _masked(self) -> str:
        return masked_paper_number(plain_paper_number(self._number))

    def _write(self, text: str) -> None:
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._write(self._number)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu takes the keyboard for a moment, and works on what is selected.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._write(self._masked())
            self.left.emit()
