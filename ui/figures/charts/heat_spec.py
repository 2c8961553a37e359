"""Villages by months (村社各月热力图): the darker, the more; the number stands in each cell."""

from gridapp.counting.indicator import Indicator
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from ui.figures.charts.cells import Cells
from ui.figures.charts.chart_spec import ChartSpec, Series, height, short


def heat_of(tally: Tally, words: Words, area: str, indicator: Indicator) -> ChartSpec:
    """A row for each word of the first dimension, a column for each of the second.

    A village without anything is a row of 0; 未填 is a row where there is something in it. Every counting unit has
    rows of its own.
    """
    cells = Cells(tally, words, area, indicator)
    rows, columns = cells.by
    across = cells.keys(columns)
    series = []
    for key, name in zip(cells.keys(rows), cells.names(rows, cells.keys(rows)), strict=True):
        for unit in cells.units:
            figures = tuple(cells.figure((key, column), unit) for column in across)
            if key is not None or any(height(figure) for figure in figures):
                series.append(Series(f"{name}（{unit or UNFILLED}）" if cells.apart else name, figures))
    return ChartSpec(
        f"{indicator.name} · {TITLES[rows]}各{TITLES[columns].removesuffix('份')}",
        short(cells.names(columns, across)),
        tuple(series),
        unit=cells.unit,
        rule=indicator.rule,
        scope=cells.scope,
    )
