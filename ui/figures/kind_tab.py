"""The tab of one kind (分类统计): key figures, the table by a chosen dimension, its rule, its chart."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.amount import Rate
from gridapp.counting.indicator import Chapter, Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.counting.words import TITLES
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.bar_chart import BarChart
from ui.figures.card_row import CardRow
from ui.figures.chart_spec import chart_of
from ui.figures.figure_table import FigureTable, table_of
from ui.figures.figure_view import FigureView
from ui.figures.figure_words import value_in_words
from ui.figures.key_figures import CARDS, ROWS, key_figures
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.requests import ShowFigure
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.scroll_down import ScrollDown

Cards = list[list[ShowFigure]]


class KindTab(Tab):
    """Everything that is counted of a kind."""

    def __init__(
        self, desk: Desk, question: Question, kind: Kind, more: Mapping[Kind, Sequence[str]] | None = None
    ) -> None:
        super().__init__(desk, question)
        self._kind, self._more = kind, more or {}
        self._measure: Indicator = indicator_named(_FIRST_MEASURE[kind])
        self.cards = CardRow()
        self.more_cards = CardRow(compact=True)
        self.table = Combo("统计表")
        self.table.offer([("", WHOLE), *((name, name) for name in catalogue()[kind].asides)])
        self.rows = Combo("分行项目")
        self._offer_rows()
        self.measure = Combo("图表指标")
        self.view = FigureView(f"{kind.label}统计表")
        self.rule = QLabel()
        self.rule.setObjectName("rule")
        self.rule.setWordWrap(True)
        self.chart = BarChart(f"{kind.label}统计图")
        self._chart_card = Card("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        hint = QLabel("双击任一数字，查看具体案件")
        hint.setObjectName("hint")
        for widget in (self.table, QLabel("按"), self.rows, QLabel("分行　图表显示"), self.measure):
            tools.addWidget(widget)
        tools.addStretch()
        tools.addWidget(hint)
        upper = QWidget()
        table = QVBoxLayout(upper)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(6)
        table.addLayout(tools)
        table.addWidget(self.view, 1)
        table.addWidget(self.rule)
        self._chart_card.body.addWidget(self.chart, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(upper)
        split.addWidget(self._chart_card)
        split.setSizes(_SHARES)
        self.view.keep_readable(_ROWS_SEEN)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.cards)
        layout.addWidget(self.more_cards)
        self.more_cards.setVisible(bool(self._more))
        self.table.setVisible(bool(catalogue()[self._kind].asides))
        layout.addWidget(split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside))

    def _connect(self) -> None:
        for source in (self.cards, self.more_cards, self.view, self.chart):
            source.asked.connect(self.asked)
        self.table.chosen.connect(self._table_chosen)
        self.rows.chosen.connect(self._load_table)
        self.measure.chosen.connect(self._measure_chosen)
        self.view.looked_at.connect(self._show_rule)

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
        self._load_table()

    @property
    def _chapter(self) -> Chapter:
        """The figures of the table that is chosen."""
        chapter = catalogue()[self._kind]
        return chapter.aside(self.table.key) if self.table.key else chapter

    def _offer_rows(self) -> None:
        """Offers what the table can be laid out by; what was chosen stays where it can."""
        known = self._chapter.dimensions
        self.rows.offer([(d.value, TITLES[d]) for d in ROWS[self._kind] if d in known])

    def _table_chosen(self) -> None:
        self._offer_rows()
        self._load_table()

    def _load_table(self) -> None:
        desk, question, chapter = self.desk, self.question, self._chapter
        by = (Dimension(self.rows.key or _FIRST_ROWS),)
        self.questions.ask(
            "table",
            lambda: table_of(
                tally(desk.office.ledger, desk.words, chapter, question.cut, by),
                desk.words,
                question.area(desk.areas),
            ),
            self._show_table,
            self.refuse,
        )

    def _show_cards(self, found: tuple[Cards, Cards]) -> None:
        self.cards.show_figures(found[0])
        self.more_cards.show_figures(found[1])

    def _show_table(self, table: FigureTable) -> None:
        self.view.show_table(table)
        if all(column.indicator != self._measure for column in table.columns):
            self._measure = table.columns[0].indicator
        self.measure.offer([(c.indicator.code, c.indicator.name) for c in table.columns])
        self.measure.choose(self._measure.code)
        self.view.look_at(self._measure)
        self._draw()
        self.shown.emit()

    def _measure_chosen(self) -> None:
        self._measure = indicator_named(self.measure.key or self._measure.code)
        self.view.look_at(self._measure)
        self._draw()

    def _draw(self) -> None:
        spec = chart_of(self.view.figures.table, self._measure)
        self._chart_card.set_heading(spec.heading)
        self.chart.draw(spec)

    def _show_rule(self, figure: ShowFigure) -> None:
        indicator = figure.indicator
        text = f"{indicator.name}，单位：{indicator.unit}。口径：{indicator.rule}"
        if isinstance(figure.value, Rate):
            text += f"　所选：{value_in_words(figure.value)}"
        self.rule.setText(text)


WHOLE = "总体情况"
"""What the table of all the main figures is called beside the smaller ones (专项统计)."""
_FIRST_ROWS = Dimension.MONTH
_ROWS_SEEN = 5
"""Of the table at least; on a low screen the whole tab scrolls."""
_SHARES = [640, 360]
"""How table and chart share the height."""
_FIRST_MEASURE = {
    Kind.EVENT: "event.reported",
    Kind.DISPUTE: "dispute.found",
    Kind.PETITION: "petition.registered",
    Kind.HAZARD: "hazard.found",
}
