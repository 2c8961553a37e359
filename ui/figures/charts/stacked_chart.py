"""Parts upon each other (堆叠图), as far as they add up; side by side where they do not."""

from typing_extensions import override

from gridapp.counting.amount import spoken
from ui.figures.charts.bar_chart import GROUP, amounts, bars_of
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height
from ui.figures.charts.drawing import Box, Drawing, Mark, Places, Writing
from ui.figures.charts.fill import fill_of

_LETTERS = 0.8
_LETTERS_OF_UNITS = 2.4
"""Where each month has a pile for each unit, its name is told with every one."""


class StackedChart(Chart):
    """Draws the series of a `ChartSpec` upon each other, the first lowest."""

    numbers = False

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        if not spec.stacked:
            return bars_of(spec)
        marks = tuple(mark for place in range(len(spec.labels)) for mark in _pile(spec, place))
        count = len(spec.series)
        legend = tuple((series.name, fill_of(n, count, series.name)) for n, series in enumerate(spec.series))
        letters = _LETTERS_OF_UNITS if any("\n" in label for label in spec.labels) else _LETTERS
        return Drawing(marks=marks, across=Places(spec.labels, letters), up=amounts(marks), legend=legend)


def _pile(spec: ChartSpec, place: int) -> list[Mark]:
    """The parts of one place, what is nothing left out; what is below nothing (红字) is piled downwards."""
    marks: list[Mark] = []
    up = down = 0.0
    for n, series in enumerate(spec.series):
        figure = series.bars[place]
        amount = height(figure)
        if figure is None or not amount or not can_be_said(figure):
            continue
        low = up if amount > 0 else down + amount
        up, down = up + max(amount, 0), down + min(amount, 0)
        marks.append(
            Mark(
                series=n,
                place=place,
                figure=figure,
                box=Box(place - GROUP / 2, low, GROUP, abs(amount)),
                fill=fill_of(n, len(spec.series), series.name),
                text=spoken(figure.value),
                column=place,
                row=n,
                writing=Writing.INSIDE,
            )
        )
    return marks
