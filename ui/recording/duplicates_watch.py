"""Looking for likely duplicates while a form is filled in (查重): after a pause, never during composition."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from gridapp.cases.duplicates import Suspicion, likely_duplicates
from gridapp.ports import Entered
from ui.desk import Desk
from ui.jobs import Questions

PAUSE = 300
"""Milliseconds without a change after which it looks."""


class DuplicatesWatch(QObject):
    """Asks what is entered and tells what it found; a failure is no reason to disturb anybody."""

    found = Signal(object)
    """A sequence of `Suspicion`."""

    def __init__(self, desk: Desk, entered: Callable[[], Entered], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._entered = desk, entered
        self._questions = Questions(desk.jobs, self)
        self._composing = False
        self._asked: Entered | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)

    def touch(self) -> None:
        """Something has changed."""
        if not self._composing:
            self._timer.start()

    def set_composing(self, composing: bool) -> None:
        """An input method has begun or ended to compose."""
        self._composing = composing
        if composing:
            self._timer.stop()
        else:
            self._timer.start()

    def _look(self) -> None:
        entered = self._entered()
        if entered == self._asked:
            return
        self._asked = entered
        duplicates = self._desk.office.duplicates
        if not (entered.title.strip() or entered.phone or entered.persons or entered.address.strip()):
            self._tell(())
            return
        self._questions.ask("look", lambda: likely_duplicates(duplicates, entered), self._tell, lambda _: None)

    def _tell(self, suspicions: Sequence[Suspicion]) -> None:
        self.found.emit(suspicions)
