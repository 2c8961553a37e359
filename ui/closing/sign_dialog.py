"""Signing a step of a month's report (签名): the name, the reason where one is asked for; then it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.closing.authority import Authority
from gridapp.domain.books import BookAction
from gridapp.domain.problem import Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.small_form import SmallForm
from ui.widgets.pick_box import PickBox


@dataclass(frozen=True, slots=True)
class Signing:
    """How an action is signed: as what, whether by a leader, whether with a reason, and what comes of it."""

    word: str
    told: str
    by_leader: bool = True
    reason: str = ""


SIGNINGS = {
    BookAction.SUBMIT: Signing("填报人", "提交后送审核；数字再有变动须重新提交。", by_leader=False),
    BookAction.RETURN: Signing("退回人", "退回后重新核对，再提交。", by_leader=False, reason="退回原因"),
    BookAction.APPROVE: Signing("审核人", "审核的是提交时的报表；其后数字有变动的不能通过。"),
    BookAction.CLOSE: Signing("签发人", "关账后计入这个月的数不再变动，报表原样保存；以后的改动记为更正。"),
    BookAction.REOPEN: Signing(
        "准许重开的负责人", "重开后这个月可以再改；已保存的报表和记录都保留。", reason="重开原因"
    ),
}


class SignDialog(QDialog):
    """Ctrl+Enter signs, Esc leaves everything as it is; a refusal stands in the dialog and nothing written is lost."""

    done_with = Signal()
    """The step was taken."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        action: BookAction,
        about: str,
        authority: Authority,
        work: Callable[[str, str], object],
    ) -> None:
        super().__init__(parent)
        signing = SIGNINGS[action]
        self._work, self._questions = work, Questions(desk.jobs, self)
        self.setWindowTitle(action.value)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person = PickBox(signing.word, free=True)
        self.person.offer(authority.names)
        self.person.show_words("" if signing.by_leader and authority.names else desk.actor.name)
        self.reason = QLineEdit()
        names = {"person": signing.word, "reason": signing.reason}
        self.form = SmallForm(
            {"person": self.person, "reason": self.reason}, names, ((("person", 12),), (("reason", 12),)), tuple(names)
        )
        self.form.show_fields({"reason": bool(signing.reason)})
        heading = QLabel(about)
        heading.setObjectName("card_title")
        heading.setWordWrap(True)
        told = QLabel(signing.told)
        told.setObjectName("hint")
        told.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.confirm = QPushButton(action.value)
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip(f"{action.value}（Ctrl+Enter）")
        self.confirm.clicked.connect(self.answer)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (cancel, self.confirm):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (heading, told, self.form, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 34)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.answer)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Signs, or shows everything that is wrong."""
        if not self.confirm.isEnabled():
            return
        person, reason, work = self.person.words.strip(), self.reason.text(), self._work
        self.form.show_problems({})
        self._tell("正在核对数字…")
        self.confirm.setEnabled(False)
        self._questions.ask("sign", lambda: work(person, reason), lambda _: self._signed(), self._refuse)

    def _signed(self) -> None:
        self.accept()
        self.done_with.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.confirm.setEnabled(True)
        if isinstance(refusal, Unacceptable):
            self.form.show_problems({problem.field: problem.message for problem in refusal.problems})
            self.form.go_to_first_problem()
            self._tell("")
        else:
            self._tell(str(refusal))

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        # What is said takes its place only once it is laid out.
        QTimer.singleShot(0, self, self.adjustSize)
