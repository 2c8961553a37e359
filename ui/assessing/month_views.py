"""What is shown of an assessed month (考核各栏): scores, the two official sheets, the ranking drawn, points by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.assessing.assessment_bar import View
from ui.assessing.marks_panel import MarksPanel
from ui.assessing.month_reading import AssessedMonth
from ui.assessing.ranking_spec import worker_ranking
from ui.assessing.score_panel import ScorePanel
from ui.desk import Desk
from ui.figures.charts.chart_card import ChartCard
from ui.figures.charts.ranking_chart import RankingChart
from ui.figures.figure_view import FigureView
from ui.figures.rule_line import RuleLine

_LINES = 4
_NOBODY = "没有考核对象：还没有登记网格员，或者这个月都不在岗。请核对人员名册和“在岗时间”。"


class MonthViews(QWidget):
    """One of them at a time, with the rule of the figure at hand below; words where there is nothing to show."""

    asked = Signal(object)
    """A figure is to be opened."""
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.empty = QLabel("正在统计…")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.scores = ScorePanel(desk.areas)
        self.sheet, self.ranking = FigureView("网格员考核月报"), FigureView("网格员上报排行")
        self.chart = ChartCard(RankingChart("网格员排名"))
        self.marks = MarksPanel(desk)
        self.rule = RuleLine()
        self.stack = QStackedWidget()
        self._pages: dict[View, QWidget] = {
            View.SCORES: self.scores,
            View.SHEET: self.sheet,
            View.RANKING: self.ranking,
            View.CHART: self.chart,
            View.MARKS: self.marks,
        }
        for page in (*self._pages.values(), self.empty):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.rule)
        self._connect()

    def _connect(self) -> None:
        for view in (self.sheet, self.ranking):
            view.keep_readable(_LINES)
            view.asked.connect(self.asked)
        for view in (self.sheet, self.ranking, self.scores.view):
            view.looked_at.connect(self.rule.tell_of)
        for page in (self.scores, self.chart):
            page.asked.connect(self.asked)
        self.chart.kept.connect(lambda path: self.told.emit(f"图片已存到 {path}。"))
        self.chart.refused.connect(self.refused)

    def show_month(self, found: AssessedMonth) -> None:
        """Fills the sheets and the points by hand."""
        for view, sheet in zip((self.sheet, self.ranking), found.sheets, strict=True):
            view.show_sheet(sheet)
        self.marks.show_month(found)
        self.empty.setText(f"{found.month.year}年{found.month.number}月{_NOBODY}")

    def narrow(self, found: AssessedMonth, role: str | None, item: str) -> None:
        """Shows the scores of a role, and draws the ranking by an item."""
        assessment = found.assessment
        if assessment is None or found.is_empty:
            return
        self.scores.show_assessment(assessment, role)
        drawn = assessment.rules.item(item)
        if drawn is not None:
            area = self._desk.areas.name(assessment.town) or ""
            self.chart.draw(worker_ranking(assessment, drawn, role, area))

    def show_view(self, view: View, found: AssessedMonth | None) -> None:
        """Puts one of them in front, if there is anything in it."""
        nothing = found is None or (found.is_empty and not (view is View.MARKS and found.marks))
        self.stack.setCurrentWidget(self.empty if nothing else self._pages[view])
        tables = {View.SCORES: self.scores.view, View.SHEET: self.sheet, View.RANKING: self.ranking}
        table = tables.get(view)
        self.rule.setVisible(not nothing and table is not None)
        if table is not None and table.currentIndex().isValid():
            self.rule.tell_of(table.figures.cell(table.currentIndex()))
        self.marks.worker = self.scores.score.worker.name if self.scores.score else None

    def table_of(self, view: View) -> FigureView:
        """The table that stands for a view in a picture."""
        return {View.SHEET: self.sheet, View.RANKING: self.ranking}.get(view, self.scores.view)
