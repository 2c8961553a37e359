"""Events brought into every state by lawful moves alone, without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from gridapp.cases.order import Order, Task
from gridapp.cases.taken import moved, taken
from gridapp.domain.case import Case
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import event
from tests.offices import DEADLINES, at

REPORTED = at(2018, 3, 5, 9)
HOUR = timedelta(hours=1)

_LONG_WAY = (Move.ACCEPT, Move.ASSIGN, Move.SIGN, Move.FEEDBACK, Move.CLOSE)
WAYS: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (),
    Status.RETURNED: (Move.RETURN,),
    Status.INVALID: (Move.REJECT,),
    Status.SELF_CLOSED: (Move.SELF_CLOSE,),
    Status.ACCEPTED: _LONG_WAY[:1],
    Status.ASSIGNED: _LONG_WAY[:2],
    Status.PROCESSING: _LONG_WAY[:3],
    Status.UNIT_RETURNED: (Move.ACCEPT, Move.ASSIGN, Move.RETURN_UNIT),
    Status.SUSPENDED: (*_LONG_WAY[:3], Move.ASK_SUSPENSION, Move.GRANT_SUSPENSION),
    Status.ESCALATED: (Move.ACCEPT, Move.ASK_ESCALATION, Move.GRANT_ESCALATION),
    Status.FEEDBACK: _LONG_WAY[:4],
    Status.REWORK: (*_LONG_WAY[:4], Move.REWORK),
    Status.CLOSED: _LONG_WAY,
    Status.EVALUATED: (*_LONG_WAY, Move.EVALUATE),
    Status.ARCHIVED: (*_LONG_WAY, Move.ARCHIVE),
    Status.REOPENED: (*_LONG_WAY, Move.REOPEN),
    Status.REFERRED: (*_LONG_WAY[:3], Move.REFER),
}
"""A way of lawful moves to each state of an event's course."""


def order(move: Move, when: datetime | None = None, **particulars: object) -> Order:
    """An order that gives a move everything that any move asks for."""
    filled = Order(
        move=move,
        at=when,
        reason="演示：原因",
        result="演示：已处理",
        evidence="演示：现场查看",
        opinion="演示：意见",
        unit="演示所",
        handler="演示承办人",
        days=3,
        until=end_of((when or REPORTED).date() + timedelta(days=30)),
        approver="演示领导",
        satisfaction="满意" if move is Move.EVALUATE else "",
        grade="普通督办" if move is Move.SUPERVISE else "",
        chief="演示首席" if move is Move.NAME_CHIEF else "",
        place="演示：村口",
        tasks=(Task(title="演示：清理", unit="演示所"),) if move is Move.ON_SITE else (),
    )
    if move not in (Move.ASK_SUSPENSION, Move.GRANT_SUSPENSION):
        filled = replace(filled, until=None)
    return replace(filled, **particulars)  # type: ignore[arg-type]


def after(case: Case, *moves: Move) -> Case:
    """A case after some moves, one an hour; archiving waits as long as it must, and its dispute refers an event."""
    for move in moves:
        when = case.last_moment + (timedelta(days=16) if move is Move.ARCHIVE else HOUR)
        made = moved if move is Move.REFER else taken
        case = made(case, order(move, when), DEADLINES, "演示员", when)
    return case


def event_in(status: Status, **fields: object) -> Case:
    """An event in a state."""
    return after(event(reported=REPORTED, **fields), *WAYS[status])
