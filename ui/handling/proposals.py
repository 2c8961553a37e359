"""What a move's dialog starts with (预填): what the case knows already, so that nobody writes it twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.taken import with_feedback
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, Move
from ui.handling.dispute_proposals import of_dispute
from ui.handling.filled import Filled
from ui.handling.hazard_proposals import of_hazard
from ui.handling.petition_proposals import of_petition

PROPOSALS: Mapping[Kind, Callable[[Any, Move, datetime, Deadlines], Filled]] = {
    Kind.DISPUTE: of_dispute,
    Kind.PETITION: of_petition,
    Kind.HAZARD: of_hazard,
}
"""What each kind knows of its own moves."""


@dataclass(frozen=True, slots=True)
class People:
    """Whom, which units of a town, and which former places of meetings a dialog offers."""

    staff: Sequence[str] = ()
    units: Sequence[str] = ()
    places: Sequence[str] = ()


def proposal(case: Case, move: Move, now: datetime, deadlines: Deadlines) -> Mapping[str, Any]:
    """What stands in the fields of a move's dialog before anybody has written anything."""
    filled: dict[str, Any] = {"at": case.last_moment if case.last_moment > now else None}
    if case.kind in PROPOSALS:
        filled |= PROPOSALS[case.kind](case, move, now, deadlines)
    if move is Move.CLOSE:
        told = with_feedback(case, Order(move=move))
        filled |= {"result": told.result, "evidence": told.evidence}
    if move in (Move.ASSIGN, Move.SIGN):
        filled |= {"unit": case.unit or "", "handler": case.handler or ""}
    if move in (Move.SUPERVISE, Move.NAME_CHIEF):
        filled["chief"] = case.chief or ""
    ask = next((ask for ask, answers in ANSWERS.items() if move in answers), None)
    asked = case.asked(ask) if ask else None
    if asked is not None:
        filled |= {"days": asked.days, "until": asked.until, "unit": asked.unit or ""}
    return filled
