"""A tab of the settings (设置页签): it loads when it is seen, and again after it has changed something."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions


class SettingsTab(QWidget):
    """What all tabs have in common."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.questions = Questions(desk.jobs, self)
        self._stale = True

    def load(self) -> None:
        """Asks for everything the tab shows."""
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
