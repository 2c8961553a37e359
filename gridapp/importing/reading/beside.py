"""Work done while calamine reads (并行): it lets go of the interpreter, which is free for what it does not tell."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from gridapp.domain.problem import Refusal

_Done = TypeVar("_Done")

GiveUp = Callable[[Refusal], None]
"""Ends the reading at once, although calamine has not come back: in some damaged files it never would."""


class Beside(Generic[_Done]):
    """A piece of work that has been begun in a thread of its own."""

    def __init__(self, work: Callable[[], _Done], give_up: GiveUp) -> None:
        self._work, self._give_up = work, give_up
        self._done: list[_Done] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._done.append(self._work())
        except Refusal as refusal:
            self._error = refusal
            self._give_up(refusal)
        except BaseException as error:
            self._error = error

    def result(self) -> _Done:
        """What the work gave, waited for; raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._done[0]
