"""The money settled for the removal of major hazards (治理资金; domain.md §7.5 T6), in 元."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.posting import Dimensions, Posting
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of
from gridapp.domain.security import MONEY


def funds_postings(hazard: Hazard, dimensions: Dimensions) -> Iterator[Posting]:
    """Each sum on the day on which it was settled; one that takes the place of another counts for the difference."""
    held = Decimal(0)
    for security in hazard.securities:
        if security.word == MONEY:
            amount = security.amount or Decimal(0)
            yield Posting("hazard.major_funds", day_of(security.at), amount - held, dimensions)
            held = amount
