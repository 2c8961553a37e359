"""Taking something out for a reason (移除、撤回): what it is, the reason, and then it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.problem import Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.small_form import SmallForm


class ReasonDialog(QDialog):
    """Ctrl+Enter does it, Esc leaves everything as it is; a refusal stands in the dialog."""

    done_with = Signal()

    def __init__(
        self, parent: QWidget, desk: Desk, word: str, about: str, told: str, work: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._work, self._questions = work, Questions(desk.jobs, self)
        self.setWindowTitle(word)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reason = QLineEdit()
        self.form = SmallForm({"reason": self.reason}, {"reason": f"{word}原因"}, ((("reason", 12),),), ("reason",))
        heading, hint = QLabel(about), QLabel(told)
        heading.setObjectName("card_title")
        hint.setObjectName("hint")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        for label in (heading, hint, self.problem):
            label.setWordWrap(True)
        self.problem.hide()
        self.confirm = QPushButton(word)
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip(f"{word}（Ctrl+Enter）")
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
        for widget in (heading, hint, self.form, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 34)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.answer)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Does it, or shows what is missing."""
        if not self.confirm.isEnabled():
            return
        reason, work = self.reason.text(), self._work
        self.confirm.setEnabled(False)
        self._questions.ask("do", lambda: work(reason), lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.accept()
        self.done_with.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.confirm.setEnabled(True)
        found = refusal.problems if isinstance(refusal, Unacceptable) else ()
        self.form.show_problems({problem.field: problem.message for problem in found})
        self.form.go_to_first_problem()
        self.problem.setText("" if self.form.has_problems else str(refusal))
        self.problem.setVisible(not self.form.has_problems)
        # What is said takes its place only once it is laid out.
        QTimer.singleShot(0, self, self.adjustSize)
