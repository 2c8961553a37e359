"""Categories from the largest on, and what they make together (帕累托图)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Key
from gridapp.counting.indicator import Indicator
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, Words
from ui.figures.charts.cells import Cells
from ui.figures.charts.chart_spec import ChartSpec, height
from ui.figures.figure_words import value_in_words
from ui.requests import ShowFigure

MARK = 80
"""Percent of the whole that is looked for."""
MOST_CATEGORIES = 20
"""How many are drawn; what they make together is still of the whole."""


@dataclass(frozen=True, slots=True)
class ParetoSpec(ChartSpec):
    """`shares` holds what all up to a place make of the whole; nothing where the figures do not add up."""

    shares: tuple[Rate, ...] = ()


def pareto_of(tally: Tally, words: Words, area: str, indicator: Indicator) -> ParetoSpec:
    """The figures of a tally by one dimension, the largest first, 未填 with the others for it is part of the whole."""
    cells = Cells(tally, words, area, indicator)
    (dimension,) = cells.by
    keys = sorted(cells.keys(dimension), key=lambda key: -height(cells.figure((key,), cells.units[0])))
    keys = [key for key in keys if any(height(cells.figure((key,), unit)) for unit in cells.units)]
    shown = keys[:MOST_CATEGORIES]
    shares = _shares(cells, keys) if cells.adds_up(dimension) and not cells.apart else ()
    return ParetoSpec(
        f"{indicator.name} · {TITLES[dimension]}构成",
        cells.names(dimension, shown),
        cells.series(shown),
        unit=cells.unit,
        rule=indicator.rule,
        scope=cells.scope,
        note=_note(cells, keys, shares),
        shares=shares[: len(shown)],
    )


def _shares(cells: Cells, keys: Sequence[Key]) -> tuple[Rate, ...]:
    """Nothing where a figure is below nothing (红字), for then no share can be said."""
    amounts = [_amount(cells.figure((key,))) for key in keys]
    if any(amount < 0 for amount in amounts):
        return ()
    whole = sum(amounts, Decimal(0))
    return tuple(Rate(together, whole) for together in accumulate(amounts))


def _amount(figure: ShowFigure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _note(cells: Cells, keys: Sequence[Key], shares: Sequence[Rate]) -> str:
    title = TITLES[cells.by[0]]
    said = f"共 {len(keys)} 个{title}，只列最多的 {MOST_CATEGORIES} 个" if len(keys) > MOST_CATEGORIES else ""
    if not shares:
        return f"{said + '；' if said else ''}“{cells.indicator.name}”不能相加或含红字，不画累计线。" if keys else ""
    reached = next((n for n, share in enumerate(shares, 1) if (share.percent or 0) >= MARK), len(shares))
    return f"{said + '；' if said else ''}前 {reached} 个合占 {value_in_words(shares[reached - 1])}。"
