"""Looking for something while a form is filled in (填写时比对): after a pause, never during composition."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk
from ui.jobs import Questions

PAUSE = 300
"""Milliseconds without a change after which it looks."""

W = TypeVar("W")
F = TypeVar("F")


class FormWatch(QObject, Generic[W, F]):
    """Asks what is written and tells what it found; a failure is no reason to disturb anybody."""

    found = Signal(object)

    def __init__(self, desk: Desk, written: Callable[[], W], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._written = desk, written
        self._questions = Questions(desk.jobs, self)
        self._composing = False
        self._asked: W | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)

    def nothing(self) -> F:
        """What is found of a form that says too little."""
        raise NotImplementedError

    def says_enough(self, written: W) -> bool:
        """Whether it is worth looking."""
        raise NotImplementedError

    def look_for(self, written: W) -> F:
        """What there is; runs in the database's thread."""
        raise NotImplementedError

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
        written = self._written()
        if written == self._asked:
            return
        self._asked = written
        if self.says_enough(written):
            self._questions.ask("look", lambda: self.look_for(written), self.found.emit, lambda _: None)
        else:
            self.found.emit(self.nothing())
