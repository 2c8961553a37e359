"""Copying a month's total from an older report (补录汇总数)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from gridapp.domain.problem import Unacceptable
from gridapp.reconciling.historical import keep, problems_of_total
from ui.desk import Desk
from ui.reconciling.saving_dialog import SavingDialog
from ui.reconciling.total_form import TotalForm

_LINES = 17
TOLD = "补录汇总数没有逐件记录：单独列示，不与记录相加，也不计入任何合计。"


class TotalDialog(SavingDialog):
    """One total; many come from a small ledger."""

    form: TotalForm

    def __init__(self, parent: QWidget, desk: Desk, town: str | None) -> None:
        super().__init__(parent, desk, "补录汇总数", TotalForm(desk, town))
        hint = QLabel(TOLD)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.lay_out(_LINES, above=(hint,))
        first = self.form.indicator if self.form.town_code else self.form.town
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def work(self) -> Callable[[], object]:
        total, unread = self.form.read()
        desk = self.desk

        def save() -> object:
            if unread:
                fields = {problem.field for problem in unread}
                found = problems_of_total(desk.office.registers, total, desk.now)
                raise Unacceptable((*unread, *(problem for problem in found if problem.field not in fields)))
            return keep(desk.office, [total], desk.actor, desk.clock)

        return save
