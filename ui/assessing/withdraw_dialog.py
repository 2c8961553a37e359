"""Taking an entry back (撤回扣分加分登记), with the reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from gridapp.assessing.marks import withdraw
from gridapp.domain.assessment_mark import Mark
from ui.assessing.form_dialog import FormDialog
from ui.desk import Desk
from ui.recording.small_form import SmallForm


class WithdrawDialog(FormDialog):
    """The entry stays in the history; its points are given back in the first open month."""

    def __init__(self, parent: QWidget, desk: Desk, mark: Mark, about: str) -> None:
        self._mark = mark
        self.reason = QLineEdit()
        form = SmallForm({"reason": self.reason}, {"reason": "撤回原因"}, ((("reason", 12),),), ("reason",))
        told = "撤回后分数退回，登记和撤回都留在登记经过里；已关账的月份不变，退回的分数计入第一个未关账的月份。"
        super().__init__(parent, desk, "撤回", about, told, form)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def work(self) -> Callable[[], object]:
        desk, entry, reason = self.desk, self._mark.entry, self.reason.text()
        return lambda: withdraw(desk.office, entry, reason, desk.actor, desk.clock)
