"""What is written down of a reception day (接待、未接待、承诺、兑现): a dialog for each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gridapp.cases.register.receptions import hold, keep, leave_out, promise
from gridapp.domain.registers.reception import Promise, Reception
from ui.desk import Desk
from ui.handling.asking import Asking, Entered
from ui.handling.move_field import Form, MoveField

Done = Callable[[str], None]

_HELD = (MoveField("held_at", "实际接待时间", Form.MOMENT, required=True),)
_LEFT_OUT = (MoveField("unheld_reason", "未接待原因（改期的写明改到哪天）", Form.WORDS, required=True),)
_PROMISED = (
    MoveField("what", "承诺事项", Form.WORDS, required=True),
    MoveField("unit", "承办单位", Form.UNIT, required=True),
    MoveField("handler", "承办人", Form.PERSON),
    MoveField("due_at", "办理期限", Form.LIMIT, required=True),
)
_KEPT = (
    MoveField("how", "怎样兑现", Form.WORDS, required=True),
    MoveField("done_at", "兑现时间（不填为现在）", Form.MOMENT),
)


@dataclass(frozen=True, slots=True)
class ReceptionDialogs:
    """The dialogs of a day, opened over the page that shows it; `done` is told in one sentence what was done."""

    parent: QWidget
    desk: Desk
    done: Done

    def hold(self, day: Reception) -> None:
        """Asks when the day was held; proposed is when it was planned."""
        desk = self.desk

        def work(entered: Entered) -> Reception:
            return hold(desk.office.cases, day, entered["held_at"], desk.actor, desk.clock)

        Asking(self.parent, desk, day, "登记接待", _HELD, work, self.done).open({"held_at": day.reported_at})

    def leave_out(self, day: Reception) -> None:
        """Asks why the day was not held."""
        desk = self.desk

        def work(entered: Entered) -> Reception:
            return leave_out(desk.office.cases, day, entered["unheld_reason"], desk.actor, desk.clock)

        Asking(self.parent, desk, day, "登记未接待", _LEFT_OUT, work, self.done).open()

    def promise(self, day: Reception) -> None:
        """Asks what the leader promised, who does it and by when."""
        desk = self.desk

        def work(entered: Entered) -> Reception:
            promised = Promise(
                what=entered["what"].strip(),
                unit=entered["unit"].strip() or None,
                person=entered["handler"].strip() or None,
                due_at=entered["due_at"],
            )
            return promise(desk.office.cases, day, promised, desk.actor, desk.clock)

        Asking(self.parent, desk, day, "登记承诺", _PROMISED, work, self.done).open()

    def keep(self, day: Reception, number: int) -> None:
        """Asks how the `number`-th promise was kept, counted from 1."""
        desk = self.desk

        def work(entered: Entered) -> Reception:
            done_at = entered["done_at"] or desk.clock()
            return keep(desk.office.cases, day, number, done_at, entered["how"], desk.actor, desk.clock)

        Asking(self.parent, desk, day, "登记兑现", _KEPT, work, self.done).open()
