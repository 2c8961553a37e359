"""Hazards on their course, without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.move import Move, Need
from gridapp.domain.security import SECURITIES, Security
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import hazard
from tests.offices import DEADLINES, at

FOUND = at(2018, 3, 5, 9)
LIMIT = at(2018, 3, 16)
HOUR = timedelta(hours=1)
TWO = ("演示甲", "演示乙")
ALL_SECURITIES = tuple(Security(word=word, text=f"演示{word}", at=FOUND) for word in SECURITIES)

ANSWERS: Mapping[Need, object] = {
    Need.REASON: "演示：原因",
    Need.RESULT: "演示：已整改",
    Need.EVIDENCE: "演示：照片",
    Need.UNIT: "演示县消防大队",
    Need.UNTIL: at(2018, 4, 16),
    Need.APPROVER: "演示领导",
    Need.GRADE: "普通督办",
    Need.CHIEF: "演示首席",
    Need.RECORD: "演示：看了现场",
    Need.NUMBER: "演示文〔2018〕1号",
    Need.INSPECTORS: TWO,
    Need.RECHECK_RESULT: "合格",
    Need.MEASURE: "临时查封",
    Need.SECURITIES: ALL_SECURITIES,
}

WAYS: Mapping[Status, tuple[Move, ...]] = {
    Status.TO_RECTIFY: (),
    Status.RECTIFYING: (Move.ORDER_MENDING,),
    Status.TO_RECHECK: (Move.ORDER_MENDING, Move.MEND),
    Status.TO_STRIKE_OFF: (Move.ORDER_MENDING, Move.MEND, Move.RECHECK),
    Status.SUBMITTED: (Move.ORDER_MENDING, Move.SUBMIT),
    Status.ENFORCED: (Move.ORDER_MENDING, Move.ENFORCE),
    Status.STRUCK_OFF: (Move.ORDER_MENDING, Move.MEND, Move.RECHECK, Move.STRIKE_OFF),
}
"""A way of lawful moves to a state of the course."""


def found(level: str = "一般", **fields: object) -> Hazard:
    """A hazard just found."""
    return replace(hazard(reported_at=FOUND), status=Status.TO_RECTIFY, level=level, **fields)  # type: ignore[arg-type]


def made(case: Hazard, move: Move, when: datetime | None = None, **particulars: object) -> Hazard:
    """A hazard after a move with everything that it asks for; by default an hour after what happened last."""
    moment = when or case.last_moment + HOUR
    answers = {need.value: ANSWERS[need] for need in HAZARD_COURSE[move].needs if need in ANSWERS}
    if move is Move.ORDER_MENDING:
        answers["number"] = "演示责改〔2018〕1号"
    if move is Move.EXTEND:
        answers["until"] = at(2018, 8, 16)
    order = Order(move=move, at=moment, **(answers | particulars))  # type: ignore[arg-type]
    after = taken(case, order, DEADLINES, "演示员", moment + HOUR)
    assert isinstance(after, Hazard)
    return after


def standing(status: Status, level: str = "一般") -> Hazard:
    """A hazard that lawful moves have brought to a state."""
    case = found(level, chief="演示首席")
    for move in WAYS[status]:
        case = made(case, move)
    assert case.status is status
    return case
