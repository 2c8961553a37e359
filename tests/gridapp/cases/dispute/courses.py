"""Disputes brought into every state by lawful moves alone, without a database."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Risk
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.limit import last_day_of
from gridapp.domain.mediation import CourtReception, CourtRuling, Harm, SessionResult, Term
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move, Need
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import dispute
from tests.offices import DEADLINES, at

REPORTED = at(2018, 3, 5, 9)
HOUR = timedelta(hours=1)

OWED = (Term(agreement=0, what="支付", who="演示乙", amount=Decimal(500), due_at=at(2018, 6, 30)),)
"""What an agreement obliges to that is not performed at once."""

_AGREEING = (Move.ACCEPT, Move.MEDIATE, Move.AGREE)
WAYS: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (),
    Status.INVALID: (Move.REJECT,),
    Status.ACCEPTED: _AGREEING[:1],
    Status.MEDIATING: _AGREEING[:2],
    Status.AGREED: _AGREEING,
    Status.PERFORMING: _AGREEING,
    Status.PERFORMED: (*_AGREEING, Move.PERFORM),
    Status.UNPERFORMED: (*_AGREEING, Move.BREACH),
    Status.TERMINATED: (Move.ACCEPT, Move.MEDIATE, Move.FAIL),
    Status.WITHDRAWN: (Move.ACCEPT, Move.WITHDRAW),
    Status.TRANSFERRED: (Move.ACCEPT, Move.TRANSFER),
    Status.ARCHIVED: (*_AGREEING, Move.PERFORM, Move.REVISIT, Move.ARCHIVE),
    Status.REOPENED: (Move.ACCEPT, Move.MEDIATE, Move.FAIL, Move.REOPEN),
}
"""A way of lawful moves to each state of a dispute's course."""

_ANSWERS: Mapping[Need, object] = {
    Need.REASON: "演示：原因",
    Need.RESULT: "演示：和好",
    Need.EVIDENCE: "演示：收条",
    Need.OPINION: "演示：意见",
    Need.UNIT: "演示调委会",
    Need.APPROVER: "演示领导",
    Need.GRADE: "普通督办",
    Need.SATISFACTION: "满意",
    Need.CHIEF: "演示首席",
    Need.PLACE: "演示：村调解室",
    Need.HANDLER: "演示调解员",
    Need.INFORMED: "书面",
    Need.PRESENT: "演示甲、演示乙",
    Need.RECORD: "演示：谈了一次",
    Need.SESSION_RESULT: SessionResult.TO_BE_CONTINUED,
    Need.MODE: Mode.ADMINISTRATIVE,
    Need.BOTH_ASK: True,
    Need.FORM: AgreementForm.WRITTEN,
    Need.GROUND: "当事人拒绝或者放弃调解",
    Need.RECEPTION: CourtReception.ACCEPTED,
    Need.RULING: CourtRuling.VALID,
    Need.RISK: Risk.MIDDLE,
    Need.HARM: Harm.CRIME,
    Need.PEOPLE: 3,
    Need.PLAN: "演示：化解方案",
}
_BESIDES: Mapping[Move, Mapping[str, object]] = {
    Move.HAND_OVER: {"unit": "演示镇调委会", "handler": "演示调解员乙"},
    Move.COURT_RULES: {"number": "（2018）演示调确1号"},
    Move.ASSESS_RISK: {"opinion": "演示：已劝离"},
    Move.ARCHIVE: {"reason": "演示：卷宗情况说明"},
}
_GIVEN: Mapping[Move, Mapping[str, object]] = {Move.AGREE: {"number": "（2018）演示调字第1号"}}
"""What the use case gives that saves a move, where none does."""


def order(move: Move, when: datetime | None = None, **particulars: object) -> Order:
    """An order that gives a move with a dispute everything that it may ask for."""
    passage = DISPUTE_COURSE.get(move)
    moments = {Need.MEET_AT: (when or REPORTED) + timedelta(days=2), Need.UNTIL: _days_on(when or REPORTED, 40)}
    asked = {need.value: ({**_ANSWERS, **moments})[need] for need in (passage.needs if passage else ())}
    values: dict[str, Any] = {**asked, **_BESIDES.get(move, {}), **particulars}
    return Order(move=move, at=when, **values)


def order_for(case: Case, move: Move, when: datetime, **particulars: object) -> Order:
    """The same, with a new limit that lies a week after the one that the dispute has."""
    due_at = case.due_at if move is Move.EXTEND else None
    if isinstance(case, Dispute) and move is Move.EXTEND_CHARGE:
        due_at = case.charge_due_at
    later = {"until": _days_on(end_of(last_day_of(due_at)) - HOUR, 7)} if due_at else {}
    return order(move, when, **{**later, **particulars})


def after(case: Dispute, *moves: Move, **particulars: object) -> Dispute:
    """A dispute after some moves, one an hour; the particulars are given with each of them."""
    for move in moves:
        when = case.last_moment + HOUR
        done = order_for(case, move, when, **{**_GIVEN.get(move, {}), **particulars})
        changed = taken(case, done, DEADLINES, "演示员", when)
        assert isinstance(changed, Dispute)
        case = changed
    return case


def dispute_in(status: Status, **fields: object) -> Dispute:
    """A dispute in a state; its agreement, if any, is written and obliges to a payment except in 达成协议."""
    new = dispute(reported=REPORTED, **fields)
    return after(new, *WAYS[status], terms=() if status is Status.AGREED else OWED)


def _days_on(moment: datetime, days: int) -> datetime:
    return end_of(day_of(moment) + timedelta(days=days))
