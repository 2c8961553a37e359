"""What an office sets for petitions (信访设置): from how many heads on it is 集体访, and the limits that hold."""

from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.registers.group_threshold import FEWEST, MOST, group_threshold, set_group_threshold
from ui.cases.field_box import FieldBox
from ui.desk import Desk
from ui.settings.petition_limits_model import PetitionLimitsModel
from ui.settings.settings_tab import SettingsTab
from ui.widgets.row_table import RowTable

_HINT = "来访、来信达到这个人数的，登记时记为集体访、联名信；只对以后登记的起作用，已登记的不变。"
_RULE = "信访日期决定适用哪些规定；同时适用的，较严的为内部期限，全国规定的为法定期限。期限表由系统管理员维护。"
_WIDTHS = (16, 46, 34, 34, 14)


class PetitionTab(SettingsTab):
    """One number with its button, and the table of limits to be looked up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept = ""
        self.heads = QLineEdit()
        self.heads.setValidator(QIntValidator(0, 999, self))
        self.heads.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 14)
        self.box = FieldBox(f"集体访、联名信起算人数（{FEWEST}—{MOST} 人）", self.heads)
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存起算人数（Ctrl+S）")
        self.save_button.clicked.connect(self.save)
        self.table = RowTable(PetitionLimitsModel(), "信访期限表")
        self.table.model().setParent(self.table)
        self.table.give_widths(_WIDTHS, len(_WIDTHS) - 1)
        self._lay_out()
        self.heads.returnPressed.connect(self.save)
        self.heads.textChanged.connect(self._say_changed)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.box)
        hint = QLabel(_HINT)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        top.addWidget(hint, 1)
        top.addWidget(self.save_button)
        rule = QLabel(_RULE)
        rule.setObjectName("hint")
        rule.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(rule)

    @override
    def load(self) -> None:
        registers = self.desk.office.registers
        self.questions.ask("threshold", lambda: group_threshold(registers), self._show, self.refuse)

    def save(self) -> None:
        """Sets the number that is written, or says why it cannot be."""
        if not self.save_button.isEnabled():
            return
        registers, heads = self.desk.office.registers, int(self.heads.text() or 0)
        self.questions.ask(
            "save", lambda: set_group_threshold(registers, heads), lambda _: self._saved(heads), self._refused
        )

    def _show(self, heads: int) -> None:
        # What is being written is not overwritten by what others have saved meanwhile.
        if self.heads.text() == self._kept:
            self._kept = str(heads)
            self.heads.setText(self._kept)
        self._say_changed()

    def _saved(self, heads: int) -> None:
        self._kept = str(heads)
        self.box.show_problem("")
        self._say_changed()
        self.told.emit(f"已保存：来访、来信满 {heads} 人的记为集体访、联名信。")

    def _refused(self, refusal: Refusal) -> None:
        self.box.show_problem(str(refusal))
        self.heads.setFocus()

    def _say_changed(self) -> None:
        self.save_button.setEnabled(self.heads.text() != self._kept)
