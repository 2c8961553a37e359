"""Events that stand wherever a test wants to begin."""

from collections.abc import Mapping
from typing import Any

from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, at, recorded

_DONE: Mapping[str, Any] = {"result": "演示：已处理", "evidence": "演示：照片"}
_PARTICULARS: Mapping[Move, Mapping[str, Any]] = {
    Move.RETURN: {"reason": "演示"},
    Move.REJECT: {"reason": "演示"},
    Move.SELF_CLOSE: _DONE,
    Move.ASSIGN: {"unit": "演示站所"},
    Move.RETURN_UNIT: {"reason": "演示"},
    Move.FEEDBACK: _DONE,
    Move.VERIFY: {"opinion": "演示：属实"},
    Move.REWORK: {"reason": "演示"},
    Move.CLOSE: _DONE,
    Move.EVALUATE: {"satisfaction": "满意"},
    Move.REOPEN: {"reason": "演示", "approver": "演示领导"},
    Move.ASK_EXTENSION: {"reason": "演示", "days": 3},
    Move.ASK_SUSPENSION: {"reason": "演示", "until": at(2018, 7, 1)},
    Move.GRANT_SUSPENSION: {"until": at(2018, 7, 1), "opinion": "演示", "approver": "演示领导"},
    Move.ASK_ESCALATION: {"reason": "演示", "unit": "演示县局"},
    Move.GRANT_ESCALATION: {"unit": "演示县局", "opinion": "演示", "approver": "演示领导"},
    Move.SUPERVISE: {"grade": "普通督办", "reason": "演示"},
}
_HANDED_ON = (Move.ACCEPT, Move.ASSIGN, Move.SIGN)

WAYS: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (),
    Status.RETURNED: (Move.RETURN,),
    Status.INVALID: (Move.REJECT,),
    Status.SELF_CLOSED: (Move.SELF_CLOSE,),
    Status.ACCEPTED: (Move.ACCEPT,),
    Status.ASSIGNED: (Move.ACCEPT, Move.ASSIGN),
    Status.PROCESSING: _HANDED_ON,
    Status.UNIT_RETURNED: (Move.ACCEPT, Move.ASSIGN, Move.RETURN_UNIT),
    Status.SUSPENDED: (*_HANDED_ON, Move.ASK_SUSPENSION, Move.GRANT_SUSPENSION),
    Status.ESCALATED: (*_HANDED_ON, Move.ASK_ESCALATION, Move.GRANT_ESCALATION),
    Status.FEEDBACK: (*_HANDED_ON, Move.FEEDBACK),
    Status.REWORK: (*_HANDED_ON, Move.FEEDBACK, Move.REWORK),
    Status.CLOSED: (Move.ACCEPT, Move.CLOSE),
    Status.EVALUATED: (Move.ACCEPT, Move.CLOSE, Move.EVALUATE),
    Status.REOPENED: (Move.ACCEPT, Move.CLOSE, Move.REOPEN),
}
"""By which moves an event comes to stand in a state."""


def standing(office: Office, *moves: Move, day: int = 28, **fields: object) -> Case:
    """An event after some moves, all of them made on one day of February 2018."""
    case: Case = recorded(office, at(2018, 2, day, 9), **fields)
    for move in moves:
        order = Order(move=move, **_PARTICULARS.get(move, {}))
        case = take(office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: at(2018, 2, day, 10))
    return case
