"""Changing a filing that is not held yet (修改报备)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.cases.inspection.plan import amend_plan, check, plan_of
from gridapp.domain.inspection import Inspection
from gridapp.domain.problem import Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.safety.intake.plan_form import PlanForm
from ui.safety.register import Register, read_register


class PlanDialog(QDialog):
    """The form of one filing; Ctrl+Enter saves it, Esc leaves it as it was."""

    filed = Signal(str)
    """It is saved; one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, plan: Inspection) -> None:
        super().__init__(parent)
        self._desk, self._plan = desk, plan
        self._questions = Questions(desk.jobs, self)
        self._register = Register()
        self.setWindowTitle(f"修改报备 {plan.number}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = PlanForm(desk)
        self.form.show_draft(plan_of(plan))
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存（Ctrl+Enter）")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.form)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("0") * 110, self.sizeHint().height())
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        town, also = plan.town, plan.place
        self._questions.ask("register", lambda: read_register(desk, town, also), self._take_register)

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        desk, plan = self._desk, self._plan
        draft = self.form.drafts(plan.town)[0]
        problems = [*self.form.unreadable(), *check(draft, desk.areas, self._register, desk.now)]
        self.form.show_problems({problem.field: problem.message for problem in reversed(problems)})
        if problems:
            self.form.go_to_first_problem()
            return
        office = desk.office

        def work() -> Inspection:
            return amend_plan(
                office.cases,
                desk.areas,
                office.places,
                desk.deadlines,
                plan.id,
                plan.version,
                draft,
                desk.actor,
                desk.clock,
            )

        self.save_button.setEnabled(False)
        self._questions.ask("save", work, self._saved, self._not_saved)

    def _saved(self, plan: Inspection) -> None:
        self.accept()
        self.filed.emit(f"已修改报备 {plan.number}。")

    def _not_saved(self, refusal: Refusal) -> None:
        self.save_button.setEnabled(True)
        if isinstance(refusal, Unacceptable):
            self.form.show_problems({problem.field: problem.message for problem in reversed(refusal.problems)})
        self._problem.setText(str(refusal))
        self._problem.show()

    def _take_register(self, register: Register) -> None:
        self._register = register
        self.form.places.take_register(register)
