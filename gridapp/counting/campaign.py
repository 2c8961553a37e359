"""How far a drive has come (专项行动进度): each target asked of the ledger, with the cases behind every number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.ledger import Counted, Ledger
from gridapp.counting.posting import Dimension
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.period import Period

_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done towards a target by a day: the quantity of each day, and the cases that make it up."""

    target: Target
    indicator: Indicator
    by_day: Mapping[date, Decimal]
    cases: Sequence[Counted]

    @property
    def done(self) -> Decimal:
        """The whole quantity, in the indicator's unit."""
        return sum(self.by_day.values(), Decimal(0))

    @property
    def rate(self) -> Rate:
        """What was done of what was set."""
        return Rate(self.done, self.target.quantity)


def measurable(indicator: Indicator) -> bool:
    """Whether a target can be set in an indicator: an amount of records that name the drive they belong to."""
    known = Dimension.CAMPAIGN in catalogue()[indicator.kind].dimensions
    return known and indicator.denominator is None and Dimension.CAMPAIGN not in indicator.lacks


def cut_of(campaign: Campaign, target: Target, until: date) -> Cut:
    """The part of the ledger that a target is about, up to a day (inclusive)."""
    last = min(until, campaign.last_day or _LAST)
    start = min(campaign.first_day or _FIRST, last)
    where: dict[Dimension, tuple[Key, ...]] = {Dimension(name): (word,) for name, word in target.where}
    where[Dimension.CAMPAIGN] = (campaign.name,)
    return Cut(Period(start, last + timedelta(days=1)), campaign.town, where)


def progress_of(ledger: Ledger, campaign: Campaign, until: date) -> Sequence[Progress]:
    """How far each target has come by a day (inclusive); a case counts on the first day on which it does."""
    return [_progress(ledger, campaign, target, until) for target in campaign.targets]


def _progress(ledger: Ledger, campaign: Campaign, target: Target, until: date) -> Progress:
    indicator = indicator_named(target.indicator)
    cases = ledger.entries(indicator.reading, cut_of(campaign, target, until))
    by_day: defaultdict[date, Decimal] = defaultdict(Decimal)
    for counted in cases:
        by_day[counted.day] += counted.quantity
    return Progress(target, indicator, dict(sorted(by_day.items())), cases)
