"""The grid workers' assessment of a month (网格员考核): 考核月报 and 上报排行 of the town."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout
from typing_extensions import override

from gridapp.assessing.tables import assessment_tables
from gridapp.domain.period import Month
from ui.desk import Desk
from ui.figures.figure_view import FigureView
from ui.figures.official_sheet import official_sheet
from ui.figures.question import Question
from ui.figures.rule_line import RuleLine
from ui.figures.sheet import Sheet
from ui.figures.tab import Tab

_LINES = 4


class AssessmentTab(Tab):
    """The month is that in which the period ends."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self.heading = QLabel()
        self.heading.setObjectName("card_title")
        self.scores, self.ranking = FigureView("网格员考核月报"), FigureView("网格员上报排行")
        self.rule = RuleLine()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(split, 1)
        layout.addWidget(self.rule)
        for view in (self.scores, self.ranking):
            view.keep_readable(_LINES)
            view.asked.connect(self.asked)
            view.case_asked.connect(self.case_asked)
            view.looked_at.connect(self.rule.tell_of)
            split.addWidget(view)

    @override
    def load(self) -> None:
        desk, month = self.desk, Month.of(self.question.period.last)
        town = self.question.town or desk.areas.towns[0].code
        self.heading.setText(f"{desk.areas.name(town)}　{month.year}年{month.number}月网格员考核")

        def read() -> list[Sheet]:
            return [official_sheet(table) for table in assessment_tables(desk.office, town, month, desk.now)]

        self.questions.ask("assessment", read, self._show, self.refuse)

    def _show(self, sheets: list[Sheet]) -> None:
        for view, sheet in zip((self.scores, self.ranking), sheets, strict=True):
            view.show_sheet(sheet)
        self.shown.emit()
