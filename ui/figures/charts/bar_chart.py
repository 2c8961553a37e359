"""Bars side by side (柱状图): one for each series at each place."""

from typing_extensions import override

from gridapp.counting.amount import spoken
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height
from ui.figures.charts.drawing import Amounts, Box, Drawing, Mark, Places
from ui.figures.charts.fill import fill_of

GROUP = 0.62
"""What the bars of a place take of its room."""
_LETTERS = 0.8


class BarChart(Chart):
    """Draws a `ChartSpec` as bars."""

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        return bars_of(spec)


def bars_of(spec: ChartSpec) -> Drawing:
    """The bars of a chart; what is below nothing (红字) hangs down."""
    count = max(len(spec.series), 1)
    width = GROUP / count
    marks = tuple(
        Mark(
            series=n,
            place=place,
            figure=bar,
            box=_box(place - GROUP / 2 + n * width, height(bar), width * (0.94 if count > 1 else 1)),
            fill=fill_of(n, count, series.name),
            text=spoken(bar.value),
            column=place * count + n,
            row=0,
        )
        for n, series in enumerate(spec.series)
        for place, bar in enumerate(series.bars)
        if bar is not None and can_be_said(bar)
    )
    legend = tuple((series.name, fill_of(n, count, series.name)) for n, series in enumerate(spec.series))
    return Drawing(
        marks=tuple(sorted(marks, key=lambda mark: mark.column)),
        across=Places(spec.labels, _LETTERS * count),
        up=amounts(marks),
        legend=legend if count > 1 else (),
    )


def amounts(marks: tuple[Mark, ...]) -> Amounts:
    """The axis on which all marks have room, with nothing on it."""
    low = min((mark.box.low for mark in marks), default=0.0)
    top = max((mark.box.low + mark.box.height for mark in marks), default=0.0)
    return Amounts(min(low, 0.0), max(top, 0.0) if top > 0 or low < 0 else 1.0)


def _box(left: float, amount: float, width: float) -> Box:
    return Box(left, min(amount, 0.0), width, abs(amount))
