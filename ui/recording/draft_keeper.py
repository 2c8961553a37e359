"""Keeping what is typed (草稿): within two seconds, behind the window."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.desk import Desk
from ui.jobs import Failed, Questions

PAUSE = 1000
"""Milliseconds from the first change until it is kept; the rest of the two seconds is for the database.

What comes later is kept with the next turn.
"""


class DraftKeeper(QObject):
    """The draft of one form; `content` is asked for when it is to be kept."""

    kept = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, kind: Kind, content: Callable[[], Plain], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._content = desk, kind, content
        self._questions = Questions(desk.jobs, self)
        self._id = case_id_at(desk.now)
        self._is_kept = False
        self._case: tuple[UUID, int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.keep(self.kept.emit, self._refuse))

    @property
    def id(self) -> UUID:
        """Under what the draft is kept."""
        return self._id

    def begin(self, draft_id: UUID | None = None) -> None:
        """Goes on with a draft that is there, or begins a new one; the one before stays as it is."""
        self._timer.stop()
        self._id = draft_id or case_id_at(self._desk.now)
        self._is_kept = draft_id is not None

    def amend(self, case_id: UUID, version: int) -> None:
        """From now on it is about changes of a case that is on file, begun from one of its versions."""
        self._case = (case_id, version)

    def touch(self) -> None:
        """Something has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """Nothing is to be kept for now."""
        self._timer.stop()

    def keep(self, done: Callable[[], None], failed: Failed) -> None:
        """Keeps the draft now, then calls `done`."""
        self._timer.stop()
        self._is_kept = True
        self.keep_another(self._id, self._content(), done, failed)

    def keep_another(self, draft_id: UUID, content: Plain, done: Callable[[], None], failed: Failed) -> None:
        """Keeps a form that is no longer shown, then calls `done`."""
        desk, kind = self._desk, self._kind
        case_id, version = self._case or (None, None)

        def work() -> None:
            at, actor = desk.office.cases.now(), desk.actor
            draft = Draft(
                id=draft_id,
                person=actor.name,
                workstation=actor.workstation,
                kind=kind,
                content=content,
                saved_at=at,
                case_id=case_id,
                case_version=version,
            )
            desk.office.drafts.put(draft)

        self._questions.ask(f"keep {draft_id}", work, lambda _: done(), failed)

    def throw_away(self, done: Callable[[], None], failed: Failed) -> None:
        """Throws the draft away, then calls `done`."""
        self._timer.stop()
        if not self._is_kept:
            done()
            return
        self._is_kept = False
        drafts, draft_id = self._desk.office.drafts, self._id
        self._questions.ask(f"keep {draft_id}", lambda: drafts.delete(draft_id), lambda _: done(), failed)

    def _refuse(self, refusal: Refusal) -> None:
        self.failed.emit(f"草稿没有存下来：{refusal}")
