"""Historical totals (补录汇总数): what older reports counted, of which there are no records here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalTotal:
    """A month's total that was copied from an older report, by whom and when; it is never posted and never summed.

    `town` is the code of the area, `where` holds words as people write them. `n` is its number once it is on file.
    `taken_back_at` is when it was taken back, for `taken_back_reason`.
    """

    town: str
    month: Month
    indicator: str
    value: Decimal
    source: str
    where: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    n: int | None = None
    person: str = ""
    at: datetime | None = None
    taken_back_at: datetime | None = None
    taken_back_by: str | None = None
    taken_back_reason: str | None = None

    @property
    def cell(self) -> tuple[str, Month, str, frozenset[tuple[Dimension, tuple[str, ...]]]]:
        """What it is the total of: two with the same cell contradict or double one another."""
        return self.town, self.month, self.indicator, frozenset(self.where.items())
