"""What stands above the assessment (网格员考核栏): the month and its state, what is shown, what can be opened."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.assessment import RuleSet
from gridapp.domain.period import Month
from ui.assessing.month_steps import MonthSteps
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.widgets.combo import Combo


class View(Enum):
    """What is shown of a month; the value is what its button says."""

    SCORES = "成绩"
    SHEET = "考核月报"
    RANKING = "上报排行"
    CHART = "排名图"
    MARKS = "扣分加分"


LIVE = (View.SCORES, View.CHART)
"""What is worked out from the books and not kept with a signed month."""


class AssessmentBar(QWidget):
    """The month above, the views below it."""

    view_chosen = Signal()
    narrowed = Signal()
    """Another role, or another item of the chart."""

    def __init__(self, month: Month) -> None:
        super().__init__()
        self.view = View.SCORES
        self.months = MonthSteps(month)
        self.state = QLabel()
        self.state.setObjectName("count")
        self.state.setWordWrap(True)
        self.rules_button = _quiet("考核办法…", "看现在和以前的考核办法，制定新办法")
        self.services_button = _quiet("在岗时间…", "登记到岗、离岗日期，月中到岗离岗的折算")
        self.picture_button = _quiet("复制表图", "把整张表作为图片复制")
        self.export_button = _quiet("导出…", "考核月报和上报排行存为 .xlsx 或 .csv")
        self.print_button = _quiet("打印…", f"预览并打印考核月报和上报排行，看排名图时打印图（{PRINT_KEYS}）")
        QShortcut(QKeySequence(PRINT_KEYS), self, self.print_button.click)
        self.buttons = {view: self._button(view) for view in View}
        self.roles, self.items = Combo("岗位"), Combo("排名项目")
        self.roles.chosen.connect(self.narrowed)
        self.items.chosen.connect(self.narrowed)
        self._lay_out()
        self.choose(View.SCORES)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.months)
        above.addWidget(self.state, 1)
        for button in (self.rules_button, self.services_button, self.picture_button, self.export_button):
            above.addWidget(button)
        above.addWidget(self.print_button)
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in self.buttons.values():
            below.addWidget(button)
        below.addStretch()
        below.addWidget(self.items)
        below.addWidget(self.roles)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addLayout(below)

    def _button(self, view: View) -> QPushButton:
        button = QPushButton(view.value)
        button.setObjectName("view")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._ask(view))
        return button

    def _ask(self, view: View) -> None:
        self.choose(view)
        self.view_chosen.emit()

    def choose(self, view: View) -> None:
        """Chooses what is shown without telling anybody."""
        self.view = view
        for one, button in self.buttons.items():
            button.setChecked(one is view)
        self.roles.setVisible(view in LIVE)
        self.items.setVisible(view is View.CHART)
        self.picture_button.setEnabled(view in (View.SCORES, View.SHEET, View.RANKING))

    def offer(self, rules: RuleSet, roles: Sequence[str]) -> None:
        """Offers the roles that occur, and the items that can be drawn."""
        self.roles.offer([(None, "全部岗位"), *((role, role) for role in roles)])
        self.items.offer([(item.code, item.name) for item in rules.items if item.indicator is not None])

    def allow(self, *, live: bool) -> None:
        """A signed month shows only what was kept."""
        for view in LIVE:
            self.buttons[view].setVisible(live)
        if not live and self.view in LIVE:
            self.choose(View.SHEET)


def _quiet(words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("quiet")
    button.setToolTip(hint)
    return button
