"""Villages in their order by a figure (村社排名): the first of them, and how many there are."""

from collections.abc import Sequence

from gridapp.counting.cut import Key
from gridapp.counting.indicator import Indicator
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from ui.figures.charts.cells import Cells
from ui.figures.charts.chart_spec import ChartSpec, can_be_said, height

MOST_RANKED = 20
"""How many are shown, if nothing else is asked."""


def ranking_of(tally: Tally, words: Words, area: str, indicator: Indicator, most: int = MOST_RANKED) -> ChartSpec:
    """The largest first, equals in the office's order; 未填 takes part in no ranking and stands last.

    Of several counting units the first orders, for they are never added.
    """
    cells = Cells(tally, words, area, indicator)
    (dimension,) = cells.by
    keys = cells.keys(dimension)
    ranked = sorted((key for key in keys if key is not None), key=lambda key: _order(cells, key))
    unfilled = [None] if any(height(cells.figure((None,), unit)) for unit in cells.units) else []
    shown: list[Key] = [*ranked[:most], *unfilled]
    return ChartSpec(
        f"{indicator.name} · {TITLES[dimension]}排名",
        cells.names(dimension, shown),
        cells.series(shown),
        unit=cells.unit,
        rule=indicator.rule,
        scope=cells.scope,
        note=_note(cells, ranked, most),
    )


def _order(cells: Cells, key: Key) -> tuple[bool, list[float]]:
    figures = [cells.figure((key,), unit) for unit in cells.units]
    return not any(can_be_said(figure) for figure in figures), [-height(figure) for figure in figures]


def _note(cells: Cells, ranked: Sequence[Key], most: int) -> str:
    said = []
    if len(ranked) > most:
        said.append(f"共 {len(ranked)} 个{TITLES[cells.by[0]]}，只列前 {most} 名，其余不合并。")
    if len(cells.units) > 1:
        said.append(f"“{'”“'.join(unit or UNFILLED for unit in cells.units)}”不相加，按“{cells.units[0]}”排名。")
    return "".join(said)
