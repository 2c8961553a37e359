"""What a move changes of a dispute (办理结果): its course, agreement and terms, and its risk."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.charge import CHARGE_EFFECTS
from gridapp.cases.dispute.confirmation import confirmable
from gridapp.cases.dispute.effects_on_confirmation import COURT_EFFECTS
from gridapp.cases.dispute.effects_on_sessions import SESSION_EFFECTS, called_off, with_told_revisit
from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.case import Closing
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome, Risk
from gridapp.domain.mediation import Harm, Prevention, Term
from gridapp.domain.mediation_limit import MediationStage, mediation_due
from gridapp.domain.move import Move
from gridapp.domain.status import MEDIATED, Status


def step_limit(dispute: Dispute, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step of a dispute: to be received, to be filed; nothing for another."""
    if dispute.status is Status.REPORTED:
        return mediation_due(MediationStage.ACCEPT, since, deadlines)
    if dispute.status in MEDIATED and dispute.status is not Status.PERFORMING:
        return mediation_due(MediationStage.ARCHIVE, since, deadlines)
    return None


def _accept(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    return {
        "accepted_at": at,
        "due_at": dispute.due_at or mediation_due(MediationStage.MEDIATE, at, deadlines),
        "unit": order.unit.strip(),
        "handler": order.handler.strip(),
        "co_mediators": order.mediators or dispute.co_mediators,
        "informed": order.informed,
    }


def _hand_over(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    """The next committee starts from the beginning; what was planned falls away, the limit goes on."""
    return {
        "mode": Mode(order.mode),
        "unit": order.unit.strip(),
        "committee": order.committee or None,
        "handler": order.handler.strip() or None,
        "co_mediators": order.mediators,
        "sessions": called_off(dispute, at, f"移交{order.unit.strip()}"),
    }


def _extend(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"due_at": order.until}


def _agree(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    agreement = len(dispute.closings) + 1
    effective_at = order.effective_at or at
    terms = [replace(term, agreement=agreement, performed_at=None, receipt=None) for term in order.terms]
    if order.at_once:
        terms = [replace(term, performed_at=at, receipt=order.evidence.strip() or "当场履行") for term in terms]
    written = order.form == AgreementForm.WRITTEN
    ended = _ended(dispute, order, at, Outcome.SUCCEEDED, order.result.strip())
    closing = replace(
        ended["closings"][-1],
        form=order.form,
        number=order.number.strip() or None,
        effective_at=effective_at,
        evidence=order.evidence.strip() or None,
    )
    may_apply = written and confirmable(dispute)
    return {
        **ended,
        "closings": (*dispute.closings, closing),
        "terms": (*dispute.terms, *terms),
        "status": _after_agreeing(terms, at_once=order.at_once),
        "revisit_due_at": mediation_due(MediationStage.REVISIT, at, deadlines),
        "confirm_due_at": mediation_due(MediationStage.APPLY, effective_at, deadlines) if may_apply else None,
    }


def _after_agreeing(terms: list[Term], *, at_once: bool) -> Status:
    if at_once:
        return Status.PERFORMED
    return Status.PERFORMING if terms else Status.AGREED


def _fail(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(dispute, order, at, Outcome.FAILED, f"{order.ground}；{order.result.strip()}")


def _withdraw(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(dispute, order, at, Outcome.WITHDRAWN, order.reason.strip())


def _transfer(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(dispute, order, at, Outcome.TRANSFERRED, f"转送{order.unit.strip()}：{order.reason.strip()}")


def _ended(dispute: Dispute, order: Order, at: datetime, outcome: Outcome, result: str) -> dict[str, Any]:
    closing = Closing(closed_at=at, due_at=dispute.due_at, outcome=outcome, form=AgreementForm.NONE, result=result)
    return {"closings": (*dispute.closings, closing), "sessions": called_off(dispute, at, order.move.value)}


def _reopen(dispute: Dispute, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """The earlier end stays on record; a month begins anew unless another limit is set."""
    last = replace(dispute.closings[-1], reopened_at=at, reopen_reason=order.reason.strip())
    return {
        "closings": (*dispute.closings[:-1], last),
        "due_at": order.until or mediation_due(MediationStage.MEDIATE, at, deadlines),
        "sessions": with_told_revisit(dispute),
        "revisited_at": None,
        "revisit_due_at": None,
        "satisfaction": None,
        "confirm_due_at": None,
    }


def _perform(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    open_terms = dispute.open_terms
    chosen = open_terms if order.term is None else (dispute.terms[order.term - 1],)
    done = {id(term) for term in chosen}
    terms = tuple(
        replace(term, performed_at=at, receipt=order.evidence.strip() or "见附件") if id(term) in done else term
        for term in dispute.terms
    )
    left = any(id(term) not in done for term in open_terms)
    return {"terms": terms, "status": Status.PERFORMING if left else Status.PERFORMED}


def _archive(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    """Nothing is awaited any more of what is filed away."""
    return {"confirm_due_at": None, "revisit_due_at": None}


def _assess(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    """A risk that has risen to high again must be reported again."""
    risk = Risk(order.risk)
    rises = risk is Risk.HIGH and dispute.risk is not Risk.HIGH
    return {"risk": risk, "risk_reported_at": None if rises else dispute.risk_reported_at}


def _report(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"risk_reported_at": at}


def _prevent(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    prevented = Prevention(harm=Harm(order.harm), people=order.people or 0, at=at)
    return {"preventions": (*dispute.preventions, prevented)}


EFFECTS: Mapping[Move, Effect[Dispute]] = {
    **SESSION_EFFECTS,
    **COURT_EFFECTS,
    **CHARGE_EFFECTS,
    Move.ACCEPT: _accept,
    Move.HAND_OVER: _hand_over,
    Move.EXTEND: _extend,
    Move.AGREE: _agree,
    Move.FAIL: _fail,
    Move.WITHDRAW: _withdraw,
    Move.TRANSFER: _transfer,
    Move.PERFORM: _perform,
    Move.ARCHIVE: _archive,
    Move.REOPEN: _reopen,
    Move.ASSESS_RISK: _assess,
    Move.REPORT_POLICE: _report,
    Move.RECORD_PREVENTION: _prevent,
}
