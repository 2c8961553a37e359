"""What a move changes of a dispute's judicial confirmation (司法确认)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from gridapp.cases.dispute.confirmation import may_apply_until
from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Confirmation, CourtReception, CourtRuling
from gridapp.domain.mediation_limit import MediationStage, mediation_due
from gridapp.domain.move import Move


def _apply(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    asked = Confirmation(agreement=len(dispute.closings), court=order.unit.strip(), applied_at=at)
    return {
        "confirmations": (*dispute.confirmations, asked),
        "confirm_due_at": mediation_due(MediationStage.RECEIVE, at, deadlines),
    }


def _receives(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    reception = CourtReception(order.reception)
    *earlier, last = dispute.confirmations
    rules_by = mediation_due(MediationStage.RULE, at, deadlines)
    return {
        "confirmations": (*earlier, replace(last, reception=reception, received_at=at)),
        "confirm_due_at": rules_by if reception is CourtReception.ACCEPTED else _again(dispute, at, deadlines),
    }


def _again(dispute: Dispute, at: datetime, deadlines: Deadlines) -> datetime | None:
    """Until when the parties may still apply once more, if they may."""
    due_at = may_apply_until(dispute, deadlines)
    return due_at if due_at is not None and at < due_at else None


def _court_extends(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """Ten more days, counted from the end of the first fifteen."""
    due_at = dispute.confirm_due_at
    if due_at is None:
        return {}
    return {"confirm_due_at": mediation_due(MediationStage.RULE_EXTENDED, due_at - timedelta(seconds=1), deadlines)}


def _rules(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    ruling = CourtRuling(order.ruling)
    *earlier, last = dispute.confirmations
    ruled = replace(last, ruling=ruling, ruled_at=at, document=order.number.strip() or None)
    settled = ruling is CourtRuling.VALID
    return {
        "confirmations": (*earlier, ruled),
        "confirm_due_at": None if settled else _again(dispute, at, deadlines),
    }


COURT_EFFECTS: Mapping[Move, Effect[Dispute]] = {
    Move.APPLY_CONFIRMATION: _apply,
    Move.COURT_RECEIVES: _receives,
    Move.COURT_EXTENDS: _court_extends,
    Move.COURT_RULES: _rules,
}
