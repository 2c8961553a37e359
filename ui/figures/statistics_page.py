"""The statistics (统计分析): one question above, a tab for each kind below."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.key_figures import SAFETY
from ui.figures.kind_tab import KindTab
from ui.figures.overview_tab import OverviewTab
from ui.figures.question_bar import QuestionBar
from ui.figures.reconciliation_tab import ReconciliationTab
from ui.figures.tab import Tab
from ui.page import Page


class StatisticsPage(Page):
    """总览, one tab a kind, 报表对账."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "统计分析")
        self.bar = QuestionBar(desk)
        question = self.bar.question
        self.tabs: dict[str, Tab] = {
            "总览": OverviewTab(desk, question),
            **{kind.label: KindTab(desk, question, kind) for kind in (Kind.EVENT, Kind.DISPUTE, Kind.PETITION)},
            Kind.HAZARD.label: KindTab(desk, question, Kind.HAZARD, SAFETY),
            "报表对账": ReconciliationTab(desk, question),
        }
        self.book = QTabWidget()
        self.book.setDocumentMode(True)
        self.book.tabBar().setAccessibleName("统计页签")
        self.book.tabBar().setExpanding(False)
        for name, tab in self.tabs.items():
            tab.setContentsMargins(0, 10, 0, 0)
            tab.asked.connect(self.asked)
            tab.refused.connect(self.refused)
            self.book.addTab(tab, name)
        self.bar.changed.connect(self._put)
        self.bar.refused.connect(self.refused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.book, 1)

    def open_tab(self, name: str) -> Tab:
        """Shows a tab."""
        self.book.setCurrentWidget(self.tabs[name])
        return self.tabs[name]

    def _put(self) -> None:
        for tab in self.tabs.values():
            tab.put(self.bar.question)

    @override
    def reload(self) -> None:
        self._put()
