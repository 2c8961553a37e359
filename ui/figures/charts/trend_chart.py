"""Lines month by month (趋势图): a gap where nothing can be said."""

from itertools import groupby

from typing_extensions import override

from gridapp.counting.amount import spoken
from ui.figures.charts.bar_chart import amounts
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height
from ui.figures.charts.drawing import Box, Drawing, Line, Mark, Places, Shape
from ui.figures.charts.fill import Fill, Hatch, fill_of

_LETTERS = 1.0
_DASHES = (Hatch.NONE, Hatch.RISING, Hatch.FALLING, Hatch.LEVEL)


class TrendChart(Chart):
    """Draws the series of a `ChartSpec` as lines with points; each line has a dash of its own."""

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        fills = [_line_fill(n, len(spec.series), series.name) for n, series in enumerate(spec.series)]
        marks = tuple(
            Mark(
                series=n,
                place=place,
                figure=figure,
                box=Box(place, height(figure), 0, 0),
                fill=fills[n],
                text=spoken(figure.value),
                column=place,
                row=-n,
                shape=Shape.POINT,
            )
            for n, series in enumerate(spec.series)
            for place, figure in enumerate(series.bars)
            if figure is not None and can_be_said(figure)
        )
        return Drawing(
            marks=marks,
            lines=tuple(
                line for n, fill in enumerate(fills) for line in _lines([m for m in marks if m.series == n], fill)
            ),
            across=Places(spec.labels, _LETTERS),
            up=amounts(marks),
            legend=tuple((s.name, fill) for s, fill in zip(spec.series, fills, strict=True)) if len(fills) > 1 else (),
        )


def _line_fill(number: int, count: int, name: str) -> Fill:
    return Fill(fill_of(number, count, name).colour, _DASHES[number % len(_DASHES)])


def _lines(marks: list[Mark], fill: Fill) -> list[Line]:
    """One line for each run of months without a gap."""
    runs = groupby(enumerate(marks), key=lambda pair: pair[1].place - pair[0])
    return [Line(tuple((m.box.left, m.box.low) for _, m in run), fill) for _, run in runs]
