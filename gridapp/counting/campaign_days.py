"""What was done in a drive day by day (专项行动日报): what its records count for, each in its own unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, Indicator, catalogue, indicator_named
from gridapp.counting.ledger import Ledger, Span
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.campaign import Campaign
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period

TOLD = (
    "inspection.visits",
    "inspection.places",
    "hazard.found",
    "hazard.removed",
    "notice.issued",
    "enforcement.sealed",
    "enforcement.detained",
    "event.reported",
    "patrol.times",
    "worklog.quantity",
)
"""The indicators of which a drive's day tells."""


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One figure of a drive: its whole value, and what each day adds to it.

    Different places (家) of several days do not add up, so a distinct figure has no days.
    """

    indicator: Indicator
    cut: Cut
    name: str
    total: Value
    by_day: Mapping[date, Decimal]

    def on(self, day: date) -> Cut:
        """The part of the ledger behind the cell of a day."""
        return replace(self.cut, period=Period(day, day + timedelta(days=1)))


def days_of(ledger: Ledger, campaign: Campaign, period: Period, as_of: datetime | None = None) -> Sequence[DayColumn]:
    """The figures of a drive in a period in which anything was done, each counting unit apart; asks the database.

    With `as_of` only what was on the books by then counts.
    """
    where = {Dimension.CAMPAIGN: (campaign.name,)}
    return [
        column
        for code in TOLD
        for cut, name in _parts(ledger, indicator_named(code), Cut(period, campaign.town, where, as_of))
        if (column := _column(ledger, indicator_named(code), cut, name)).total
    ]


def _parts(ledger: Ledger, indicator: Indicator, cut: Cut) -> Iterator[tuple[Cut, str]]:
    """The cuts that must stay apart: one for each unit, of the work log for each item of work too."""
    apart = catalogue()[indicator.kind].apart
    if apart is None:
        yield cut, indicator.name
        return
    by = (Dimension.CATEGORY, apart) if indicator.kind is Kind.WORKLOG else (apart,)
    [found] = ledger.sums([Span(indicator.reading.measures, cut.period.start, cut.period.end, by)], cut)
    for keys in sorted({keys for amounts in found.values() for keys in amounts}, key=str):
        named = dict(zip(by, keys, strict=True))
        words = [named[Dimension.CATEGORY] or ""] if Dimension.CATEGORY in named else [indicator.name]
        where = {**cut.where, **{dimension: (key,) for dimension, key in named.items()}}
        yield replace(cut, where=where), f"{words[0]}（{named[apart] or '未填'}）"


def _column(ledger: Ledger, indicator: Indicator, cut: Cut, name: str) -> DayColumn:
    by_day: defaultdict[date, Decimal] = defaultdict(Decimal)
    if indicator.reading.aggregate is Aggregate.FLOW:
        for counted in ledger.entries(indicator.reading, cut):
            by_day[counted.day] += counted.quantity
    return DayColumn(indicator, cut, name, figure(ledger, indicator, cut), dict(by_day))
