"""A table of figures (统计表) as data: labels, columns, and what each cell was asked of."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.counting.cut import Key
from gridapp.counting.indicator import Indicator
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.period import Month
from ui.requests import ShowFigure

TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column: its heading and the indicator in it."""

    heading: str
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of figures, and the row of totals; `series` names what tells neighbouring rows apart (单位)."""

    corner: str
    columns: tuple[FigureColumn, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[ShowFigure, ...], ...]
    total: tuple[ShowFigure, ...]
    series: tuple[str, ...] = ()


def table_of(tally: Tally, words: Words, area: str) -> FigureTable:
    """The table of a tally; `area` says in words which town and village it is about."""
    apart = tally.chapter.apart
    place = tally.by.index(apart) if apart in tally.by and len(tally.by) > 1 else None
    return FigureTable(
        corner=" · ".join(TITLES[d] for n, d in enumerate(tally.by) if n != place),
        columns=tuple(FigureColumn(heading_of(column), column) for column in tally.columns),
        labels=tuple(_label(tally, words, row, skip=place) for row in tally.rows),
        rows=tuple(_figures(tally, words, row, area) for row in tally.rows),
        total=tuple(ShowFigure(c, tally.cut, tally.total[c.code], area) for c in tally.columns),
        series=tuple(row.keys[place] or UNFILLED for row in tally.rows) if place is not None else (),
    )


def heading_of(indicator: Indicator) -> str:
    """An indicator's heading, with its unit."""
    return f"{indicator.name}\n{indicator.unit}"


def _label(tally: Tally, words: Words, row: Row, skip: int | None) -> str:
    pairs = [pair for n, pair in enumerate(zip(tally.by, row.keys, strict=True)) if n != skip]
    return " · ".join(word_of(words, dimension, key) for dimension, key in pairs)


def word_of(words: Words, dimension: Dimension, key: Key) -> str:
    """How a key is shown: a month as 2018年1月, what was not filled in as 未填."""
    if dimension is Dimension.MONTH and key is not None:
        return Month.written(key).period.label
    return words.name(dimension, key) or UNFILLED


def _figures(tally: Tally, words: Words, row: Row, area: str) -> tuple[ShowFigure, ...]:
    cut = tally.cut.narrowed(tally.by, row.keys)
    where = joined([area, _label(tally, words, row, skip=None)])
    return tuple(ShowFigure(c, cut, row.values[c.code], where) for c in tally.columns)


def joined(parts: Sequence[str]) -> str:
    """What there is of some words, side by side."""
    return " · ".join(part for part in parts if part)
