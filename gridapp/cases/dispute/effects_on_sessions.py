"""What a move changes of a dispute's sessions (约定与会谈): planned, called off, held with a record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import SESSION_MINUTES, Purpose, Session
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move


def _schedule(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    planned = Session(
        purpose=Purpose.MEDIATION,
        planned_at=order.meet_at,
        minutes=order.minutes or SESSION_MINUTES,
        place=order.place.strip(),
        mediators=_mediators(dispute, order),
        present=order.present.strip() or None,
    )
    return {"sessions": (*dispute.sessions, planned)}


def _cancel(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    chosen = order.session or dispute.awaited_session()
    if chosen is None:
        return {}
    gone = replace(dispute.sessions[chosen - 1], cancelled_at=at, reason=order.reason.strip())
    return {"sessions": _with(dispute.sessions, chosen, gone)}


def _mediate(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    chosen = order.session or dispute.awaited_session(by=day_of(at))
    base = Session(purpose=Purpose.MEDIATION) if chosen is None else dispute.sessions[chosen - 1]
    held = replace(_held(base, dispute, order, at), result=order.session_result)
    sessions = (*dispute.sessions, held) if chosen is None else _with(dispute.sessions, chosen, held)
    return {"sessions": sessions}


def _meeting(purpose: Purpose) -> Effect[Dispute]:
    def effect(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
        return {"sessions": (*dispute.sessions, _held(Session(purpose=purpose), dispute, order, at))}

    return effect


def _revisit(dispute: Dispute, order: Order, at: datetime, _: Deadlines) -> Fields:
    held = replace(_held(Session(purpose=Purpose.REVISIT), dispute, order, at), result=order.satisfaction)
    return {
        "sessions": (*with_told_revisit(dispute), held),
        "revisited_at": at,
        "satisfaction": order.satisfaction,
        "revisit_due_at": None,
    }


def called_off(dispute: Dispute, at: datetime, reason: str) -> tuple[Session, ...]:
    """What was planned falls away when the dispute goes elsewhere or ends."""
    return tuple(replace(s, cancelled_at=at, reason=reason) if s.awaited else s for s in dispute.sessions)


def with_told_revisit(dispute: Dispute) -> tuple[Session, ...]:
    """The sessions, with a revisit of which a ledger tells the moment alone: it has happened whatever comes after."""
    held_at = dispute.revisited_at
    if held_at is None or any(session.held_at == held_at for session in dispute.held(Purpose.REVISIT)):
        return dispute.sessions
    return (*dispute.sessions, Session(purpose=Purpose.REVISIT, held_at=held_at, result=dispute.satisfaction))


def _held(base: Session, dispute: Dispute, order: Order, at: datetime) -> Session:
    return replace(
        base,
        held_at=at,
        place=order.place.strip() or base.place,
        mediators=order.mediators or base.mediators or _mediators(dispute, order),
        present=order.present.strip() or base.present,
        record=order.record.strip(),
    )


def _mediators(dispute: Dispute, order: Order) -> tuple[str, ...]:
    lead = (dispute.handler,) if dispute.handler else ()
    return order.mediators or (*lead, *dispute.co_mediators)


def _with(sessions: tuple[Session, ...], number: int, session: Session) -> tuple[Session, ...]:
    return (*sessions[: number - 1], session, *sessions[number:])


SESSION_EFFECTS: Mapping[Move, Effect[Dispute]] = {
    Move.SCHEDULE: _schedule,
    Move.CANCEL_SESSION: _cancel,
    Move.INQUIRE: _meeting(Purpose.INQUIRY),
    Move.MEDIATE: _mediate,
    Move.REVISIT: _revisit,
}
