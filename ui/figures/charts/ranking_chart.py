"""Bars that lie (排名图), the largest at the top, their numbers behind them."""

from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.counting.words import UNFILLED
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height
from ui.figures.charts.drawing import Amounts, Box, Drawing, Mark, Places, Writing
from ui.figures.charts.fill import NOT_FILLED_IN, fill_of

_LETTERS = 1.5
"""The height of a bar with the air round it."""
_GROUP, _GROUP_OF_MANY = 0.62, 0.86
"""What the bars of a place take of its room."""


class RankingChart(Chart):
    """Draws the labels of a `ChartSpec` from above; several units lie one below the other."""

    numbers_optional = False
    lowest = 10

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        count = max(len(spec.series), 1)
        group = _GROUP if count == 1 else _GROUP_OF_MANY
        thick = group / count
        fills = [fill_of(n, count, series.name) for n, series in enumerate(spec.series)]
        marks = tuple(
            Mark(
                series=n,
                place=place,
                figure=figure,
                box=Box(
                    min(height(figure), 0.0), group / 2 - place - (n + 1) * thick, abs(height(figure)), thick * 0.94
                ),
                fill=NOT_FILLED_IN if spec.labels[place] == UNFILLED else fills[n],
                text=spoken(figure.value),
                column=n,
                row=-place,
                writing=Writing.BEHIND,
            )
            for place in range(len(spec.labels))
            for n, figure in enumerate(series.bars[place] for series in spec.series)
            if figure is not None and can_be_said(figure)
        )
        low = min((mark.box.left for mark in marks), default=0.0)
        return Drawing(
            marks=marks,
            across=Amounts(low, max(spec.top, 0.0) or (0.0 if low else 1.0)),
            up=Places(spec.labels, _LETTERS * count),
            legend=tuple((s.name, f) for s, f in zip(spec.series, fills, strict=True)) if count > 1 else (),
        )
