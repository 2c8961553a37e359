"""A table whose cells are the darker, the more there is (热力图); the number stands in each."""

from typing_extensions import override

from gridapp.counting.amount import spoken
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height
from ui.figures.charts.drawing import Box, Drawing, Mark, Places, Writing
from ui.figures.charts.fill import shade

_FEWEST = 2.2
"""Chinese letters that a cell is wide at least."""
_TALL = 1.7


class HeatMap(Chart):
    """Draws the series of a `ChartSpec` as rows."""

    numbers = True
    numbers_optional = False
    lowest = 10

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        most = max(spec.top, 0.0) or 1.0
        marks = tuple(
            Mark(
                series=n,
                place=place,
                figure=figure,
                box=Box(place - 0.5, -n - 0.5, 1, 1),
                fill=shade(height(figure) / most),
                text=spoken(figure.value),
                column=place,
                row=-n,
                writing=Writing.INSIDE,
            )
            for n, series in enumerate(spec.series)
            for place, figure in enumerate(series.bars)
            if figure is not None and can_be_said(figure)
        )
        return Drawing(
            marks=marks,
            across=Places(spec.labels, _FEWEST),
            up=Places(tuple(series.name for series in spec.series), _TALL),
        )
