"""The drives of a town (专项行动): each with its targets and what was done day by day; every number opens its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.counting.campaign import Progress, cut_of, progress_of
from gridapp.counting.campaign_days import DayColumn, days_of
from gridapp.domain.campaign import Campaign, running_first
from gridapp.domain.period import Period
from ui.desk import Desk
from ui.page import Page
from ui.registers.campaigns.campaign_dialog import CampaignDialog
from ui.registers.campaigns.campaign_table import WIDTHS as CAMPAIGN_WIDTHS
from ui.registers.campaigns.campaign_table import CampaignModel, span_of
from ui.registers.campaigns.cell_table import CellTable
from ui.registers.campaigns.day_table import DayTableModel
from ui.registers.campaigns.target_table import DONE, TargetModel, name_of
from ui.registers.campaigns.target_table import WIDTHS as TARGET_WIDTHS
from ui.requests import ShowFigure
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.row_table import RowTable

_EVER = date(1990, 1, 1)
_HINT = "在数字上按回车，打开它的名单"
_MOST_TARGETS = 5


@dataclass(frozen=True, slots=True)
class _Told:
    """What is shown of a drive."""

    campaign: Campaign
    progress: Sequence[Progress]
    columns: Sequence[DayColumn]


class CampaignsPage(Page):
    """Choosing a drive shows it; Alt+1 sets up another one, Alt+2 changes the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "专项行动")
        self._told: _Told | None = None
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.setVisible(len(desk.areas.towns) > 1)
        self.towns.chosen.connect(self.reload)
        self.new_button, self.change_button = QPushButton("新建专项行动"), QPushButton("修改")
        self.new_button.setObjectName("primary")
        for button, keys, act in (
            (self.new_button, "Alt+1", self.set_up),
            (self.change_button, "Alt+2", self.change),
        ):
            button.setToolTip(f"{button.text()}（{keys}）")
            button.clicked.connect(act)
            QShortcut(QKeySequence(keys), self, button.click)
        self.campaigns = CampaignModel(desk.today)
        self.table = RowTable(self.campaigns, "专项行动")
        self.campaigns.setParent(self.table)
        self.table.give_widths(CAMPAIGN_WIDTHS, 0)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.targets, self.days = TargetModel(), DayTableModel()
        self.target_table = CellTable(self.targets, "目标任务")
        self.target_table.give_widths(TARGET_WIDTHS, 0)
        self.target_table.cell_opened.connect(self._open_target)
        self.day_table = CellTable(self.days, "每日进展")
        self.day_table.cell_opened.connect(self._open_day)
        self.targets.setParent(self.target_table)
        self.days.setParent(self.day_table)
        self.card = Card("专项行动")
        self.card.body.addWidget(self.about)
        self.card.body.addWidget(self.target_table)
        self.card.body.addWidget(self.day_table, 1)
        self.hint = QLabel(_HINT)
        self.hint.setObjectName("hint")
        self.card.body.addWidget(self.hint)
        self.card.body.addStretch()
        self.empty = QLabel("还没有专项行动，按“新建专项行动”（Alt+1）设立。")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for asking in (self.towns, self.new_button, self.change_button):
            bar.addWidget(asking)
        bar.addStretch()
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.table, 2)
        sides.addWidget(self.card, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(10)
        layout.addLayout(bar)
        layout.addLayout(sides, 1)
        layout.addWidget(self.empty, 1)

    @property
    def chosen(self) -> Campaign | None:
        """The drive that is chosen."""
        row = self.table.currentIndex().row()
        return self.campaigns.rows[row] if 0 <= row < len(self.campaigns.rows) else None

    @override
    def reload(self) -> None:
        book, town = self.desk.office.campaigns, self.towns.key or ""
        self.questions.ask("campaigns", lambda: book.of_town(town), self._arrived, self.refuse)

    def _arrived(self, campaigns: Sequence[Campaign]) -> None:
        before = self.chosen
        campaigns = running_first(campaigns, self.desk.today)
        self.campaigns.show(campaigns)
        names = [campaign.name for campaign in campaigns]
        row = names.index(before.name) if before is not None and before.name in names else 0
        self.change_button.setEnabled(bool(campaigns))
        for widget in (self.table, self.card):
            widget.setVisible(bool(campaigns))
        self.empty.setVisible(not campaigns)
        if campaigns:
            self.table.selectRow(row)
            if not self.card.isAncestorOf(self.focusWidget()):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose()
        else:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        campaign, ledger, today = self.chosen, self.desk.office.ledger, self.desk.today
        if campaign is None:
            return

        def read() -> _Told:
            first, last = campaign.first_day or _EVER, min(campaign.last_day or today, today)
            period = Period(first, max(first, last) + timedelta(days=1))
            return _Told(campaign, progress_of(ledger, campaign, today), days_of(ledger, campaign, period))

        self.questions.ask("told", read, self._show, self.refuse)

    def _show(self, told: _Told) -> None:
        self._told = told
        self.card.set_heading(told.campaign.name)
        self.about.setText(_about(told.campaign))
        self.targets.show(told.progress)
        self.target_table.setVisible(bool(told.progress))
        self.target_table.fit_lines(_MOST_TARGETS)
        self.days.show_days(told.columns)
        self.day_table.setVisible(bool(told.columns))
        self.hint.setText(_HINT if told.columns else "还没有属于这个专项行动的记录。")
        self.day_table.give_widths(self.days.widths(), 0)
        self.day_table.stretch(None)

    def _open_target(self, row: int, column: int) -> None:
        told = self._told
        if told is not None and column == DONE:
            progress = told.progress[row]
            cut = cut_of(told.campaign, progress.target, self.desk.today)
            where = f"{told.campaign.name} {name_of(progress)}"
            self.asked.emit(ShowFigure(progress.indicator, cut, progress.done, where))

    def _open_day(self, row: int, column: int) -> None:
        told, day = self._told, self.days.rows[row]
        if told is None or column == 0:
            return
        shown = told.columns[column - 1]
        cut, value = shown.cut if day is None else shown.on(day), self.days.value(row, column)
        if value is not None:
            self.asked.emit(ShowFigure(shown.indicator, cut, value, told.campaign.name))

    def set_up(self) -> None:
        """Asks for a new drive of the town."""
        self._ask(None)

    def change(self) -> None:
        """Asks what has changed of the drive that is chosen."""
        if self.chosen is not None:
            self._ask(self.chosen)

    def _ask(self, campaign: Campaign | None) -> None:
        dialog = CampaignDialog(self, self.desk, self.towns.key or "", campaign)
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, sentence: str) -> None:
        self.told.emit(sentence)
        self.reload()


def _about(campaign: Campaign) -> str:
    told = {
        "起止": span_of(campaign),
        "起因": campaign.trigger,
        "范围": campaign.area,
        "场所类型": "、".join(campaign.place_types),
        "牵头单位": campaign.unit,
        "备注": campaign.note,
    }
    return "　".join(f"{name}：{word}" for name, word in told.items() if word)
