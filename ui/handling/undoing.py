"""Taking the last save back (撤销), bringing it again (重做), and the bar that offers it after each save."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from gridapp.cases.undo import UndoStep, redo, redoable, undo, undoable
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.handling.recent_saves_dialog import RecentSavesDialog
from ui.jobs import Questions
from ui.message_bar import MessageBar

_DONE_AGAIN = {"撤销": "重做", "重做": "撤销"}


class Undoing(QObject):
    """What the window does with Ctrl+Z and Ctrl+Y where no text field has an undo of its own."""

    cases_changed = Signal()
    """Cases are as they were before; every page is stale."""

    def __init__(self, window: QWidget, message: MessageBar) -> None:
        super().__init__(window)
        self._window, self._message = window, message
        self._desk: Desk | None = None
        self._questions: Questions | None = None
        self._saved, self._told = False, ""

    def sit_down(self, desk: Desk) -> None:
        """From now on it is about the saves of whoever sits at a desk."""
        self._desk, self._questions = desk, Questions(desk.jobs, self)

    def note_save(self) -> None:
        """Something was saved; what is told of it in the same breath can be undone."""
        self._saved = True
        self._forget_soon()
        if self._told:
            self.tell(self._told)

    def tell(self, text: str) -> None:
        """Says that something went well, and offers to undo it if it was a save."""
        self._told = text
        self._forget_soon()
        if self._saved:
            self._message.tell(text, ("撤销", "撤销（Ctrl+Z）", self.undo), self._recent)
        else:
            self._message.tell(text)

    def _forget_soon(self) -> None:
        QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        self._saved, self._told = False, ""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key that nobody wanted was one of undoing; then it is done."""
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            if event.matches(keys):
                act()
                return True
        return False

    def undo(self, step: UndoStep | None = None) -> None:
        """Takes the newest save back, or the one that was chosen."""
        desk = self._desk
        if desk is None:
            return
        store, actor, clock = desk.office.cases, desk.actor, desk.clock

        def work() -> UndoStep | None:
            found = step or next(iter(undoable(store, actor.name, 1)), None)
            undo(store, actor, clock, found)
            return found

        self._ask(work, "撤销")

    def redo(self) -> None:
        """Takes the last undoing back."""
        desk = self._desk
        if desk is None:
            return
        store, actor, clock = desk.office.cases, desk.actor, desk.clock

        def work() -> UndoStep | None:
            found = redoable(store, actor.name)
            redo(store, actor, clock)
            return found

        self._ask(work, "重做")

    def show_recent(self) -> None:
        """Lists the last saves of this person."""
        if self._desk is not None:
            dialog = RecentSavesDialog(self._window, self._desk)
            dialog.chosen.connect(self.undo)
            dialog.open()

    @property
    def _recent(self) -> tuple[str, str, Callable[[], None]]:
        return ("最近的保存…", "自己最近的 20 次保存，可以逐次撤销（Ctrl+Shift+Y）", self.show_recent)

    def _ask(self, work: Callable[[], UndoStep | None], done: str) -> None:
        if self._questions is not None:
            self._questions.ask("undo", work, lambda step: self._done(step, done), self._refuse)

    def _done(self, step: UndoStep | None, done: str) -> None:
        self.cases_changed.emit()
        again = _DONE_AGAIN[done]
        key, act = ("Ctrl+Y", self.redo) if done == "撤销" else ("Ctrl+Z", self.undo)
        words = f"：{step.words}" if step is not None else ""
        self._message.tell(f"已{done}{words}。", (again, f"{again}（{key}）", act), self._recent)

    def _refuse(self, refusal: Refusal) -> None:
        self._message.refuse(str(refusal))
