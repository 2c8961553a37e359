"""The editor of one condition (筛选条件): a field, a test, and the values that it is tested with."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.filter import WORD_TESTS, Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.condition_fields import fields_of, label_of
from ui.lists.condition_values import ConditionValues
from ui.lists.people_choices import people_choices
from ui.widgets.choices import Choice
from ui.widgets.combo import Combo
from ui.widgets.pick_box import PickBox


class ConditionEditor(QDialog):
    """Enter settles it, Esc leaves it as it was; nothing is asked of the list before that."""

    settled = Signal(object)
    """A `Condition`."""

    def __init__(self, parent: QWidget, desk: Desk, kind: Kind, condition: Condition | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("筛选条件")
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self.field = PickBox("字段")
        self.field.offer(Choice(field.value, label_of(field, kind)) for field in fields_of(kind))
        self.field.setPlaceholderText("输入汉字或拼音首字母")
        self.test = Combo("条件")
        self.values = ConditionValues(desk, kind)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.ok = QPushButton("确定")
        self.ok.setObjectName("primary")
        self.ok.setToolTip("确定（Ctrl+Enter）")
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        self._lay_out(cancel)
        # Before it stands in the dialog nobody would remember that.
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.settle)
        cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.settle)
        self.field.chosen.connect(self._field_chosen)
        self.test.chosen.connect(self._test_chosen)
        self._begin(condition or Condition(Field.VILLAGE, Test.NOT_EMPTY), given=condition is not None)

    def _lay_out(self, cancel: QPushButton) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, (name, widget) in enumerate((("字段", self.field), ("条件", self.test), ("内容", self.values))):
            label = QLabel(name)
            label.setObjectName("muted")
            label.setMinimumHeight(self.field.sizeHint().height())
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.addLayout(grid, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        letter = self.fontMetrics().horizontalAdvance("汉")
        self.resize(letter * 32, letter * 28)

    def _begin(self, condition: Condition, *, given: bool) -> None:
        self._offer_tests(condition.field)
        if given:
            self.field.choose(condition.field.value)
            self.test.choose(condition.test.value)
            self.values.ask_for(condition.field, condition.test, condition.values)
            self._ask_people(condition.field)
            self.values.setFocus()
        else:
            self.test.setEnabled(False)
            self.values.setEnabled(False)
            self.field.setFocus()

    @property
    def chosen_field(self) -> Field | None:
        """The field that is chosen."""
        return Field(self.field.key) if self.field.key else None

    def _offer_tests(self, field: Field) -> None:
        self.test.offer([(test.value, test.label) for test in field.tests])

    def _field_chosen(self) -> None:
        field = self.chosen_field
        self.test.setEnabled(field is not None)
        self.values.setEnabled(field is not None)
        if field is not None:
            self._offer_tests(field)
            self.test.choose(field.tests[0].value)
            self._test_chosen()
            self._ask_people(field)

    def _test_chosen(self) -> None:
        field, test = self.chosen_field, self.test.key
        if field is not None and test is not None:
            kept = self.values.values if field.tests is WORD_TESTS else ()
            self.values.ask_for(field, Test(test), kept if self.values.field is field else ())

    def _ask_people(self, field: Field) -> None:
        registers, areas = self._desk.office.registers, self._desk.areas

        def done(found: Sequence[Choice]) -> None:
            if self.chosen_field is field:
                self.values.picker.add(found)

        self._questions.ask("people", lambda: people_choices(registers, areas, field), done, self._say)

    def settle(self) -> None:
        """Tells the condition, or says what is missing."""
        field, test = self.chosen_field, self.test.key
        if field is None or test is None:
            self._say(Refusal("请先选择要筛选的字段。"))
            self.field.setFocus()
            return
        try:
            condition = Condition(field, Test(test), self.values.values)
        except Refusal:
            self._say(Refusal(self.values.missing))
            self.values.setFocus()
            return
        self.settled.emit(condition)
        self.accept()

    def _say(self, refusal: Refusal) -> None:
        self.problem.setText(str(refusal))

    @override
    def reject(self) -> None:
        self._questions.forget()
        super().reject()
