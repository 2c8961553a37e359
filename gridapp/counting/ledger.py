"""The posting ledger (计数分类账) as the tables see it: sums, or the cases behind them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Reading
from gridapp.counting.posting import Dimension, Dimensions
from gridapp.domain.period import Month

Amounts = Mapping[tuple[Key, ...], Decimal]
"""Amounts by their words."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A case behind a figure: its first day in it and what it contributes, net."""

    case_id: UUID
    day: date
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Changed:
    """A case that counts otherwise than it did (计入变化): what it contributed to a figure before and now, net."""

    case_id: UUID
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """By how much it changed the figure."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """One line of the ledger as it was made (分录): a case's quantity under its words, on the day of the tables.

    `corrects` names the closed month of a 更正.
    """

    case_id: UUID
    measure: str
    day: date
    quantity: Decimal
    dimensions: Dimensions
    made_at: datetime
    corrects: Month | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Measures to be added up (合计范围): their postings from `start` (or ever) up to `end`, by words."""

    measures: Collection[str]
    start: date | None
    end: date
    by: tuple[Dimension, ...] = ()


class Ledger(Protocol):
    """The posting ledger, asked in sums or in the cases behind them; both come from the same select."""

    def sums(self, spans: Sequence[Span], cut: Cut) -> Sequence[Mapping[str, Amounts]]:
        """For each span the sum of each of its measures, all of them as the ledger stands at one moment."""

    def distinct(self, reading: Reading, by: Sequence[tuple[Dimension, ...]], cut: Cut) -> Sequence[Amounts]:
        """The number of different subjects of which something is left in the cut's period, by words of each sort."""

    def cohort(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Amounts:
        """What is new, or falls, in the period of cases that have come to their end by the cut-off."""

    def entries(self, reading: Reading, cut: Cut, most: int | None = None) -> Sequence[Counted]:
        """The cases behind an amount, oldest first, or the first so many; the quantities of all add up to it."""

    def entries_of(self, reading: Reading, cut: Cut, cases: Collection[UUID]) -> Sequence[Counted]:
        """Those of some cases that stand behind an amount which is no count of different subjects."""

    def changes(self, reading: Reading, cut: Cut, since: datetime) -> Sequence[Changed]:
        """The cases that were counted otherwise up to a moment; their differences add up to that of the amount.

        Of a distinct count the case is named that first had the subject; one that merely took its place is not.
        """

    def lines(self, cases: Collection[UUID], measures: Collection[str]) -> Sequence[Booked]:
        """Every line that was ever made for some cases under some measures, in the order of their making."""
