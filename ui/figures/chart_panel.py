"""The chart below a table (统计图): one of several kinds, of one indicator, drawn when it is wanted."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gridapp.counting.indicator import Indicator, indicator_named
from ui.figures.chart_choice import ChartKind
from ui.figures.charts.bar_chart import BarChart
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_card import ChartCard
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.funnel_chart import FunnelChart
from ui.figures.charts.heat_map import HeatMap
from ui.figures.charts.pareto_chart import ParetoChart
from ui.figures.charts.ranking_chart import RankingChart
from ui.figures.charts.stacked_chart import StackedChart
from ui.figures.charts.trend_chart import TrendChart
from ui.widgets.combo import Combo

_CHARTS: Mapping[ChartKind, Callable[[str], Chart]] = {
    ChartKind.ROWS: BarChart,
    ChartKind.TREND: TrendChart,
    ChartKind.STACKED: StackedChart,
    ChartKind.RANKING: RankingChart,
    ChartKind.PARETO: ParetoChart,
    ChartKind.HEAT: HeatMap,
    ChartKind.FUNNEL: FunnelChart,
}
NONE = "不画图"
"""The choice that leaves all the room to the table."""
_ANY = 16_777_215
"""As high as a widget can be in Qt."""


class ChartPanel(QWidget):
    """Says which chart of which indicator is wanted; whoever holds it reads it and draws it here."""

    asked = Signal(object)
    refused = Signal(str)
    changed = Signal()
    printing = Signal(object)
    """The chart that is seen is to be printed, by the `PrintOrder` of it."""

    def __init__(self, name: str, kinds: Sequence[ChartKind]) -> None:
        super().__init__()
        self._name = name
        self.kind, self.measure = Combo("图的种类"), Combo("图表指标")
        self.kind.offer([*((kind.value, kind.value) for kind in kinds), ("", NONE)])
        self._cards: dict[ChartKind, ChartCard] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        tools = QHBoxLayout()
        tools.setSpacing(6)
        self._measures = QLabel("指标")
        for widget in (QLabel("统计图"), self.kind, self._measures, self.measure):
            tools.addWidget(widget)
        tools.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(tools)
        layout.addWidget(self._stack, 1)
        self.kind.chosen.connect(self._kind_chosen)
        self.measure.chosen.connect(self.changed)

    @property
    def chosen(self) -> ChartKind | None:
        """The kind of chart that is wanted; nothing where the table is to have all the room."""
        return ChartKind(self.kind.key) if self.kind.key else None

    def _kind_chosen(self) -> None:
        self._stack.setVisible(self.chosen is not None)
        self.setMaximumHeight(_ANY if self.chosen else self.kind.sizeHint().height())
        for widget in (self._measures, self.measure):
            widget.setVisible(self.chosen is not None)
        self.changed.emit()

    @property
    def indicator(self) -> Indicator:
        """What it is to show."""
        return indicator_named(self.measure.key or "")

    @property
    def card(self) -> ChartCard:
        """The chart that is seen; only where one is wanted."""
        return self._cards[ChartKind(self.kind.key or "")]

    def offer(self, indicators: Sequence[Indicator], first: Indicator) -> None:
        """Offers other indicators; what was chosen stays where it can, else one of them comes first."""
        before = self.measure.key
        self.measure.offer([(indicator.code, indicator.name) for indicator in indicators])
        if self.measure.key != before and first in indicators:
            self.measure.choose(first.code)

    def make_ready(self, kind: ChartKind) -> None:
        """Makes the empty chart of a kind, which takes its time, before it is known what to draw."""
        self._card(kind)

    def draw(self, kind: ChartKind, spec: ChartSpec) -> None:
        """Draws a chart; what came for a kind that is no longer wanted is not seen."""
        card = self._card(kind)
        card.draw(spec)
        if kind is self.chosen:
            self._stack.setCurrentWidget(card)

    def _card(self, kind: ChartKind) -> ChartCard:
        if kind not in self._cards:
            card = ChartCard(_CHARTS[kind](f"{self._name} {kind.value}"))
            card.asked.connect(self.asked)
            card.refused.connect(self.refused)
            card.printing.connect(self.printing)
            self._stack.addWidget(card)
            self._cards[kind] = card
        return self._cards[kind]
