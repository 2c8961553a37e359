"""The figures of disputes that a mediator's work must move."""

from collections.abc import Mapping
from decimal import Decimal

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.offices import TOWN

NAMES = ("found", "handled", "succeeded", "failed", "withdrawn", "transferred")


def tally(office: Office) -> Mapping[str, Decimal]:
    """The figures of the year."""
    cut = Cut(period_named("2018"), TOWN)
    told = {name: figure(office.ledger, indicator_named(f"dispute.{name}"), cut) for name in NAMES}
    return {name: value for name, value in told.items() if isinstance(value, Decimal)}


def risen(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> Mapping[str, int]:
    """By how much each figure has risen; those that have not are left out."""
    return {name: int(after[name] - before[name]) for name in NAMES if after[name] != before[name]}
