"""The rules by which grid workers are assessed (网格员考核办法; domain.md §6): data with a first month of validity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gridapp.domain.period import Month


class Formula(StrEnum):
    """How an item's points come from its figure; the value is the word of the data."""

    TARGET = "target"
    """So much of a monthly target (月基数), never more than all."""
    RATE = "rate"
    """The rate itself."""
    VISITS = "visits"
    """As a target, but never more than the share of key persons who were visited (应走访对象)."""
    DAYS = "days"
    """Days of the working days in service."""
    FAULTS = "faults"
    """The whole weight, less so much for each fault; never below nothing."""
    DEDUCTION = "deduction"
    """Less so much each time (扣分)."""
    BONUS = "bonus"
    """More so much each time (加分), all together up to the limit of the rules."""


WEIGHTED = frozenset(Formula) - {Formula.DEDUCTION, Formula.BONUS}
"""The formulas of items with a weight; the others only take and give."""


class Empty(StrEnum):
    """What an item is worth where there is nothing to judge it by: a rate of nothing, a task that nobody set."""

    FULL = "full"
    NOTHING = "zero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item (考核项目).

    `weight` are the points that can be had, `each` those of a single fault, deduction or bonus; `indicator` is the
    figure that it is judged by, nothing where it is only entered by hand (人工登记). `targets` are those of a whole
    month by role. `cover` are the classes of key persons all of whom are to be visited. `rule` says it in one sentence.
    """

    code: str
    name: str
    formula: Formula
    rule: str
    weight: Decimal = Decimal(0)
    each: Decimal = Decimal(0)
    indicator: str | None = None
    targets: Mapping[str, Decimal]
    cover: tuple[str, ...] = ()
    empty: Empty = Empty.FULL

    @property
    def by_hand(self) -> bool:
        """Whether it can be entered by hand (扣分、加分登记)."""
        return self.formula not in WEIGHTED


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """A set of rules: the roles it assesses, the one that counts where a person has several first, and its items."""

    name: str
    roles: tuple[str, ...]
    items: tuple[Item, ...]
    bonus_limit: Decimal

    def item(self, code: str) -> Item | None:
        """An item by its code."""
        return next((item for item in self.items if item.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """An office's own rules (本单位考核办法) as they were kept, in the form of the data, from a month on."""

    town: str
    effective: Month
    text: str


def in_force(kept: Sequence[OwnRules], month: Month) -> OwnRules | None:
    """The rules of an office's own that hold in a month, the last kept of those that begin latest; nothing if none."""
    begun = [rules for rules in kept if rules.effective <= month]
    latest = max((rules.effective for rules in begun), default=None)
    return next((rules for rules in reversed(begun) if rules.effective == latest), None)
