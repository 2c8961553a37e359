"""A tab that loads when it is seen (页签): the part that the tabs of statistics and settings share."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions


class LateTab(QWidget):
    """Asks for what it shows when it is first seen, and again after something has changed."""

    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.questions = Questions(desk.jobs, self)
        self._stale = True

    def load(self) -> None:
        """Asks for everything the tab shows; each tab says how (a Qt class cannot be an ABC)."""
        raise NotImplementedError

    def mark_stale(self) -> None:
        """Something has changed: loads now if the tab is seen, else when it is."""
        self._stale = True
        if self.isVisible():
            self._load_now()

    def refuse(self, refusal: Refusal) -> None:
        """Shows a known failure."""
        self.refused.emit(str(refusal))

    def _load_now(self) -> None:
        self._stale = False
        self.load()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load_now()
