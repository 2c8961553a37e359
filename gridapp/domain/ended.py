"""Where a case stands that has just ended (办结后的状态): each kind has a word of its own."""

from gridapp.domain.dispute import Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.petition import standing_by
from gridapp.domain.status import Status


def ended(kind: Kind, outcome: str | None) -> Status:
    """已销号 of a hazard; for a dispute where its outcome (调解结果) has brought it, for a petition its disposition."""
    if kind is Kind.HAZARD:
        return Status.STRUCK_OFF
    if kind is Kind.PETITION:
        return standing_by(outcome, closed=True)
    return Outcome(outcome).status if kind is Kind.DISPUTE and outcome else Status.CLOSED
