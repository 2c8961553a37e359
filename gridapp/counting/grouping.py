"""Rows, 小计 and 合计 of a table: what each level shows, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Chapter, Indicator
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Keys, tally
from gridapp.counting.words import Words

Values = Mapping[str, Value]
"""The value of each column by the indicator's code."""

Place = tuple[tuple[Dimension, ...], Keys]
"""The dimensions that a line is told by, and its words."""


class Level(StrEnum):
    """What a line of a table is."""

    ROW = "row"
    SUBTOTAL = "小计"
    TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Grouping:
    """The dimensions by which a table is grouped, outermost first; `apart` is a unit told on every line."""

    dimensions: tuple[Dimension, ...]
    apart: Dimension | None

    @classmethod
    def of(cls, chapter: Chapter, cut: Cut, by: Iterable[Dimension]) -> "Grouping":
        """The grouping that somebody asked for; a unit that keeps figures apart is always told last."""
        told = tuple(dict.fromkeys(by))
        apart = chapter.apart
        if apart not in told and len(cut.where.get(apart, ()) if apart else ()) == 1:
            apart = None
        return cls(tuple(dimension for dimension in told if dimension is not apart), apart)

    def by(self, depth: int) -> tuple[Dimension, ...]:
        """The dimensions of the lines of a depth: 0 is 合计, the deepest are rows."""
        told = self.dimensions[:depth]
        return told if self.apart is None else (*told, self.apart)

    def level(self, by: tuple[Dimension, ...]) -> Level:
        """What a line by some dimensions is."""
        depth = self._depth(by)
        if depth == 0:
            return Level.TOTAL
        return Level.ROW if depth == len(self.dimensions) else Level.SUBTOTAL

    def above(self, place: Place) -> list[Place]:
        """The lines under which a line is summed up."""
        by, keys = place
        depth = self._depth(by)
        return [(self.by(upper), (*keys[:upper], *keys[depth:])) for upper in range(depth)]

    def order(self, words: Words, place: Place) -> list[tuple[bool, tuple[bool, int, str]]]:
        """Where a line stands: a 小计 after what it sums up, 合计 at the end."""
        by, keys = place
        depth = self._depth(by)
        told = [(False, words.order(d, key)) for d, key in zip(by[:depth], keys, strict=False)]
        below = [(True, _LAST)] * (len(self.dimensions) - depth)
        return told + below + [(False, words.order(d, key)) for d, key in zip(by[depth:], keys[depth:], strict=True)]

    def _depth(self, by: tuple[Dimension, ...]) -> int:
        return len(by) if self.apart is None or self.apart not in by else len(by) - 1


_LAST = (True, 0, "")


def level_of(
    ledger: Ledger, words: Words, chapter: Chapter, cut: Cut, by: Sequence[Dimension]
) -> Mapping[Place, Values]:
    """The lines of one level; without a dimension, the one total."""
    told = tally(ledger, words, chapter, cut, by)
    if not told.by:
        return {((), ()): told.total}
    return {(told.by, row.keys): row.values for row in told.rows}


def nothing_of(columns: Iterable[Indicator]) -> Values:
    """The values of a line on which nothing is counted."""
    zero = Decimal(0)
    return {column.code: zero if column.denominator is None else Rate(zero, zero) for column in columns}


def counts_anything(values: Values) -> bool:
    """Whether anything at all is counted on a line."""
    return any(v.numerator or v.denominator if isinstance(v, Rate) else v for v in values.values())
