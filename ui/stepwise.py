"""Long work in steps (分步进行): one by one behind the window, so that lists and forms are answered in between."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


class Stepwise(QObject):
    """Takes the steps of one thing at a time; another one begun breaks it off."""

    progressed = Signal(object)
    """What each step but the last tells of how far it is."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._steps: Generator[Any, None, Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def start(
        self, steps: Generator[Any, None, T], done: Callable[[T], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Begins something; `done` gets its result."""
        self.cancel()
        self._steps, self._done, self._failed = steps, done, failed
        self._go_on(steps)

    def cancel(self) -> None:
        """Breaks off what is under way."""
        steps = self._steps
        if steps is not None:
            self._questions.forget()
            # Closed in the thread that takes the steps, after the one under way.
            self._desk.jobs.start(steps.close, done=lambda _: None)
            self._end()

    def _go_on(self, steps: Generator[Any, None, Any]) -> None:
        self._questions.ask("step", lambda: _next(steps), self._stepped, self._fail)

    def _stepped(self, told: Any) -> None:
        if isinstance(told, _Result):
            self._end()
            self._done(told.value)
        elif self._steps is not None:
            self.progressed.emit(told)
            # Whoever is told may have broken it off.
            if self._steps is not None:
                self._go_on(self._steps)

    def _fail(self, refusal: Refusal) -> None:
        self._end()
        self._failed(refusal)

    def _end(self) -> None:
        self._steps = None
        self.ended.emit()


def _next(steps: Generator[Any, None, Any]) -> Any:
    try:
        return next(steps)
    except StopIteration as end:
        return _Result(end.value)
