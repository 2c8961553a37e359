"""Limits (办理时限): what holds for each leaf, stage and level, to be looked up."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from gridapp.cases.event.draft import LEVELS
from gridapp.domain.deadline import Card, Limits
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from ui.desk import Desk
from ui.settings.limits_model import LimitsModel
from ui.settings.mediation_limits_model import MediationLimitsModel
from ui.settings.settings_tab import SettingsTab
from ui.widgets.combo import Combo
from ui.widgets.row_table import RowTable

_MEDIATION_WIDTHS = (20, 30, 16, 40)
_HINT = "时限从收到当日的次日起算，到最后一个工作日 24:00 止；“日”为自然日，遇放假顺延。时限表由系统管理员维护。"


class LimitsTab(SettingsTab):
    """The limits of events for one level, narrowed by platform and by words; or those of disputes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = Combo("种类")
        self.kind.offer([(kind.value, kind.label) for kind in (Kind.EVENT, Kind.DISPUTE)])
        self.kind.chosen.connect(self._kind_chosen)
        self.level = Combo("级别")
        self.level.offer([(level, level) for level in LEVELS])
        self.platform = Combo("平台")
        self.platform.offer([(None, "全部平台"), *vocabulary().platforms.items()])
        self.search = QLineEdit()
        self.search.setAccessibleName("查找类别")
        self.search.setPlaceholderText("查找类别")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(240)
        self.level.chosen.connect(self.load)
        self.platform.chosen.connect(self.load)
        self.search.textChanged.connect(self.load)
        self.cards = QLabel()
        self.cards.setObjectName("hint")
        self.cards.setWordWrap(True)
        self.model = LimitsModel()
        self.model.setParent(self)
        self.table = _table(self.model)
        self.mediation = RowTable(MediationLimitsModel(), "矛盾纠纷期限表")
        self.mediation.model().setParent(self.mediation)
        self.mediation.give_widths(_MEDIATION_WIDTHS, len(_MEDIATION_WIDTHS) - 1)
        self._tables = QStackedWidget()
        for table in (self.table, self.mediation):
            self._tables.addWidget(table)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._of_events = (QLabel("级别"), self.level, self.platform, self.search, self.cards)
        for widget in (QLabel("种类"), self.kind, *self._of_events):
            top.addWidget(widget)
        top.setStretchFactor(self.cards, 1)
        top.addStretch()
        hint = QLabel(_HINT)
        hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._tables, 1)
        layout.addWidget(hint)

    def _kind_chosen(self) -> None:
        of_events = self.kind.key == Kind.EVENT.value
        self._tables.setCurrentWidget(self.table if of_events else self.mediation)
        for widget in self._of_events:
            widget.setVisible(of_events)

    @override
    def load(self) -> None:
        limits, platform, wanted = self.desk.deadlines.limits, self.platform.key, self.search.text().strip()
        leaves = [
            leaf
            for leaf in vocabulary().leaves
            if platform in (None, leaf.platform) and wanted in f"{leaf.name} {leaf.major_name}"
        ]
        self.model.show(limits, leaves, self.level.key)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.cards.setText(_cards(limits))


def _cards(limits: Limits) -> str:
    return "　".join(
        f"{stage.label}超过 {yellow.label}{Card.YELLOW}、{red.label}{Card.RED}"
        for stage, (yellow, red) in limits.cards.items()
    )


def _table(model: LimitsModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("办理时限表")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
    table.horizontalHeader().setHighlightSections(False)
    letter = table.fontMetrics().horizontalAdvance("国")
    for place, width in enumerate((7, 10, 18, 7, 7, 7, 7, 6)):
        table.horizontalHeader().resizeSection(place, width * letter + 12)
    table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
