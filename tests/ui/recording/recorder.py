"""Somebody at a form of new cases of one kind, who has a keyboard with an input method and no mouse."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from gridapp.domain.case import Case
from gridapp.ports import CaseQuery
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

C = TypeVar("C", bound=Case)


class Recorder(Keyboard, Generic[C]):
    """Saves by keys, and knows what was saved."""

    def __init__(self, screen: Screen, record: type[C]) -> None:
        super().__init__()
        self.screen, self._record = screen, record
        self._before = {case.id for case in self._on_file()}

    def save_and_go_on(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, held=CONTROL)
        self.screen.settle()

    def save(self) -> None:
        """Ctrl+S."""
        self.press(Qt.Key.Key_S, held=CONTROL)
        self.screen.settle()

    def saved(self) -> list[C]:
        """The cases that were saved since, by number."""
        return sorted((case for case in self._on_file() if case.id not in self._before), key=lambda case: case.number)

    def _on_file(self) -> list[C]:
        office = self.screen.office
        cases = office.cases.load_all(office.lists.find_ids(CaseQuery(kind=self._record.kind)))
        return [case for case in cases.values() if isinstance(case, self._record)]
