"""Petitions brought into every state by lawful moves alone, without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.taken import step_limit, taken
from gridapp.domain.case import Case
from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Channel, Petition, PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.petition_words import FINALLY_ANSWERED, PERFORMED, UNASKED
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import petition
from tests.offices import DEADLINES, at

REPORTED = at(2018, 3, 5, 9)
HOUR = timedelta(hours=1)

_SERVED = (Move.ACCEPT, Move.ISSUE_REPLY, Move.SERVE_REPLY)
_REVIEWED = (*_SERVED, Move.ASK_REVIEW, Move.DECIDE_REVIEW)
_FINALLY = (*_REVIEWED, Move.ASK_FINAL_REVIEW, Move.DECIDE_FINAL_REVIEW)
WAYS: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (),
    Status.ACCEPTED: _SERVED[:1],
    Status.PROCESSING: (Move.ASSIGN,),
    Status.FEEDBACK: (Move.ASSIGN, Move.FEEDBACK),
    Status.REPLIED: _SERVED[:2],
    Status.CLOSED: _SERVED,
    Status.TRANSFERRED: (Move.TRANSFER,),
    Status.REVIEWING: _REVIEWED[:4],
    Status.REVIEWED: _REVIEWED,
    Status.FINALLY_REVIEWING: _FINALLY[:6],
    Status.FINALLY_REVIEWED: _FINALLY,
    Status.SETTLED: (*_SERVED, Move.SETTLE),
    Status.CONCLUDED: (*_FINALLY, Move.CONCLUDE),
    Status.ARCHIVED: (*_SERVED, Move.ARCHIVE),
    Status.REOPENED: (*_SERVED, Move.REOPEN),
}
"""A way of lawful moves to each state of a petition's course."""

_ANSWERS: Mapping[Need, object] = {
    Need.REASON: "演示：原因",
    Need.RESULT: "演示：已修复村道",
    Need.EVIDENCE: "演示：承诺书",
    Need.OPINION: "演示：意见",
    Need.UNIT: "演示镇村建办",
    Need.HANDLER: "演示经办人",
    Need.APPROVER: "演示领导",
    Need.INFORMED: "书面告知",
    Need.VERDICT: "支持诉求",
    Need.SERVICE: "直接送达",
    Need.GRADE: "普通督办",
    Need.SATISFACTION: "满意",
    Need.OFFICE_SATISFACTION: "基本满意",
    Need.CHIEF: "演示镇长",
    Need.PLACE: "演示：村委会",
    Need.PRESENT: "演示丙",
    Need.RECORD: "演示：谈了一次",
    Need.PLAN: "演示：化解方案",
    Need.GROUND: "已经受理，正在办理期限内",
}
_BESIDES: Mapping[Move, Mapping[str, object]] = {
    Move.DECIDE_REVIEW: {"verdict": "维持原意见"},
    Move.DECIDE_FINAL_REVIEW: {"verdict": "维持原意见"},
}
_GROUNDS: Mapping[Status, str] = {Status.FINALLY_REVIEWED: FINALLY_ANSWERED, Status.SETTLED: PERFORMED}


def order(move: Move, when: datetime | None = None, **particulars: object) -> Order:
    """An order that gives a move with a petition everything that it asks for."""
    passage = PETITION_COURSE.get(move)
    until = {Need.UNTIL: days_on(when or REPORTED, 20)}
    asked = {need.value: ({**_ANSWERS, **until})[need] for need in (passage.needs if passage else ())}
    values: dict[str, Any] = {**asked, **_BESIDES.get(move, {}), **particulars}
    return Order(move=move, at=when, **values)


def order_for(case: Case, move: Move, when: datetime, **particulars: object) -> Order:
    """The same, with the ground that a conclusion has, and a limit that lies a week after the one that is put off."""
    told: dict[str, object] = {}
    due_at = case.due_at if move is Move.EXTEND_HANDLING else None
    if isinstance(case, Petition) and move is Move.EXTEND_CHARGE:
        due_at = case.charge_due_at
    if due_at is not None:
        told["until"] = days_on(end_of(last_day_of(due_at)) - HOUR, 7)
    if move is Move.CONCLUDE:
        told["ground"] = _GROUNDS.get(case.status, UNASKED)
    return order(move, when, **{**told, **particulars})


def after(case: Petition, *moves: Move, **particulars: object) -> Petition:
    """A petition after some moves, one an hour; the particulars are given with each of them."""
    for move in moves:
        when = case.last_moment + HOUR
        changed = taken(case, order_for(case, move, when, **particulars), DEADLINES, "演示员", when)
        assert isinstance(changed, Petition)
        case = changed
    return case


def new(reported: datetime = REPORTED, **fields: Any) -> Petition:
    """A claim just registered."""
    told: dict[str, Any] = {"source": Channel.VISIT, "purpose": PetitionPurpose.CLAIM, "category": "ZZ0201"}
    case = petition(reported=reported, **(told | fields))
    return replace(case, step_due_at=step_limit(case, reported, DEADLINES))


def petition_in(status: Status, **fields: Any) -> Petition:
    """A petition in a state of its course."""
    return after(new(**fields), *WAYS[status])


def days_on(moment: datetime, days: int) -> datetime:
    """The end of the day that lies so many days after a moment."""
    return end_of(day_of(moment) + timedelta(days=days))
