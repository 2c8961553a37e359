"""What a move changes of a petition (办理结果): what was decided, and its three ends."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.charge import CHARGE_EFFECTS
from gridapp.cases.effects import closed
from gridapp.cases.order import Order
from gridapp.cases.petition.effects_on_replies import REPLY_EFFECTS
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.case import Closing
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Disposition, Petition
from gridapp.domain.petition_limit import PetitionStage, legal_due, petition_due
from gridapp.domain.status import ANSWERED, Status


def step_limit(petition: Petition, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step: to decide and inform, to serve, to review, to be filed; nothing for another."""
    stage = _WAITED_FOR.get(petition.status)
    return petition_due(stage, day_of(petition.reported_at), since, deadlines) if stage else None


def handling_limit(petition: Petition, at: datetime, deadlines: Deadlines) -> datetime | None:
    """Until when it is to be handled if it is taken up at `at`, unless it was taken up before (办理期限)."""
    registered, begun = day_of(petition.reported_at), petition.accepted_at or at
    return petition.due_at or petition_due(PetitionStage.HANDLE, registered, begun, deadlines)


_WAITED_FOR: Mapping[Status, PetitionStage] = {
    **dict.fromkeys(ANSWERED, PetitionStage.ARCHIVE),
    Status.REPORTED: PetitionStage.DECIDE,
    Status.REOPENED: PetitionStage.DECIDE,
    Status.REPLIED: PetitionStage.SERVE,
    Status.REVIEWING: PetitionStage.REVIEW,
    Status.FINALLY_REVIEWING: PetitionStage.FINAL_REVIEW,
}


def _accept(petition: Petition, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """What a unit has handed back (单位异议退回) was taken up when it was assigned; its time runs from then on."""
    registered, begun = day_of(petition.reported_at), petition.accepted_at or at
    return {
        "accepted_at": begun,
        "disposition": Disposition.ACCEPTED,
        "informed_at": at,
        "unit": order.unit.strip(),
        "handler": order.handler.strip(),
        "due_at": petition_due(PetitionStage.HANDLE, registered, begun, deadlines),
        "legal_due_at": legal_due(PetitionStage.HANDLE, registered, begun, deadlines),
    }


def _assign(petition: Petition, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """Another unit reports its result by the day set, which puts off no limit; the law's own goes on beside it."""
    limit = handling_limit(petition, at, deadlines)
    until = order.until
    return {
        "accepted_at": petition.accepted_at or at,
        "disposition": Disposition.ASSIGNED,
        "informed_at": petition.informed_at or at,
        "unit": order.unit.strip(),
        "handler": order.handler.strip() or None,
        "due_at": min(until, limit) if until and limit else until,
        "legal_due_at": petition.legal_due_at
        or legal_due(PetitionStage.HANDLE, day_of(petition.reported_at), at, deadlines),
    }


def _answer(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(petition, order, at, Disposition.ANSWERED, order.result.strip())


def _transfer(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(petition, order, at, Disposition.FORWARDED, f"转送{order.unit.strip()}：{order.reason.strip()}")


def _guide(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(petition, order, at, Disposition.GUIDED, f"引导至{order.unit.strip()}：{order.reason.strip()}")


def _reject(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(petition, order, at, Disposition.NOT_ACCEPTED, order.reason.strip())


def _no_longer(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _ended(petition, order, at, Disposition.NO_LONGER_ACCEPTED, order.ground)


def _ended(petition: Petition, order: Order, at: datetime, disposition: Disposition, result: str) -> Fields:
    """Answered or sent on without being handled here: that, and the telling, is its 办结."""
    closing = Closing(
        closed_at=at,
        due_at=petition.due_at,
        outcome=disposition,
        result=result,
        evidence=order.evidence.strip() or None,
    )
    return {"disposition": disposition, "informed_at": at, "closings": (*petition.closings, closing)}


def _object(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    """The unit is not the right one: what to do is decided anew."""
    return {"unit": None, "handler": None, "disposition": None, "due_at": None}


def _extend(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    """A limit put off beyond that of the law is an extension under the law too."""
    legal = petition.legal_due_at
    later = legal is not None and order.until is not None and order.until > legal
    return {"due_at": order.until, "legal_due_at": order.until if later else legal}


def _close(petition: Petition, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    closings = closed(petition, order, at, deadlines)["closings"]
    return {"closings": (*closings[:-1], replace(closings[-1], outcome=petition.disposition))}


def _evaluate(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"unit_satisfaction": order.satisfaction, "office_satisfaction": order.office_satisfaction}


def _settle(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"closings": (*petition.closings[:-1], replace(petition.closings[-1], settled_at=at))}


def _conclude(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"closings": (*petition.closings[:-1], replace(petition.closings[-1], concluded_at=at))}


def _reopen(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    """The earlier ends stay on record, with what a ledger told was decided; all the rest begins anew."""
    ended = petition.closings[-1]
    decided = ended.outcome or petition.disposition
    last = replace(ended, outcome=decided, reopened_at=at, reopen_reason=order.reason.strip())
    return {
        "closings": (*petition.closings[:-1], last),
        "disposition": None,
        "accepted_at": None,
        "informed_at": None,
        "due_at": None,
        "legal_due_at": None,
        "unit_satisfaction": None,
        "office_satisfaction": None,
    }


def _instruct(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    """A leader's word upon it does not make him answer for it."""
    return {"chief": petition.chief}


def _enter_backlog(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"backlog_entered_at": at}


def _resolve_backlog(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"backlog_resolved_at": at}


EFFECTS: Mapping[Move, Effect[Any]] = {
    **CHARGE_EFFECTS,
    **REPLY_EFFECTS,
    Move.ACCEPT: _accept,
    Move.ANSWER: _answer,
    Move.ASSIGN: _assign,
    Move.TRANSFER: _transfer,
    Move.GUIDE: _guide,
    Move.REJECT: _reject,
    Move.NO_LONGER_ACCEPT: _no_longer,
    Move.OBJECT: _object,
    Move.EXTEND_HANDLING: _extend,
    Move.CLOSE: _close,
    Move.EVALUATE: _evaluate,
    Move.SETTLE: _settle,
    Move.CONCLUDE: _conclude,
    Move.REOPEN: _reopen,
    Move.INSTRUCT: _instruct,
    Move.ENTER_BACKLOG: _enter_backlog,
    Move.RESOLVE_BACKLOG: _resolve_backlog,
}
