"""Where a case stands that has just ended (办结后的状态): each kind has a word of its own."""

from gridapp.domain.dispute import Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status


def ended(kind: Kind, outcome: str | None) -> Status:
    """已销号 of a hazard, for a dispute where its outcome (调解结果) has brought it, else 已办结."""
    if kind is Kind.HAZARD:
        return Status.STRUCK_OFF
    return Outcome(outcome).status if kind is Kind.DISPUTE and outcome else Status.CLOSED
