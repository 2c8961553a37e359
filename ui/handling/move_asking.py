"""One dialog from its opening to the deed (办理一次): asked, refused and mended, overtaken and seen anew, done."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gridapp.domain.case import Case
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from ui.cases.handling import carry_out
from ui.cases.move_dialog import MoveDialog
from ui.desk import Desk
from ui.handling.action import Action, Deed, why_not_now
from ui.handling.entry import Makings
from ui.handling.live_hints import advise
from ui.handling.loaded import Loaded, load
from ui.handling.move_field import MoveField
from ui.handling.move_fields import fields_of, reason_field
from ui.handling.overtaking import who_and_when
from ui.handling.proposals import People, proposal
from ui.handling.state_words import state_in_words
from ui.jobs import Questions


class MoveAsking(QObject):
    """Keeps what was entered until it is saved; on a change by somebody else it shows the fresh case first.

    `given` are values by the names of the fields that whoever asks knows already.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        case: Case,
        action: Action,
        people: People,
        show: Callable[[Loaded], None],
        done: Callable[[str], None],
        given: Mapping[str, Any] | None = None,
    ) -> None:
        move = action if isinstance(action, Move) else None
        fields = _fields(case, action)
        about = f"{case.number} {case.title}（{state_in_words(case)}）"
        makings = Makings(desk, case, people)
        self.dialog = MoveDialog(parent, action.value, about, fields, makings)
        super().__init__(self.dialog)
        self._desk, self._seen, self._action, self._fields = desk, case, action, fields
        self._show, self._done = show, done
        self._questions = Questions(desk.jobs, self)
        self._filled: dict[str, Any] = {}
        if move:
            advise(self.dialog, move, makings)
            self._filled |= proposal(case, move, desk.now, desk.deadlines)
        self._filled |= given or {}
        self.dialog.answered.connect(self._carry_out)

    def open(self) -> None:
        """Opens the dialog."""
        self.dialog.fill(self._filled)
        self.dialog.open()

    def _carry_out(self, entered: Mapping[str, Any]) -> None:
        desk, seen, action = self._desk, self._seen, self._action
        self._questions.ask("do", lambda: carry_out(desk, seen, action, entered), self._carried_out, self._refused)

    def _carried_out(self, sentence: str) -> None:
        self.dialog.finish()
        self._done(sentence)

    def _refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, Unacceptable):
            self.dialog.show_problems(refusal.problems)
        elif isinstance(refusal, Overtaken):
            desk, case_id = self._desk, self._seen.id
            self._questions.ask("fresh", lambda: load(desk, case_id), self._look_again, self._refused)
        else:
            self.dialog.refuse(str(refusal), may_try=True)

    def _look_again(self, loaded: Loaded) -> None:
        self._seen = loaded.case
        self._show(loaded)
        told = f"{who_and_when(loaded.history)}，现在是“{state_in_words(loaded.case)}”。"
        reason = why_not_now(loaded.case, self._action, self._desk.now, self._desk.deadlines)
        if reason is None and _fields(loaded.case, self._action) != self._fields:
            reason = f"现在{self._action.value}要填写的项目不同了，请重新打开。"
        if reason is None:
            self.dialog.refuse(f"{told}您填写的内容都在，请核对后再确认。", may_try=True)
        else:
            self.dialog.refuse(f"{told}{reason}您填写的内容可以复制后再关闭。", may_try=False)


def _fields(case: Case, action: Action) -> Sequence[MoveField]:
    if isinstance(action, Move):
        return fields_of(case, action)
    return (reason_field(action.value, "void" if action is Deed.VOID else ""),)
