"""A leader's charge (领导包案; domain.md §4.4): what its moves change, and what stands in their way."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields, Guard
from gridapp.domain.charge import Charge
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Purpose, Session
from gridapp.domain.moment import spoken_limit
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Petition
from gridapp.domain.problem import Problem

Chargeable = Dispute | Petition


def problems_of_charge(case: Chargeable, order: Order) -> Iterator[Problem]:
    """What is wrong with the new limit of a charge."""
    due_at = case.charge_due_at
    if order.move is not Move.EXTEND_CHARGE or order.until is None or due_at is None:
        return
    if order.until <= due_at:
        yield Problem(Need.UNTIL.value, "order", f"新的期限应晚于现在的包案期限（{spoken_limit(due_at)}）。")


def _take(case: Chargeable, order: Order, at: datetime, _: Deadlines) -> Fields:
    charge = Charge(
        leader=order.chief.strip(),
        unit=order.unit.strip(),
        person=order.handler.strip(),
        taken_at=at,
        plan=order.plan.strip(),
        due_at=order.until or at,
    )
    own = {"leader": charge.leader} if isinstance(case, Petition) else {}
    return {"charges": (*case.charges, charge), "chief": charge.leader, **own}


def _talk(case: Chargeable, order: Order, at: datetime, _: Deadlines) -> Fields:
    """A talk or a visit; who leads it is the leader in charge where nobody is named."""
    leader = (case.charge.leader,) if case.charge else ()
    held = Session(
        purpose=Purpose.TALK,
        held_at=at,
        place=order.place.strip() or None,
        mediators=order.mediators or leader,
        present=order.present.strip() or None,
        record=order.record.strip(),
    )
    return {"sessions": (*case.sessions, held)}


def _extend(case: Chargeable, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"charges": _charges(case, due_at=order.until)}


def _end(case: Chargeable, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"charges": _charges(case, ended_at=at, result=order.result.strip())}


def _charges(case: Chargeable, **changes: Any) -> tuple[Charge, ...]:
    return tuple(replace(charge, **changes) if charge is case.charge else charge for charge in case.charges)


def _free(case: Chargeable, _: datetime, __: Deadlines) -> str | None:
    return f"已由{case.charge.leader}包案，请先销案。" if case.charge else None


def _in_charge(case: Chargeable, _: datetime, __: Deadlines) -> str | None:
    return None if case.charge else "没有领导包案。"


CHARGE_EFFECTS: Mapping[Move, Effect[Any]] = {
    Move.TAKE_CHARGE: _take,
    Move.TALK: _talk,
    Move.EXTEND_CHARGE: _extend,
    Move.END_CHARGE: _end,
}

CHARGE_GUARDS: Mapping[Move, Guard[Any]] = {
    Move.TAKE_CHARGE: _free,
    Move.TALK: _in_charge,
    Move.EXTEND_CHARGE: _in_charge,
    Move.END_CHARGE: _in_charge,
}

CHARGE_ASKED: Mapping[tuple[Move, Need], str] = {
    (Move.TAKE_CHARGE, Need.CHIEF): "请填写包案领导。",
    (Move.TAKE_CHARGE, Need.UNIT): "请填写责任单位。",
    (Move.TAKE_CHARGE, Need.HANDLER): "请填写责任人。",
    (Move.TAKE_CHARGE, Need.UNTIL): "请填写化解时限。",
    (Move.TALK, Need.RECORD): "请填写约谈走访情况。",
    (Move.EXTEND_CHARGE, Need.UNTIL): "请填写新的化解时限。",
    (Move.END_CHARGE, Need.RESULT): "请填写化解结果。",
}
"""What is said where a charge lacks what it needs."""
