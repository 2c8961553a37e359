"""A tab of the statistics (统计页签): it loads when it is seen, for the question that stands above."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.figures.question import Question
from ui.jobs import Questions


class Tab(QWidget):
    """What all tabs have in common."""

    asked = Signal(object)
    refused = Signal(str)
    shown = Signal()
    """Everything that was asked for is shown."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__()
        self.desk, self.question = desk, question
        self.questions = Questions(desk.jobs, self)
        self._stale = True

    def load(self) -> None:
        """Asks for everything the tab shows."""
        raise NotImplementedError

    def put(self, question: Question) -> None:
        """Puts a question, or the same one again after cases have changed."""
        self.question = question
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
