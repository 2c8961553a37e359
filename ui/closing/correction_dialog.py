"""Leave to correct a closed month (由负责人更正): who allows it and why; what was being saved is then saved."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from typing_extensions import override

from gridapp.closing.authority import Authority, authority_of
from gridapp.closing.correcting import correction_of
from gridapp.domain.problem import ClosedMonth, Refusal, Unacceptable
from gridapp.ports import Office
from ui.desk import Desk
from ui.jobs import Questions, Stopped
from ui.recording.small_form import SmallForm
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.pick_box import PickBox

_NAMES = {"authority": "准许更正的负责人", "reason": "更正原因"}
_ROWS = ((("authority", 12),), (("reason", 12),))
_TOLD = "更正记入第一个未关账的日子并标明更正哪一月，已关账月份的报表不变。"


class CorrectionDialog(ConfirmDialog):
    """Ctrl+Enter saves as a correction, Esc goes back to what was being written, which stays as it is."""

    granted = Signal(object)
    """A `Correction`."""

    def __init__(self, parent: QWidget, desk: Desk, closed: ClosedMonth) -> None:
        super().__init__(parent, "更正已关账月份", "更正并保存")
        self.cancel.setText("不更正")
        self.cancel.setToolTip("返回填写的内容（Esc）")
        self._authority: Authority | None = None
        self._questions = Questions(desk.jobs, self)
        self.said = QLabel(str(closed))
        self.said.setWordWrap(True)
        told = QLabel(_TOLD)
        told.setObjectName("hint")
        told.setWordWrap(True)
        self.authority = PickBox(_NAMES["authority"], free=True)
        self.reason = QLineEdit()
        self.form = SmallForm({"authority": self.authority, "reason": self.reason}, _NAMES, _ROWS, tuple(_NAMES))
        for widget in (self.said, told, self.form):
            self.column.addWidget(widget)
        self.end_with_buttons()
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 34)
        office = desk.office
        self.confirm.setEnabled(False)
        self._questions.ask("authority", lambda: _authority(office, closed.towns), self._offer, self._refuse)
        self.authority.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def answer(self) -> None:
        """Gives leave, or shows everything that is missing; waits until it is known who may."""
        if self._authority is None:
            return
        try:
            correction = correction_of(self._authority, self.authority.words, self.reason.text())
        except Unacceptable as refusal:
            self.form.show_problems({problem.field: problem.message for problem in refusal.problems})
            self.form.go_to_first_problem()
            self._grow()
            return
        self.accept()
        self.granted.emit(correction)

    def _grow(self) -> None:
        """As high as what is said needs, once it is laid out."""
        QTimer.singleShot(0, self, self.adjustSize)

    def _offer(self, authority: Authority) -> None:
        self._authority = authority
        self.authority.offer(authority.names)
        self.confirm.setEnabled(True)

    def _refuse(self, refusal: Refusal) -> None:
        self.said.setText(str(refusal))


def ask_for_leave(window: QWidget, desk: Desk, stopped: Stopped) -> None:
    """Asks a leader for leave above whatever was being saved; without it the saving fails as it would have."""
    dialog = CorrectionDialog(QApplication.activeModalWidget() or window, desk, stopped.refusal)
    dialog.granted.connect(stopped.again)
    dialog.rejected.connect(stopped.give_up)
    dialog.open()


def _authority(office: Office, towns: Collection[str]) -> Authority:
    """Whoever answers for the books of the towns that are meant; of any town where that is not known."""
    meant = towns or [town.code for town in office.registers.areas().towns]
    names = (name for town in sorted(meant) for name in authority_of(office.registers, town).names)
    return Authority(tuple(dict.fromkeys(names)))
