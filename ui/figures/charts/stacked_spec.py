"""Parts upon each other, month by month (堆叠图): only what adds up; what does not stands side by side and says so."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gridapp.counting.cut import Key
from gridapp.counting.indicator import Indicator
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from ui.figures.charts.cells import Cells
from ui.figures.charts.chart_spec import ChartSpec, Series, number_of, short
from ui.figures.figure_table import joined
from ui.requests import ShowFigure

MOST_PARTS = 5
"""Parts with a colour of their own; the smaller are drawn together as 其余, or not at all where nothing adds up."""

_Column = tuple[Key, Key]
"""A place and a counting unit: each unit has a pile of its own."""


def stacked_of(tally: Tally, words: Words, area: str, indicator: Indicator) -> ChartSpec:
    """The parts of the second dimension of a tally at each word of the first."""
    cells = Cells(tally, words, area, indicator)
    across, parts = cells.by
    adds_up = cells.adds_up(parts)
    columns = [(place, unit) for place in cells.keys(across) for unit in cells.units]
    keys = _occurring(cells, columns, parts)
    shown, rest = _parted(cells, columns, keys)
    series = [
        Series(name, tuple(cells.figure((place, key), unit) for place, unit in columns))
        for key, name in zip(shown, cells.names(parts, shown), strict=True)
    ]
    if rest and adds_up:
        name = f"其余 {len(rest)} 项"
        together = tuple(_together(cells, column, parts, rest, name) for column in columns)
        series.insert(len(shown) - (None in shown), Series(name, together))
    return ChartSpec(
        f"{indicator.name} · 按{TITLES[across]}、{TITLES[parts]}",
        _labels(cells, across, columns),
        tuple(series),
        unit=cells.unit,
        rule=indicator.rule,
        scope=cells.scope,
        note=_note(cells, parts, len(rest)),
        stacked=adds_up,
    )


def _occurring(cells: Cells, columns: Sequence[_Column], parts: Dimension) -> tuple[Key, ...]:
    """The parts in their order; 未填 only where there is something in it."""
    keys = cells.keys(parts)
    return keys if _size(cells, columns, None) else tuple(key for key in keys if key is not None)


def _size(cells: Cells, columns: Sequence[_Column], key: Key) -> float:
    return sum(abs(number_of(cells.figure((place, key), unit).value)) for place, unit in columns)


def _parted(cells: Cells, columns: Sequence[_Column], keys: Sequence[Key]) -> tuple[tuple[Key, ...], tuple[str, ...]]:
    """The largest parts in their order with 未填, and the rest."""
    named = [key for key in keys if key is not None]
    if len(named) <= MOST_PARTS + 1:
        return tuple(keys), ()
    largest = set(sorted(named, key=lambda key: -_size(cells, columns, key))[:MOST_PARTS])
    shown = tuple(key for key in keys if key is None or key in largest)
    return shown, tuple(key for key in named if key not in largest)


def _together(cells: Cells, column: _Column, parts: Dimension, rest: tuple[str, ...], name: str) -> ShowFigure:
    """Several parts as one figure: asked for with all their words, it opens the cases of all of them."""
    place, unit = column
    figures = [cells.figure((place, key), unit) for key in rest]
    cut = figures[0].cut
    return ShowFigure(
        cells.indicator,
        replace(cut, where={**cut.where, parts: rest}),
        sum((one.value for one in figures if isinstance(one.value, Decimal)), Decimal(0)),
        joined([cells.area, *cells.names(cells.by[0], (place,)), name, unit or ""]),
    )


def _labels(cells: Cells, across: Dimension, columns: Sequence[_Column]) -> tuple[str, ...]:
    names = short(cells.names(across, [place for place, _ in columns]))
    if not cells.apart:
        return names
    return tuple(f"{name}\n{unit or UNFILLED}" for name, (_, unit) in zip(names, columns, strict=True))


def _note(cells: Cells, parts: Dimension, rest: int) -> str:
    if not cells.adds_up(parts):
        said = f"“{cells.indicator.name}”不能相加，各项并列，不叠加"
        return f"{said}；只画最大的 {MOST_PARTS} 项，另有 {rest} 项。" if rest else f"{said}。"
    units = [unit or UNFILLED for unit in cells.units]
    return f"“{'”“'.join(units)}”不能相加，各画一列。" if cells.apart and len(units) > 1 else ""
