"""What a case becomes by a move (办理结果): pure, so that a preview and the deed cannot differ."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.effects import EFFECTS, FILES
from gridapp.cases.order import Order
from gridapp.cases.particulars import problems_of
from gridapp.cases.permission import why_not
from gridapp.cases.procedures import procedure_of
from gridapp.domain.case import Case
from gridapp.domain.course import course_of
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.domain.step import Step


def taken(case: Case, order: Order, deadlines: Deadlines, person: str, now: datetime) -> Case:
    """A case after a move.

    Raises `Refusal` where the move is not lawful now, `Unacceptable` with every problem of its particulars.
    """
    refusal = why_not(case, order.move, now, deadlines)
    if refusal is not None:
        raise Refusal(refusal)
    if order.move is Move.REFER:
        raise Refusal("转矛盾纠纷须同时登记纠纷，请从事件页面打开纠纷登记表。")
    order = with_feedback(case, order)
    problems = tuple(problems_of(case, order, deadlines, now))
    if problems:
        raise Unacceptable(problems)
    return moved(case, order, deadlines, person, order.at or now)


def moved(case: Case, order: Order, deadlines: Deadlines, person: str, at: datetime) -> Case:
    """A case after a move that nobody needs to be asked about any more."""
    changed = _changes(case, order, at, deadlines)
    target = changed.pop("status", course_of(case.kind)[order.move].target or case.status)
    after = replace(case, **{"chief": order.chief or case.chief, **changed}, status=target)
    after = replace(after, steps=(*case.steps, *_steps(case, order, target, person, at)))
    if order.attachments:
        numbered = tuple(replace(file, step=len(case.steps) + 1) for file in order.attachments)
        after = replace(after, attachments=(*case.attachments, *numbered))
    return after if target is case.status else replace(after, step_due_at=step_limit(after, at, deadlines))


def _changes(case: Case, order: Order, at: datetime, deadlines: Deadlines) -> dict[str, Any]:
    effect = procedure_of(case.kind).effects.get(order.move) or EFFECTS.get(order.move)
    return dict(effect(case, order, at, deadlines)) if effect else {}


def step_limit(case: Case, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step (本环节时限), which began at `since`; nothing where it has none."""
    return procedure_of(case.kind).step_limit(case, since, deadlines)


def with_feedback(case: Case, order: Order) -> Order:
    """An order to close, its result and evidence filled from the feedback (反馈) where it names none."""
    if order.move is Move.STRIKE_OFF:
        return _with_mending(case, order)
    fed_back = case.last_step(Move.FEEDBACK, Move.REFERRAL_SETTLED)
    if order.move is not Move.CLOSE or case.status is not Status.FEEDBACK or fed_back is None:
        return order
    proof = fed_back.evidence or FILES
    return replace(order, result=order.result or fed_back.text or "", evidence=order.evidence or proof)


def _with_mending(case: Case, order: Order) -> Order:
    """An order to strike off, filled from what was said of the mending (整改反馈) or found at the re-check (复查)."""
    told = case.last_step(Move.MEND) or case.last_step(Move.RECHECK)
    if told is None:
        return order
    return replace(order, result=order.result or told.text or "", evidence=order.evidence or told.evidence or FILES)


def _steps(case: Case, order: Order, target: Status, person: str, at: datetime) -> Iterator[Step]:
    step = Step(
        move=order.move,
        at=at,
        person=person,
        status=target,
        due_at=case.due_at,
        text=procedure_of(case.kind).told(case, order) or None,
        evidence=order.evidence.strip() or (FILES if order.attachments else None),
        unit=order.unit.strip() or (case.unit if order.move in _BY_UNIT else None),
        handler=order.handler.strip() or None,
        approver=order.approver.strip() or None,
        until=order.until,
        days=order.days,
        grade=order.grade or order.satisfaction or order.measure or order.recheck_result or None,
        step_due_at=case.step_due_at,
        office_grade=order.office_satisfaction or None,
        **_handed_over_by(case, order),
    )
    yield step
    for move, units in ((Move.ASSIST, order.assistants), (Move.COPY, order.copies)):
        for unit in units:
            yield Step(move=move, at=at, person=person, status=target, due_at=case.due_at, unit=unit)


def _handed_over_by(case: Case, order: Order) -> Mapping[str, str]:
    """Who had a dispute until it is handed over, so that what counted for him goes on to do so."""
    if order.move is not Move.HAND_OVER or not isinstance(case, Dispute):
        return {}
    return {"from_unit": case.unit or "", "from_committee": case.committee or ""}


_BY_UNIT = frozenset({Move.SIGN, Move.RETURN_UNIT, Move.FEEDBACK})
