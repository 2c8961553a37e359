"""The overview (总览): a block for each kind, the months' trend, the villages side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.figures.chart_choice import ChartKind
from ui.figures.chart_reading import read_chart
from ui.figures.charts.chart_card import ChartCard
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.stacked_chart import StackedChart
from ui.figures.figure_card import FigureButton
from ui.figures.figure_table import FigureTable
from ui.figures.figure_view import FigureView
from ui.figures.figure_words import unit_of
from ui.figures.key_figures import OVERVIEW, key_figures
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.figures.village_table import village_table
from ui.printing.print_button import PrintButton
from ui.printing.sheet_order import sheet_order
from ui.requests import ShowFigure
from ui.widgets.card import Card
from ui.widgets.scroll_down import ScrollDown

_ACROSS, _ACROSS_NARROW = 4, 2
"""Blocks side by side."""
_WIDE = 70
"""Chinese letters side by side from which on there is room for all of them."""
_ROWS_SEEN = 4
_VILLAGES = "各村社主要数字"
_SHARES = [500, 600]
"""How chart and villages share the width."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the tab shows."""

    blocks: Mapping[Kind, Sequence[Sequence[ShowFigure]]]
    trend: ChartSpec
    villages: FigureTable


class OverviewTab(Tab):
    """The whole office on one screen."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self.blocks: list[Block] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.chart = ChartCard(StackedChart("各月上报事件"))
        self.chart.asked.connect(self.asked)
        self.chart.refused.connect(self.refused)
        self.chart.printing.connect(self.printing.show)
        self.view = FigureView(_VILLAGES)
        self.view.asked.connect(self.asked)
        villages = Card(_VILLAGES)
        self.print_button = PrintButton(_VILLAGES, self.print_villages)
        villages.put_beside_heading(self.print_button)
        villages.body.addWidget(self.view, 1)
        # A splitter, for a layout of what wraps its words would ask for far more height than it needs.
        lower = QSplitter()
        lower.setChildrenCollapsible(False)
        lower.setHandleWidth(12)
        lower.addWidget(self.chart)
        lower.addWidget(villages)
        lower.setSizes(_SHARES)
        self.view.keep_readable(_ROWS_SEEN)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._grid)
        layout.addWidget(lower, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside))

    @override
    def load(self) -> None:
        desk, question = self.desk, self.question
        self.questions.ask("overview", lambda: _read(desk, question), self._show, self.refuse)

    def _show(self, overview: Overview) -> None:
        for block in self.blocks:
            self._grid.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [Block(kind, groups) for kind, groups in overview.blocks.items()]
        for block in self.blocks:
            block.asked.connect(self.asked)
        self._lay_blocks()
        self.chart.draw(overview.trend)
        self.view.show_table(overview.villages)
        self.shown.emit()

    def print_villages(self) -> None:
        """Shows how the villages side by side come out on paper."""
        question, areas = self.question, self.desk.areas
        unit = question.area(areas) or "、".join(town.name for town in areas.towns)
        self.printing.show(sheet_order(self.view.figures.sheet, _VILLAGES, unit, question.told))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_blocks()

    def _lay_blocks(self) -> None:
        letters = self.width() / self.fontMetrics().horizontalAdvance("字")
        across = _ACROSS if letters >= _WIDE else _ACROSS_NARROW
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, int(column < across))
        for place, block in enumerate(self.blocks):
            self._grid.addWidget(block, *divmod(place, across))


class Block(Card):
    """The main figures of a kind; each opens its cases."""

    asked = Signal(object)

    def __init__(self, kind: Kind, groups: Sequence[Sequence[ShowFigure]]) -> None:
        super().__init__(kind.label)
        self.body.setContentsMargins(14, 8, 10, 8)
        self.body.setSpacing(2)
        self.buttons: list[FigureButton] = []
        line = QHBoxLayout()
        line.setSpacing(4)
        for group in groups:
            line.addLayout(self._figure(group))
        line.addStretch()
        self.body.addLayout(line)
        self.body.addStretch()

    def _figure(self, group: Sequence[ShowFigure]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        name = QLabel(group[0].indicator.name)
        name.setObjectName("muted")
        name.setContentsMargins(5, 0, 0, 0)
        column.addWidget(name)
        for figure in group:
            button = FigureButton(figure, "small")
            button.setText(f"{button.text()} {unit_of(figure)}")
            button.clicked.connect(lambda _, f=figure: self.asked.emit(f))
            self.buttons.append(button)
            column.addWidget(button)
        column.addStretch()
        return column


def _read(desk: Desk, question: Question) -> Overview:
    blocks = {kind: key_figures(desk, question, {kind: codes}) for kind, codes in OVERVIEW.items()}
    reported = indicator_named("event.reported")
    trend = read_chart(desk, question, ChartKind.STACKED, reported, Dimension.MONTH)
    return Overview(blocks, trend, village_table(desk, question))
