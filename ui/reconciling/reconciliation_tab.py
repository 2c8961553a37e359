"""Reconciliation (报表对账): reported figures, the upper system's list, totals copied from older reports."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout
from typing_extensions import override

from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.reconciling.reported_view import ReportedView
from ui.reconciling.totals_view import TotalsView
from ui.reconciling.upper_view import UpperView
from ui.widgets.scroll_down import ScrollDown

_KEYS = "Alt+{}"


class ReconciliationTab(Tab):
    """Three views, one seen at a time; Alt+1, Alt+2 and Alt+3 go to them."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self.reported = ReportedView(desk, question)
        self.upper = UpperView(desk, question)
        self.totals = TotalsView(desk, question)
        self.views: dict[str, Tab] = {"上报数": self.reported, "上级清单": self.upper, "补录汇总数": self.totals}
        self.buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._stack.setObjectName("canvas")
        self._only_one = QButtonGroup(self)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for number, (name, view) in enumerate(self.views.items(), 1):
            bar.addWidget(self._button(name, _KEYS.format(number)))
            self._stack.addWidget(view)
            view.asked.connect(self.asked)
            view.case_asked.connect(self.case_asked)
            view.told.connect(self.told)
            view.refused.connect(self.refused)
            view.shown.connect(self.shown)
        bar.addStretch()
        self.buttons["上报数"].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(ScrollDown(self._stack), 1)

    def _button(self, name: str, keys: str) -> QPushButton:
        button = QPushButton(name)
        button.setObjectName("view")
        button.setCheckable(True)
        button.setToolTip(f"{name}（{keys}）")
        button.setShortcut(keys)
        button.clicked.connect(lambda: self._stack.setCurrentWidget(self.views[name]))
        self._only_one.addButton(button)
        self.buttons[name] = button
        return button

    def open_view(self, name: str) -> None:
        """Shows a view."""
        self.buttons[name].click()

    @override
    def put(self, question: Question) -> None:
        super().put(question)
        for view in self.views.values():
            view.put(question)

    @override
    def load(self) -> None:
        """Each view asks for its own."""
