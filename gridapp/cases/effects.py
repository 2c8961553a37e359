"""What a move changes of a case of any kind (办理结果), unless its kind has a rule of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.case import Case, Closing
from gridapp.domain.clock import handled_at
from gridapp.domain.deadline import Deadlines
from gridapp.domain.move import Move

FILES = "见附件"
"""The evidence of a move that brings attachments and no words."""


def closed(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    """A further closing (办结), judged by the limit that holds."""
    closing = Closing(
        closed_at=at,
        due_at=case.due_at,
        handled_at=handled_at(case),
        result=order.result.strip(),
        evidence=order.evidence.strip() or (FILES if order.attachments else None),
    )
    return {"closings": (*case.closings, closing)}


def reopened(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    """The earlier closing stays on record; the limit stays unless the leader sets a new one."""
    last = replace(case.closings[-1], reopened_at=at, reopen_reason=order.reason.strip())
    return {"closings": (*case.closings[:-1], last), "due_at": order.until or case.due_at}


def _accept(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"accepted_at": at}


def _supervise(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": order.grade}


def _lift(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": None}


EFFECTS: Mapping[Move, Effect[Case]] = {
    Move.ACCEPT: _accept,
    Move.CLOSE: closed,
    Move.REOPEN: reopened,
    Move.SUPERVISE: _supervise,
    Move.LIFT_SUPERVISION: _lift,
}
