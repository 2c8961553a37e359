"""What is asked of the ledger (统计范围): a period, a town, a choice of words, and the moment it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month, Period

Key = str | None
"""A word of a dimension as it was posted; nothing where it was not filled in (未填)."""

Where = Mapping[Dimension, tuple[Key, ...]]
"""For each dimension the words that are asked for."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of the ledger that a table or a cell is about.

    With `as_of` only postings made up to then count: the table as it stood at that moment. `cutoff` is the end
    of the table that a cell belongs to, by which the cases of a cohort, or those whose limit fell, must have ended.
    """

    period: Period
    town: str | None = None
    where: Where = field(default_factory=dict)
    as_of: datetime | None = None
    table_end: date | None = None

    @property
    def cutoff(self) -> date:
        """The day before whose start the ends of a cohort, and of what fell, count (exclusive)."""
        return self.table_end or self.period.end

    @property
    def months(self) -> tuple[str, ...]:
        """The words of the months that the period touches, in their order."""
        return _months(self.period)

    def narrowed(self, by: tuple[Dimension, ...], keys: tuple[Key, ...]) -> "Cut":
        """The cut of one cell: the row's words, and the row's month out of the period."""
        where = dict(self.where)
        period = self.period
        for dimension, key in zip(by, keys, strict=True):
            if dimension is Dimension.MONTH and key is not None:
                period = period.clipped(Month.written(key))
            else:
                where[dimension] = (key,)
        return replace(self, period=period, where=where, table_end=self.cutoff)


@lru_cache(maxsize=100)
def _months(period: Period) -> tuple[str, ...]:
    return tuple(map(str, period.months()))
