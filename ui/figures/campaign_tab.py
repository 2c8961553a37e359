"""The drives of the town (专项行动): targets and how far they have come, and the days of the one that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.campaign_days import days_of
from gridapp.domain.campaign import Campaign
from ui.desk import Desk
from ui.figures.campaign_days_sheet import campaign_days_sheet
from ui.figures.campaign_sheet import Drives, days_within, drives_of
from ui.figures.figure_view import FigureView
from ui.figures.question import Question
from ui.figures.rule_line import RuleLine
from ui.figures.sheet import EMPTY, Sheet
from ui.figures.tab import Tab
from ui.printing.print_button import PrintButton
from ui.printing.sheet_order import sheet_order
from ui.requests import ShowCampaigns
from ui.widgets.card import Card
from ui.widgets.scroll_down import ScrollDown

_LINES = 5


class CampaignTab(Tab):
    """Going to a line shows the days of its drive."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self._drives: Sequence[Campaign] = ()
        self.chosen: Campaign | None = None
        self.view = FigureView("专项行动进度")
        self.view.keep_readable(_LINES)
        self.days = FigureView("专项行动每日进展")
        self.days.keep_readable(_LINES)
        self.rule = RuleLine()
        self.manage = QPushButton("设立和修改专项行动")
        self.manage.setObjectName("quiet")
        self.manage.clicked.connect(lambda: self.asked.emit(ShowCampaigns()))
        self.print_button = PrintButton("专项行动进度", self.print_progress)
        self.empty = QLabel("这个期间没有专项行动，用“设立和修改专项行动”设立。")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = Card("目标任务进度")
        self._progress.put_beside_heading(self.manage)
        self._progress.put_beside_heading(self.print_button)
        self._progress.body.addWidget(self.view, 1)
        self._progress.body.addWidget(self.empty, 1)
        self._daily = Card("每日进展")
        self._daily.body.addWidget(self.days, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(self._progress)
        split.addWidget(self._daily)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside), 1)
        whole.addWidget(self.rule)
        for view in (self.view, self.days):
            view.asked.connect(self.asked)
            view.looked_at.connect(self.rule.tell_of)
        self.view.selectionModel().currentRowChanged.connect(lambda current, _: self._choose(current.row()))

    @override
    def load(self) -> None:
        desk, question = self.desk, self.question
        self.questions.ask("drives", lambda: drives_of(desk, question), self._show, self.refuse)

    def _show(self, drives: Drives) -> None:
        self._drives = drives.of
        self.chosen = None
        self._progress.set_heading(f"目标任务进度（看到 {min(self.question.period.last, self.desk.today)}）")
        self.view.show_sheet(drives.sheet)
        self.view.setVisible(bool(drives.of))
        self._daily.setVisible(bool(drives.of))
        self.empty.setVisible(not drives.of)
        if drives.of:
            self._choose(self.view.currentIndex().row())
        self.shown.emit()

    def print_progress(self) -> None:
        """Shows how the progress of the drives comes out on paper."""
        if not self._drives:
            self.refused.emit("这个期间没有专项行动，没有可打印的内容。")
            return
        question, areas = self.question, self.desk.areas
        unit = question.area(areas) or "、".join(town.name for town in areas.towns)
        self.printing.show(sheet_order(self.view.figures.sheet, "专项行动进度", unit, question.told))

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._drives) or self._drives[row] == self.chosen:
            return
        self.chosen = campaign = self._drives[row]
        ledger, within = self.desk.office.ledger, days_within(campaign, self.question.period, self.desk.today)
        as_of = self.question.cut.as_of

        def read() -> Sheet:
            if within is None:
                return EMPTY
            return campaign_days_sheet(days_of(ledger, campaign, within, as_of), campaign.name)

        self._daily.set_heading(f"{campaign.name} · {self.question.told}每日进展")
        self.questions.ask("days", read, self.days.show_sheet, self.refuse)
