"""The tab of one kind (分类统计): key figures, its tables with their rules, and a chart."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.card_row import CardRow
from ui.figures.chart_choice import ChartKind, charts_of
from ui.figures.chart_panel import ChartPanel
from ui.figures.chart_reading import read_chart
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.forms import forms_of
from ui.figures.key_figures import CARDS, FIRST, key_figures
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.figures.table_panel import TablePanel
from ui.requests import ShowFigure
from ui.widgets.scroll_down import ScrollDown

Cards = list[list[ShowFigure]]


class KindTab(Tab):
    """Everything that is counted of a kind."""

    def __init__(
        self, desk: Desk, question: Question, kind: Kind, more: Mapping[Kind, Sequence[str]] | None = None
    ) -> None:
        super().__init__(desk, question)
        self._kind, self._more = kind, more or {}
        self._was_shown = False
        self.cards = CardRow()
        self.more_cards = CardRow(compact=True)
        self.table = TablePanel(desk, question, kind, forms_of(kind))
        self.chart = ChartPanel(kind.label, charts_of(kind))
        self._offer_measures()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(self.table)
        split.addWidget(self.chart)
        split.setSizes(_SHARES)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.cards)
        layout.addWidget(self.more_cards)
        self.more_cards.setVisible(bool(self._more))
        layout.addWidget(split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside))

    def _connect(self) -> None:
        for source in (self.cards, self.more_cards, self.table, self.chart):
            source.asked.connect(self.asked)
        self.table.refused.connect(self.refuse)
        self.table.told.connect(self.told)
        self.table.table_chosen.connect(self._table_chosen)
        self.table.shown.connect(self._table_shown)
        self.chart.refused.connect(self.refused)
        self.chart.printing.connect(self.printing.show)
        self.chart.changed.connect(self._chart_chosen)

    @override
    def load(self) -> None:
        desk, question = self.desk, self.question
        self.questions.ask(
            "cards",
            lambda: (
                key_figures(desk, question, {self._kind: CARDS[self._kind]}),
                key_figures(desk, question, self._more),
            ),
            self._show_cards,
            self.refuse,
        )
        self.table.ask(question)

    def _table_chosen(self) -> None:
        """A form has all the room; any other table has its chart below."""
        self._offer_measures()
        self.chart.setVisible(not self.table.shows_form)

    def _table_shown(self) -> None:
        if not self._was_shown:
            self._was_shown = True
            self.table.view.look_at(self.chart.indicator)
        self._load_chart()

    def _offer_measures(self) -> None:
        self.chart.offer(self.table.bar.chapter.indicators, self._first_measure)

    @property
    def _first_measure(self) -> Indicator:
        return indicator_named(FIRST[self._kind])

    def _chart_chosen(self) -> None:
        if self.chart.chosen is not None:
            self.table.view.look_at(self.chart.indicator)
        self._load_chart()

    def _load_chart(self) -> None:
        desk, question = self.desk, self.question
        kind, indicator, rows = self.chart.chosen, self.chart.indicator, self.table.bar.choice.rows
        if kind is None or not self.chart.isVisibleTo(self):
            self.shown.emit()
            return
        self.questions.ask(
            "chart",
            lambda: read_chart(desk, question, kind, indicator, rows),
            lambda spec: self._draw(kind, spec),
            self.refuse,
        )
        QTimer.singleShot(0, self.chart, lambda: self.chart.make_ready(kind))

    def _draw(self, kind: ChartKind, spec: ChartSpec) -> None:
        self.chart.draw(kind, spec)
        self.shown.emit()

    def _show_cards(self, found: tuple[Cards, Cards]) -> None:
        self.cards.show_figures(found[0])
        self.more_cards.show_figures(found[1])


_SHARES = [600, 400]
"""How table and chart share the height."""
