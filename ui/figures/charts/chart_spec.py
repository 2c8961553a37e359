"""A chart as data (图的内容): labels, series and what each bar was asked of; drawn elsewhere."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gridapp.counting.amount import Rate, Value
from gridapp.counting.indicator import Indicator
from ui.figures.figure_table import FigureTable, joined
from ui.requests import ShowFigure

MOST_BARS = 25
"""Places on the axis; of more rows the largest are drawn."""
MOST_LONG_BARS = 14
"""The same where the labels are long, so that they can still be read."""
_LONG = 6
"""Characters from which on a label is long."""
_MONTH = re.compile(r"(?P<year>\d{4}年)(?P<month>\d{1,2}月)")


@dataclass(frozen=True, slots=True)
class Series:
    """One mark at each place of the axis; a place may have none."""

    name: str
    bars: tuple[ShowFigure | None, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What a chart shows: for each series a mark at each label.

    `rule`, `unit` and `scope` (area and period) go with every picture of it; `note` says what is not to be seen at
    once: that only the largest are drawn, that nothing is added. `stacked` only where the series of a place add up.
    """

    heading: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    rule: str = ""
    scope: str = ""
    note: str = ""
    stacked: bool = False

    @property
    def top(self) -> float:
        """The largest height of one mark."""
        return max((height(bar) for one in self.series for bar in one.bars), default=0.0)

    @property
    def is_known(self) -> bool:
        """Whether any figure can be said."""
        return any(can_be_said(bar) for one in self.series for bar in one.bars)

    @property
    def is_empty(self) -> bool:
        """Whether no figure can be said, or all of them are nothing."""
        return not any(height(bar) for one in self.series for bar in one.bars)


def can_be_said(figure: ShowFigure | None) -> bool:
    """Whether there is a figure at all: not across units that must not be added, not over a base of nothing."""
    if figure is None or figure.value is None:
        return False
    return not isinstance(figure.value, Rate) or bool(figure.value.denominator)


def height(bar: ShowFigure | None) -> float:
    """How high a bar is drawn."""
    return 0.0 if bar is None else number_of(bar.value)


def number_of(value: Value) -> float:
    """A value as a height: a rate in percent, nothing where nothing can be said."""
    if isinstance(value, Rate):
        return float(value.percent or 0)
    return float(value or 0)


def chart_of(table: FigureTable, indicator: Indicator) -> ChartSpec:
    """The bars of one column by the table's rows; units that must not be added stand side by side."""
    column = next(n for n, c in enumerate(table.columns) if c.indicator == indicator)
    bars = [row[column] for row in table.rows]
    labels = tuple(dict.fromkeys(table.labels))
    names = tuple(dict.fromkeys(table.series)) or (indicator.unit,)
    found = {
        (label, name): bar
        for label, name, bar in zip(table.labels, table.series or names * len(bars), bars, strict=True)
    }
    shown = _largest(labels, names, found)
    heading = f"{indicator.name} · 按{table.corner} · 单位：{indicator.unit}"
    if len(shown) < len(labels):
        heading += f" · 最多的 {len(shown)} 项"
    series = tuple(Series(name, tuple(found.get((label, name)) for label in shown)) for name in names)
    whole = next(iter((*table.total, *bars)), None)
    return ChartSpec(
        heading,
        short(shown),
        series,
        unit=indicator.unit,
        rule=indicator.rule,
        scope=joined([whole.where, whole.cut.period.label]) if whole else "",
    )


def _largest(labels: Sequence[str], names: Iterable[str], found: dict[tuple[str, str], ShowFigure]) -> Sequence[str]:
    most = MOST_LONG_BARS if any(len(label) > _LONG for label in short(labels)) else MOST_BARS
    if len(labels) <= most:
        return labels
    names = tuple(names)
    heights = {label: max(height(found.get((label, name))) for name in names) for label in labels}
    chosen = set(sorted(labels, key=lambda label: -heights[label])[:most])
    return [label for label in labels if label in chosen]


def short(labels: Sequence[str]) -> tuple[str, ...]:
    """Months without their year, where that is the same for all."""
    months = [_MONTH.fullmatch(label) for label in labels]
    years = {month["year"] for month in months if month}
    if len(years) != 1:
        return tuple(labels)
    return tuple(m["month"] if m else label for m, label in zip(months, labels, strict=True))
