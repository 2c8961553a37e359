"""Reconciliation (报表对账): a published figure beside the one that the ledger gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.counting.words import Words
from gridapp.domain.period import Period

AGREES = "相符"
DIFFERS = "不符"

POINTS = "个百分点"
"""What the difference of two rates is told in (domain.md §7.3); never in %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """A figure that a town has reported (上报数), kept beside the one that is recomputed.

    `at_least` marks “余” and “多”: the true number is not smaller. `where` holds words as people write them. Of a rate
    `reported` is the percentage as it was published, which need not be what its own parts come to (domain.md §5.3).
    `reported_at` is the moment at which it was reported, if that is known, `reported_by` who did; `registered_at` when
    the figure was put on file here.
    """

    id: str
    town: str
    indicator: str
    where: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    period: Period
    reported: Decimal
    at_least: bool
    unit: str
    title: str
    source: str
    sentence: str
    reported_at: datetime | None = None
    reported_by: str | None = None
    registered_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published figure, what the ledger gives for it, and how far apart they are."""

    published: PublishedFigure
    recomputed: Value
    difference: Decimal

    @property
    def difference_unit(self) -> str:
        """What the difference is told in: two rates differ by 百分点."""
        return POINTS if isinstance(self.recomputed, Rate) else self.published.unit

    @property
    def reported_in_words(self) -> str:
        """The published value as it was published: “余” and “多” become ≥."""
        percent = "%" if isinstance(self.recomputed, Rate) else ""
        return ("≥ " if self.published.at_least else "") + spoken(self.published.reported) + percent

    @property
    def difference_in_words(self) -> str:
        """The difference with its sign, that of two rates with its unit."""
        sign = "+" if self.difference > 0 else ""
        points = POINTS if isinstance(self.recomputed, Rate) and self.difference else ""
        return f"{sign}{spoken(self.difference)}{points}"

    @property
    def agrees(self) -> bool:
        """Equal, or not smaller where the report said 余 or 多."""
        return self.difference == 0 or (self.published.at_least and self.difference > 0)

    @property
    def verdict(self) -> str:
        """相符 or 不符."""
        return AGREES if self.agrees else DIFFERS


def cut_of(published: PublishedFigure, words: Words) -> Cut:
    """What a published figure was asked of; its words are the office's, the ledger's keys come out."""
    town = words.keys(Dimension.TOWN, published.town, None)[0]
    where = {
        dimension: tuple(key for word in asked for key in words.keys(dimension, word, town))
        for dimension, asked in published.where.items()
    }
    return Cut(published.period, town, where)


def reconcile(ledger: Ledger, words: Words, published: PublishedFigure) -> Reconciled:
    """Recomputes a published figure; a rate is compared in percent, to the hundredth, and both values are kept."""
    value = figure(ledger, indicator_named(published.indicator), cut_of(published, words))
    amount = value.percent if isinstance(value, Rate) else value
    difference = (amount or Decimal(0)) - published.reported
    return Reconciled(published, value, difference)
