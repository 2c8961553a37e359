"""Bars from the largest on with what they make together (帕累托图), and the mark of 80 %."""

from dataclasses import replace

from typing_extensions import override

from gridapp.counting.words import UNFILLED
from ui.figures.charts.bar_chart import bars_of
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.drawing import Amounts, Drawing, Guide, Line, Mark, Places
from ui.figures.charts.fill import NOT_FILLED_IN, Fill, Hatch
from ui.figures.charts.pareto_spec import MARK, ParetoSpec
from ui.figures.figure_words import value_in_words
from ui.theme import COLOURS

_LETTERS = 3.4
_LINES = 3
"""Room for the name of a category, or most of it."""
_TOGETHER = Fill(COLOURS.warn, Hatch.NONE)


class ParetoChart(Chart):
    """Draws a `ParetoSpec`; the line runs on the axis of percents at the right."""

    lowest = 13

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        bars = bars_of(spec)
        marks = tuple(_hollow(mark, spec) for mark in bars.marks)
        bars = replace(bars, marks=marks, across=Places(spec.labels, _LETTERS, _LINES))
        shares = spec.shares if isinstance(spec, ParetoSpec) else ()
        if not shares or not isinstance(bars.up, Amounts):
            return bars
        top = bars.up.top
        marks = tuple(replace(mark, more=f"累计占 {value_in_words(shares[mark.place])}") for mark in marks)
        points = tuple((float(n), float(share.percent or 0) / 100 * top) for n, share in enumerate(shares))
        return replace(
            bars,
            marks=marks,
            up=replace(bars.up, whole=top),
            lines=(Line(points, _TOGETHER),),
            guides=(Guide(MARK / 100 * top, f"累计 {MARK}%"),),
        )


def _hollow(mark: Mark, spec: ChartSpec) -> Mark:
    return replace(mark, fill=NOT_FILLED_IN) if spec.labels[mark.place] == UNFILLED else mark
