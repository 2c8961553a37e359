"""A dialog for one thing that is done with a case and is no move of a course (登记对话框), and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gridapp.domain.case import Case
from gridapp.domain.problem import Refusal, Unacceptable
from ui.cases.move_dialog import MoveDialog
from ui.desk import Desk
from ui.handling.entry import Makings
from ui.handling.move_field import MoveField
from ui.handling.proposals import People
from ui.jobs import Questions

Entered = Mapping[str, Any]


class Asking(QObject):
    """Keeps what was entered until it is saved; `done` is told in one sentence what was done."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        case: Case,
        action: str,
        fields: Sequence[MoveField],
        work: Callable[[Entered], Case],
        done: Callable[[str], None],
    ) -> None:
        about = f"{case.number} {case.title}（{case.status.label}）"
        self.dialog = MoveDialog(parent, action, about, fields, Makings(desk, case, People()))
        super().__init__(self.dialog)
        self._action, self._work, self._done = action, work, done
        self._questions = Questions(desk.jobs, self)
        self.dialog.answered.connect(self._carry_out)

    def open(self, proposed: Entered | None = None) -> None:
        """Opens the dialog with what is proposed."""
        self.dialog.fill(proposed or {})
        self.dialog.open()

    def _carry_out(self, entered: Entered) -> None:
        self._questions.ask("carry_out", lambda: self._work(entered), self._carried_out, self._refused)

    def _carried_out(self, case: Case) -> None:
        self.dialog.finish()
        self._done(f"已{self._action}：{case.number}。")

    def _refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, Unacceptable):
            self.dialog.show_problems(refusal.problems)
        else:
            self.dialog.refuse(str(refusal), may_try=False)
