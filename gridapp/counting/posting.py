"""Postings (计数分录): what one case contributes to which measure, on which day, under which dimensions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from typing_extensions import override

ONE = Decimal(1)


class Dimension(StrEnum):
    """What a posting is told apart by; the values are the DIM words of the commands (interface.md)."""

    TOWN = "town"
    MONTH = "month"
    PLATFORM = "platform"
    MAJOR = "major"
    CATEGORY = "category"
    VILLAGE = "village"
    GRID = "grid"
    STAFF = "staff"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    LEVEL = "level"
    PLACE_TYPE = "place_type"
    CAMPAIGN = "campaign"
    MODE = "mode"
    UNIT = "unit"
    MEDIATION_TYPE = "mediation_type"
    MONTHLY_TYPE = "monthly_type"
    CAMPAIGN_COLUMN = "campaign_column"
    COMMITTEE = "committee"
    FORM = "form"
    BAND = "band"
    ORIGIN = "origin"
    PURPOSE = "purpose"
    OCCASION = "occasion"
    BODY = "body"


POSTED = tuple(dimension for dimension in Dimension if dimension is not Dimension.MONTH)
"""The dimensions that a posting carries; the month is that of its day."""


class Dimensions(NamedTuple):
    """The words under which a posting was made; they are kept with it, so renaming cannot rewrite the past.

    In the order of `POSTED`.
    """

    town: str
    platform: str | None = None
    major: str | None = None
    category: str | None = None
    village: str | None = None
    grid: str | None = None
    staff: str | None = None
    channel: str | None = None
    outcome: str | None = None
    level: str | None = None
    place_type: str | None = None
    campaign: str | None = None
    mode: str | None = None
    unit: str | None = None
    mediation_type: str | None = None
    monthly_type: str | None = None
    campaign_column: str | None = None
    committee: str | None = None
    form: str | None = None
    band: str | None = None
    origin: str | None = None
    purpose: str | None = None
    occasion: str | None = None
    body: str | None = None


class Posting(NamedTuple):
    """One entry: `quantity` of `measure` on `day`.

    `subject` names what a distinct count counts (the place of an inspection), where there is such a thing.
    """

    measure: str
    day: date
    quantity: Decimal
    dimensions: Dimensions
    subject: str | None = None

    @override
    def __hash__(self) -> int:
        # A case's postings share their dimensions, which would take longer than all else.
        return hash((self.measure, self.day, self.subject))

    @property
    def account(self) -> "Account":
        """Everything but the quantity: a case holds at most one posting of each account."""
        return Account(self.measure, self.day, self.dimensions, self.subject)


class Account(NamedTuple):
    """What a quantity is booked on (记账科目): measure, day, dimensions and subject."""

    measure: str
    day: date
    dimensions: Dimensions
    subject: str | None = None

    def of(self, quantity: Decimal) -> Posting:
        """A posting of a quantity on this account."""
        return Posting(self.measure, self.day, quantity, self.dimensions, self.subject)


class Entry(NamedTuple):
    """A line to be written: a new entry, or the reversal (红字) of one that no longer holds."""

    posting: Posting
    reversal: bool


def balanced(postings: Iterable[Posting]) -> frozenset[Posting]:
    """The postings with quantities on the same account added up, and those that come to nothing left out."""
    postings = list(postings)
    if len({(one.measure, one.day, one.subject) for one in postings}) == len(postings):
        # Most often each stands on an account of its own, which need not be looked at any closer.
        return frozenset([one for one in postings if one.quantity])
    sums: defaultdict[Account, Decimal] = defaultdict(Decimal)
    for posting in postings:
        sums[posting.account] += posting.quantity
    return frozenset(account.of(quantity) for account, quantity in sums.items() if quantity)


def difference(held: frozenset[Posting], wanted: frozenset[Posting]) -> list[Entry]:
    """What must be written so that a ledger which holds `held` for a case holds `wanted`.

    Nothing is changed in place: what no longer holds is reversed, what is new is entered.
    """
    if not held:
        return [Entry(posting, reversal=False) for posting in sorted(wanted, key=_order)]
    gone = sorted(held - wanted, key=_order)
    new = sorted(wanted - held, key=_order)
    reversals = [Entry(posting.account.of(-posting.quantity), reversal=True) for posting in gone]
    return reversals + [Entry(posting, reversal=False) for posting in new]


def _order(posting: Posting) -> tuple[date, str, str]:
    return posting.day, posting.measure, posting.subject or ""
