"""The rules of assessment (考核办法): those of every time to be read, and a new set made from one of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.assessing.rules import default_text, keep_rules, rules_of
from gridapp.assessing.rules_writing import FULL, text_of
from gridapp.domain.assessment import OwnRules
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from ui.assessing.form_dialog import without_leave
from ui.assessing.points_text import read_points, written
from ui.assessing.rule_model import RuleModel
from ui.assessing.rule_revision import WEIGHT
from ui.assessing.rule_table import RuleTable
from ui.assessing.rule_versions import RuleVersions, said
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.jobs import Questions
from ui.recording.small_form import SmallForm
from ui.widgets.combo import Combo

_NAMES = {"name": "办法名称", "effective": "从哪个月起执行", "bonus_limit": "加分上限（分）"}
_ROWS = ((("name", 6), ("effective", 3), ("bonus_limit", 3)),)
_AHEAD = 13
"""Months that a new set may begin in, from the first that is open."""


class RulesDialog(QDialog):
    """Ctrl+Enter keeps a revision, Esc closes; a revision that was begun is never dropped without asking."""

    kept = Signal(str)
    """A new set was kept, in one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, town: str, month: Month) -> None:
        super().__init__(parent)
        self._desk, self._town, self._month = desk, town, month
        self._questions = Questions(desk.jobs, self)
        self.setWindowTitle("考核办法")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.versions = RuleVersions(month)
        self.versions.chosen.connect(self._show_chosen)
        self.model = RuleModel(rules_of(default_text()))
        self.model.setParent(self)
        self.model.changed.connect(self._say_weight)
        self.table = RuleTable(self.model)
        self.name, self.effective, self.bonus_limit = QLineEdit(), Combo(_NAMES["effective"]), QLineEdit()
        entries: dict[str, QWidget] = {
            "name": self.name,
            "effective": self.effective,
            "bonus_limit": self.bonus_limit,
        }
        self.form = SmallForm(entries, _NAMES, _ROWS, tuple(_NAMES))
        self.sum = QLabel()
        self.sum.setObjectName("count")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.revise_button = QPushButton("据此修订…(&R)")
        self.revise_button.clicked.connect(self.revise)
        self.keep_button = QPushButton("保存新办法(&S)")
        self.keep_button.setObjectName("primary")
        self.keep_button.setToolTip("保存新办法（Ctrl+Enter）；以前的月份仍按原来的办法")
        self.keep_button.clicked.connect(self.keep)
        self.close_button = QPushButton("关闭")
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(1160, room.width() - 80), min(620, room.height() - 80))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep)
        self._ask()

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.sum, 1)
        for button in (self.revise_button, self.close_button, self.keep_button):
            button.setAutoDefault(False)
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.versions)
        column.addWidget(self.form)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        column.addLayout(bottom)
        self._take_turn(revising=False)

    def _ask(self) -> None:
        office, town = self._desk.office, self._town
        self._questions.ask(
            "rules", lambda: (office.assessment.rules(town), office.books.open_from(town)), self._offer, self._refuse
        )

    def _offer(self, found: tuple[Sequence[OwnRules], date | None]) -> None:
        own, first_open = found
        self.versions.offer(own)
        first = self._month if first_open is None else max(Month.of(first_open), self._month)
        months = [first.later(n) for n in range(_AHEAD)]
        self.effective.offer([(str(month), said(month)) for month in months])
        self._show_chosen()

    def _show_chosen(self) -> None:
        rules = self.versions.rules
        self.versions.say_whether_in_force()
        self.model.show(rules, revising=False)
        self.name.setText(rules.name)
        self.bonus_limit.setText(written(rules.bonus_limit))
        self.table.fit_columns()
        self._say_weight()

    def _take_turn(self, *, revising: bool) -> None:
        self.form.setVisible(revising)
        self.keep_button.setVisible(revising)
        self.revise_button.setVisible(not revising)
        self.versions.list.setEnabled(not revising)
        self.close_button.setText("放弃修订" if revising else "关闭")
        self._tell("")

    def revise(self) -> None:
        """Begins a new set from the one that is shown."""
        self.model.show(self.versions.rules, revising=True)
        self._take_turn(revising=True)
        self.versions.state.setText("双击或直接键入，修改白底的格子；计分办法里的数字跟着改")
        self.table.setCurrentIndex(self.model.index_of((0, WEIGHT)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keeps the new set, or shows everything that is wrong."""
        if not self.model.is_revising or not self.keep_button.isEnabled():
            return
        limit, revision = read_points(self.bonus_limit.text()), self.model.revision
        told = {}
        if not self.name.text().strip():
            told["name"] = "请填写办法名称。"
        if limit is None or limit <= 0:
            told["bonus_limit"] = "请填写大于 0 的数。"
        wrong = revision.problems()
        self.form.show_problems(told)
        self.model.tell(wrong)
        items = self.model.revision.rules.items
        words = [f"“{items[place[0]].name}”：{said}" for place, said in wrong.items()]
        if not wrong and revision.weight != FULL:
            words.append(f"各项分值合计应为 {FULL:f} 分，现在是 {written(revision.weight)} 分，请调整。")
        self._tell("\n".join(words))
        if told:
            self.form.go_to_first_problem()
        elif wrong:
            self.table.setCurrentIndex(self.model.index_of(next(iter(wrong))))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if told or words or limit is None:
            return
        text = text_of(revision.revised(self.name.text().strip(), limit))
        desk, town, month = self._desk, self._town, self._effective
        self.keep_button.setEnabled(False)
        work = without_leave(lambda: keep_rules(desk.office, town, month, text, desk.actor, desk.clock))
        self._questions.ask("keep", work, lambda _: self._kept(month), self._refuse)

    @property
    def _effective(self) -> Month:
        return Month.written(self.effective.key or str(self._month))

    def _kept(self, month: Month) -> None:
        self.accept()
        self.kept.emit(f"新考核办法已保存，从{said(month)}起执行。")

    def _refuse(self, refusal: Refusal) -> None:
        self.keep_button.setEnabled(True)
        self._tell(str(refusal))

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _say_weight(self) -> None:
        weight = self.model.revision.weight
        self.sum.setText(f"分值合计 {written(weight)} 分{'' if weight == FULL else f'（应为 {FULL:f} 分）'}")

    @override
    def reject(self) -> None:
        if not self.model.is_revising:
            super().reject()
        elif self.model.revision.typed:
            ask_before_dropping(self, self._give_up)
        else:
            self._give_up()

    def _give_up(self) -> None:
        self._take_turn(revising=False)
        self._show_chosen()
