"""Taking an entry off its list (移出名单): what its dialog asks for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gridapp.cases.register.record import finish
from gridapp.domain.case import Case
from ui.desk import Desk
from ui.handling.asking import Asking, Entered
from ui.handling.move_field import Form, MoveField

FINISH = "移出"
_FIELDS = (
    MoveField("removed_reason", "移出原因", Form.WORDS, required=True),
    MoveField("removed_at", "移出时间（不填为现在）", Form.MOMENT),
)


def finishing(parent: QWidget, desk: Desk, case: Case, done: Callable[[str], None]) -> Asking:
    """The dialog that asks when and why an entry leaves its list."""

    def work(entered: Entered) -> Case:
        when = entered["removed_at"] or desk.clock()
        reason = entered["removed_reason"]
        return finish(desk.office.cases, case.id, case.version, when, reason, desk.actor, desk.clock)

    return Asking(parent, desk, case, FINISH, _FIELDS, work, done)
