"""The figures of one indicator in a tally (统计表的一项指标), found by their keys."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Key
from gridapp.counting.indicator import Aggregate, Indicator
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally
from gridapp.counting.words import UNFILLED, Words
from ui.figures.charts.chart_spec import Series
from ui.figures.figure_table import joined, word_of
from ui.figures.figure_words import unit_in
from ui.requests import ShowFigure

_STOCK = frozenset({Aggregate.OPENING, Aggregate.CLOSING})


class Cells:
    """One column of a tally; `area` says in words which town and village it is about."""

    def __init__(self, tally: Tally, words: Words, area: str, indicator: Indicator) -> None:
        self.tally, self.words, self.area, self.indicator = tally, words, area, indicator
        self._values = {row.keys: row.values[indicator.code] for row in tally.rows}

    @property
    def apart(self) -> Dimension | None:
        """The dimension across which nothing may be added, where the tally tells it (条 and 处)."""
        return self.tally.chapter.apart if self.tally.chapter.apart in self.tally.by else None

    @property
    def by(self) -> tuple[Dimension, ...]:
        """The dimensions of the tally but the one that keeps units apart."""
        return tuple(dimension for dimension in self.tally.by if dimension is not self.apart)

    @property
    def units(self) -> tuple[Key, ...]:
        """The counting units that occur; one of no name where there is nothing to keep apart."""
        return self._found(self.apart) if self.apart else (None,)

    @property
    def unit(self) -> str:
        """The unit in words, as it stands beside the heading."""
        if self.apart:
            return "、".join(unit or UNFILLED for unit in self.units) or self.indicator.unit
        return unit_in(self.indicator, self.tally.cut)

    @property
    def scope(self) -> str:
        """Area and period."""
        return joined([self.area, self.tally.cut.period.label])

    def keys(self, dimension: Dimension) -> tuple[Key, ...]:
        """Every word of a dimension in its order: those that occur, and those that are expected to be shown."""
        wanted = {*self._found(dimension), *self.words.expected(dimension, self.tally.cut)}
        return tuple(sorted(wanted, key=lambda key: self.words.order(dimension, key)))

    def names(self, dimension: Dimension, keys: Iterable[Key]) -> tuple[str, ...]:
        """Words as they are shown."""
        return tuple(word_of(self.words, dimension, key) for key in keys)

    def figure(self, keys: Sequence[Key], unit: Key = None) -> ShowFigure:
        """The figure of a cell, its keys in the order of `by`; nothing (0) where the tally has no such row."""
        whole = list(keys)
        if self.apart:
            whole.insert(self.tally.by.index(self.apart), unit)
        value = self._values.get(tuple(whole), self._nothing)
        cut = self.tally.cut.narrowed(self.tally.by, tuple(whole))
        said = [word_of(self.words, d, k) for d, k in zip(self.tally.by, whole, strict=True)]
        return ShowFigure(self.indicator, cut, value, joined([self.area, *said]))

    def series(self, keys: Sequence[Key]) -> tuple[Series, ...]:
        """The figures of a tally by one dimension, a series for each counting unit that is kept apart."""
        return tuple(
            Series(
                (unit or UNFILLED) if self.apart else self.indicator.name,
                tuple(self.figure((key,), unit) for key in keys),
            )
            for unit in self.units
        )

    def adds_up(self, dimension: Dimension) -> bool:
        """Whether what is told apart by a dimension adds up, in one unit: no rate, no count of different subjects.

        Balances add up across anything but months.
        """
        reading = self.indicator.reading
        if self.indicator.denominator is not None or reading.aggregate is Aggregate.DISTINCT:
            return False
        return dimension is not Dimension.MONTH or reading.aggregate not in _STOCK

    @property
    def _nothing(self) -> Value:
        return Decimal(0) if self.indicator.denominator is None else Rate(Decimal(0), Decimal(0))

    def _found(self, dimension: Dimension) -> tuple[Key, ...]:
        place = self.tally.by.index(dimension)
        found = {row.keys[place] for row in self.tally.rows}
        return tuple(sorted(found, key=lambda key: self.words.order(dimension, key)))
