"""Cases that are being saved while the next one is written already (后台保存)."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.jobs import Failed, Questions
from ui.recording.recorded import Recorded

T = TypeVar("T")


class SavesUnderWay(QObject):
    """Each is saved to its end, even if its page asks no more; whoever leaves waits for the last."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = Questions(desk.jobs, self)
        self._count = 0
        self._then: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything is being saved."""
        return self._count > 0

    def save(
        self, draft_id: UUID, work: Callable[[], Recorded], done: Callable[[Recorded], None], failed: Failed
    ) -> None:
        """Lets the form of a draft be saved in the database's thread; calls `done` or `failed`."""
        self._count += 1
        # Each has a name of its own: a slow one must not be dropped by the next.
        self._questions.ask(f"save {draft_id}", work, self._counted(done), self._counted(failed))

    def wait(self, then: Callable[[], None]) -> None:
        """Calls `then` when the last one is saved, or refused."""
        self._then = then

    def _counted(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        def counted(found: T) -> None:
            self._count -= 1
            answer(found)
            if not self._count and self._then is not None:
                then, self._then = self._then, None
                then()

        return counted
