"""The statistics (统计分析): one question above, a tab for each kind and each purpose below."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow
from ui.assessing.assessment_tab import AssessmentTab
from ui.desk import Desk
from ui.figures.campaign_tab import CampaignTab
from ui.figures.charges_tab import ChargesTab
from ui.figures.closed_months import closed_words
from ui.figures.key_figures import SAFETY
from ui.figures.kind_tab import KindTab
from ui.figures.overview_tab import OverviewTab
from ui.figures.question_bar import QuestionBar
from ui.figures.tab import Tab
from ui.figures.ways_on import WaysOn
from ui.page import Page
from ui.reconciling.reconciliation_tab import ReconciliationTab
from ui.requests import ShowRecord


class StatisticsPage(Page):
    """总览, one tab a kind, 专项行动, 督办包案, 网格员考核, 报表对账."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "统计分析")
        self.bar = QuestionBar(desk)
        question = self.bar.question
        self.tabs: dict[str, Tab] = {
            "总览": OverviewTab(desk, question),
            **{kind.label: KindTab(desk, question, kind) for kind in (Kind.EVENT, Kind.DISPUTE, Kind.PETITION)},
            Kind.HAZARD.label: KindTab(desk, question, Kind.HAZARD, SAFETY),
            "专项行动": CampaignTab(desk, question),
            "督办包案": ChargesTab(desk, question),
            "网格员考核": AssessmentTab(desk, question),
            "报表对账": ReconciliationTab(desk, question),
        }
        self.book = QTabWidget()
        self.book.setDocumentMode(True)
        self.book.tabBar().setAccessibleName("统计页签")
        self.book.tabBar().setExpanding(False)
        self.ways_on = WaysOn(lambda: self.bar.question)
        self.ways_on.asked.connect(self.asked)
        self.bar.put_last(self.ways_on)
        for name, tab in self.tabs.items():
            tab.setContentsMargins(0, 10, 0, 0)
            tab.asked.connect(self.asked)
            tab.case_asked.connect(self._open_case)
            tab.told.connect(self.told)
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
        self._say_closed()
        for tab in self.tabs.values():
            tab.put(self.bar.question)

    def _say_closed(self) -> None:
        office, areas, question = self.desk.office, self.desk.areas, self.bar.question
        towns = [areas[question.town]] if question.town else areas.towns
        self.questions.ask(
            "closed", lambda: closed_words(office, towns, question.period), self.bar.show_closed, self.refuse
        )

    def _open_case(self, case_id: UUID) -> None:
        lists = self.desk.office.lists
        self.questions.ask("case", partial(lists.load_rows, [case_id]), self._show_case, self.refuse)

    def _show_case(self, rows: Sequence[CaseRow]) -> None:
        for row in rows:
            self.asked.emit(ShowRecord(row.kind, row.id))

    @override
    def reload(self) -> None:
        self._put()
