"""A case that a leader has made his own (领导包案; domain.md §4.4): petitions and disputes alike."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A leader's charge from its taking (受领) until it is struck off (销案), with his plan (化解方案)."""

    leader: str
    unit: str
    person: str
    taken_at: datetime
    plan: str
    due_at: datetime
    ended_at: datetime | None = None
    result: str | None = None


def charge_in_force(charges: tuple[Charge, ...]) -> Charge | None:
    """The charge that is not ended yet."""
    return next((charge for charge in charges if charge.ended_at is None), None)
