"""The posting ledger (计数分类账) as the tables see it: sums, or the cases behind them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Reading
from gridapp.counting.posting import Dimension


@dataclass(frozen=True, slots=True)
class Counted:
    """A case behind a figure: its first day in it and what it contributes, net."""

    case_id: UUID
    day: date
    quantity: Decimal


class Ledger(Protocol):
    """The posting ledger, asked in sums or in the cases behind them; both come from the same select."""

    def sums(
        self,
        measures: Collection[str],
        start: date | None,
        end: date,
        by: Sequence[Dimension],
        cut: Cut,
    ) -> Mapping[str, Mapping[tuple[Key, ...], Decimal]]:
        """For each measure the sum of its postings from `start` (or ever) up to `end`, by words."""

    def distinct(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[tuple[Key, ...], Decimal]:
        """The number of different subjects of which something is left in the cut's period."""

    def cohort(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[tuple[Key, ...], Decimal]:
        """What is new in the period of cases that have come to their end by the cut-off."""

    def entries(self, reading: Reading, cut: Cut) -> Sequence[Counted]:
        """The cases behind an amount, oldest first; their quantities add up to it."""
