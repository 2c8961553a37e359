"""What a move changes of a case (办理结果): of events, and what the other kinds share with them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.domain.case import Case, Closing
from gridapp.domain.clock import handled_at
from gridapp.domain.deadline import Deadlines, Stage
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.limit import extended
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.workdays import CalendarMissing

Fields = Mapping[str, Any]
Effect = Callable[[Case, Order, datetime, Deadlines], Fields]

FILES = "见附件"
"""The evidence of a move that brings attachments and no words."""

STAGES = {
    Status.REPORTED: Stage.ACCEPT,
    Status.UNIT_RETURNED: Stage.ACCEPT,
    Status.ASSIGNED: Stage.SIGN,
    Status.FEEDBACK: Stage.VERIFY,
    Status.ESCALATED: Stage.COUNTY,
}
"""The stage (环节) for which an event in a state waits, where that has a limit of its own."""


def step_limit(case: Case, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step of an event (本环节时限); nothing where it has none or its year no calendar."""
    stage = STAGES.get(case.status)
    return _due(case, stage, since, deadlines) if stage else None


def _due(case: Case, stage: Stage, start: datetime, deadlines: Deadlines) -> datetime | None:
    try:
        return deadlines.due(stage, case.category, case.level, start)
    except CalendarMissing:
        return None


def _accept(case: Case, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """The time for handling runs from the acceptance, unless a limit was given with the case."""
    due_at = case.due_at
    if due_at is None and case.kind is Kind.EVENT:
        due_at = _due(case, Stage.HANDLE, at, deadlines)
    return {"accepted_at": at, "due_at": due_at}


def _assign(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {
        "unit": order.unit.strip(),
        "handler": order.handler.strip() or None,
        "due_at": order.until or case.due_at,
    }


def _sign(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"handler": order.handler.strip() or case.handler}


def _give_back(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"unit": None, "handler": None}


def _feed_back(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"quantities": (*case.quantities, *order.quantities)} if isinstance(case, Event) else {}


def _close(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    closing = Closing(
        closed_at=at,
        due_at=case.due_at,
        handled_at=handled_at(case),
        result=order.result.strip(),
        evidence=order.evidence.strip() or (FILES if order.attachments else None),
    )
    done = {"quantities": (*case.quantities, *order.quantities)} if isinstance(case, Event) else {}
    return {"closings": (*case.closings, closing), **done}


def _reopen(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    """The earlier closing stays on record; the limit stays unless the leader sets a new one."""
    last = replace(case.closings[-1], reopened_at=at, reopen_reason=order.reason.strip())
    return {"closings": (*case.closings[:-1], last), "due_at": order.until or case.due_at}


def _extend(case: Case, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    if case.due_at is None or order.days is None:
        return {}
    return {"due_at": extended(case.due_at, order.days, deadlines.calendar)}


def _run_on(case: Case, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    """The clock stood still while the case was elsewhere; its limit moves by that."""
    stopped = next(step.at for step in case.steps[::-1] if step.status is case.status and step.move in _STOPPING)
    if case.due_at is None:
        return {}
    return {"due_at": deadlines.shifted(case.due_at, stopped, at)}


_STOPPING = frozenset({Move.RETURN, Move.GRANT_SUSPENSION, Move.GRANT_ESCALATION, Move.REFER})


def _supervise(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": order.grade}


def _lift(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": None}


EFFECTS: Mapping[Move, Effect] = {
    Move.ACCEPT: _accept,
    Move.RESEND: _run_on,
    Move.SELF_CLOSE: _close,
    Move.REFUTE: _reopen,
    Move.ASSIGN: _assign,
    Move.SIGN: _sign,
    Move.RETURN_UNIT: _give_back,
    Move.FEEDBACK: _feed_back,
    Move.CLOSE: _close,
    Move.REOPEN: _reopen,
    Move.GRANT_EXTENSION: _extend,
    Move.RESUME: _run_on,
    Move.COUNTY_RETURN: _run_on,
    Move.REFERRAL_SETTLED: _run_on,
    Move.REFERRAL_RETURNED: _run_on,
    Move.SUPERVISE: _supervise,
    Move.LIFT_SUPERVISION: _lift,
}
