"""Correcting what is written of a hazard (更正隐患)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.hazard.record import amend, draft_of
from gridapp.domain.hazard import Hazard
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.handling.proposals import People
from ui.jobs import Questions
from ui.safety.case.hazard_form import HazardForm
from ui.widgets.scroll_down import ScrollDown

_LETTERS = 46
_ROOM = 0.9


class HazardDialog(QDialog):
    """The form of one hazard; Ctrl+Enter saves it, Esc leaves it as it was and asks where something was written."""

    amended = Signal(str)
    """It is saved; one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, hazard: Hazard, people: People) -> None:
        super().__init__(parent)
        self._desk, self._hazard = desk, hazard
        self._questions = Questions(desk.jobs, self)
        self._may_go = False
        self.setWindowTitle(f"更正隐患 {hazard.number}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = HazardForm(desk)
        self.form.chief.offer(people.staff)
        self.form.show_draft(draft_of(hazard))
        about = QLabel(f"{hazard.number}（{hazard.status.label}）· 整改期限、复查和销号不在这里更正")
        about.setObjectName("hint")
        about.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存（Ctrl+Enter）")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("取消")
        cancel.setToolTip("取消（Esc）")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(20, 0, 20, 0)
        fields.addWidget(about)
        fields.addWidget(self.form)
        fields.addWidget(self.problem)
        fields.addStretch()
        scroll = ScrollDown(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addWidget(scroll, 1)
        buttons.setContentsMargins(20, 0, 20, 0)
        column.addLayout(buttons)
        screen = self.screen().availableGeometry()
        width = min(self.fontMetrics().horizontalAdvance("字") * _LETTERS, int(screen.width() * _ROOM))
        height = inside.sizeHint().height() + self.save_button.sizeHint().height() + 60
        self.resize(width, min(height, int(screen.height() * _ROOM)))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        if not self.save_button.isEnabled():
            return
        problems = [*self.form.unreadable()]
        if self.form.attachments.is_busy:
            problems.append(Problem("attachments", "busy", "附件正在读取，请稍候再保存。"))
        if problems:
            self._show(problems)
            return
        desk, hazard, draft = self._desk, self._hazard, self.form.draft()
        office = desk.office

        def work() -> Hazard:
            return amend(
                office.cases,
                desk.areas,
                office.places,
                desk.deadlines,
                hazard.id,
                hazard.version,
                draft,
                desk.actor,
                desk.clock,
            )

        self.save_button.setEnabled(False)
        self._questions.ask("save", work, self._saved, self._not_saved)

    def _saved(self, hazard: Hazard) -> None:
        self._may_go = True
        self.accept()
        self.amended.emit(f"已更正：{hazard.number}。")

    def _not_saved(self, refusal: Refusal) -> None:
        self.save_button.setEnabled(True)
        if isinstance(refusal, Unacceptable):
            self._show(refusal.problems)
        else:
            self._say(f"{refusal}您填写的内容都在，可以复制后再取消。")

    def _show(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        told = {problem.field: problem.message for problem in reversed(problems)}
        self.form.show_problems(told)
        self.form.go_to_first_problem()
        self._say("".join(message for name, message in told.items() if name not in self.form.boxes))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @override
    def reject(self) -> None:
        if self._may_go or not self.form.is_changed:
            super().reject()
        else:
            ask_before_dropping(self, self._drop)

    def _drop(self) -> None:
        self._may_go = True
        self.reject()
