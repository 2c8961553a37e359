"""What a move changes of an event (办理结果): its limits, its unit, what was done."""

from collections.abc import Mapping
from datetime import datetime

from gridapp.cases.effects import closed, reopened
from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.deadline import Deadlines, Stage
from gridapp.domain.event import Event
from gridapp.domain.limit import extended
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.workdays import CalendarMissing

STAGES = {
    Status.REPORTED: Stage.ACCEPT,
    Status.UNIT_RETURNED: Stage.ACCEPT,
    Status.ASSIGNED: Stage.SIGN,
    Status.FEEDBACK: Stage.VERIFY,
    Status.ESCALATED: Stage.COUNTY,
}
"""The stage (环节) for which an event in a state waits, where that has a limit of its own."""


def step_limit(event: Event, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step of an event (本环节时限); nothing where it has none or its year no calendar."""
    stage = STAGES.get(event.status)
    return _due(event, stage, since, deadlines) if stage else None


def _due(event: Event, stage: Stage, start: datetime, deadlines: Deadlines) -> datetime | None:
    try:
        return deadlines.due(stage, event.category, event.level, start)
    except CalendarMissing:
        return None


def _accept(event: Event, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """The time for handling runs from the acceptance, unless a limit was given with the event."""
    return {"accepted_at": at, "due_at": event.due_at or _due(event, Stage.HANDLE, at, deadlines)}


def _assign(event: Event, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {
        "unit": order.unit.strip(),
        "handler": order.handler.strip() or None,
        "due_at": order.until or event.due_at,
    }


def _sign(event: Event, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"handler": order.handler.strip() or event.handler}


def _give_back(event: Event, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"unit": None, "handler": None}


def _feed_back(event: Event, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"quantities": (*event.quantities, *order.quantities)}


def _close(event: Event, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    return {**closed(event, order, at, deadlines), "quantities": (*event.quantities, *order.quantities)}


def _extend(event: Event, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    if event.due_at is None or order.days is None:
        return {}
    return {"due_at": extended(event.due_at, order.days, deadlines.calendar)}


def _run_on(event: Event, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """The clock stood still while the event was elsewhere; its limit moves by that."""
    stopped = next(step.at for step in event.steps[::-1] if step.status is event.status and step.move in _STOPPING)
    if event.due_at is None:
        return {}
    return {"due_at": deadlines.shifted(event.due_at, stopped, at)}


_STOPPING = frozenset({Move.RETURN, Move.GRANT_SUSPENSION, Move.GRANT_ESCALATION, Move.REFER})


EFFECTS: Mapping[Move, Effect[Event]] = {
    Move.ACCEPT: _accept,
    Move.RESEND: _run_on,
    Move.SELF_CLOSE: _close,
    Move.REFUTE: reopened,
    Move.ASSIGN: _assign,
    Move.SIGN: _sign,
    Move.RETURN_UNIT: _give_back,
    Move.FEEDBACK: _feed_back,
    Move.CLOSE: _close,
    Move.GRANT_EXTENSION: _extend,
    Move.RESUME: _run_on,
    Move.COUNTY_RETURN: _run_on,
    Move.REFERRAL_SETTLED: _run_on,
    Move.REFERRAL_RETURNED: _run_on,
}
