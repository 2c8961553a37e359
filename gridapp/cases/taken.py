"""What a case becomes by a move (办理结果): pure, so that a preview and the deed cannot differ."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.permission import MAJOR, grades_for, last_step, needs_of, why_not
from gridapp.domain.case import Case, Closing
from gridapp.domain.clock import handled_at
from gridapp.domain.course import course_of
from gridapp.domain.deadline import Deadlines, Stage
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.limit import extended
from gridapp.domain.move import SATISFACTION, SUPERVISION, Move, Need
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.domain.workdays import CalendarMissing

Fields = Mapping[str, Any]

MOST_DAYS = 250
"""Working days by which a limit can be put off at once (一次延期): about a year."""


def taken(case: Case, order: Order, deadlines: Deadlines, person: str, now: datetime) -> Case:
    """A case after a move.

    Raises `Refusal` where the move is not lawful now, `Unacceptable` with every problem of its particulars.
    """
    refusal = why_not(case, order.move, now, deadlines)
    if refusal is not None:
        raise Refusal(refusal)
    order = with_feedback(case, order)
    problems = tuple(_problems(case, order, now))
    if problems:
        raise Unacceptable(problems)
    at = order.at or now
    target = course_of(case.kind)[order.move].target or case.status
    effects = _EFFECTS.get(order.move)
    changed: dict[str, Any] = dict(effects(case, order, at, deadlines)) if effects else {}
    after = replace(case, **{"chief": order.chief or case.chief, **changed}, status=target)
    after = replace(after, steps=(*case.steps, *_steps(case, order, target, person, at)))
    if order.attachments:
        numbered = tuple(replace(file, step=len(case.steps) + 1) for file in order.attachments)
        after = replace(after, attachments=(*case.attachments, *numbered))
    if target is not case.status and case.kind is Kind.EVENT:
        after = replace(after, step_due_at=step_limit(after, at, deadlines))
    return after


def step_limit(case: Case, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step of an event (本环节时限); nothing where it has none or its year no calendar."""
    stage = STAGES.get(case.status)
    return _due(case, stage, since, deadlines) if stage else None


def with_feedback(case: Case, order: Order) -> Order:
    """An order to close, its result and evidence filled from the feedback (反馈) where it names none."""
    fed_back = last_step(case, Move.FEEDBACK)
    if order.move is not Move.CLOSE or case.status is not Status.FEEDBACK or fed_back is None:
        return order
    proof = fed_back.evidence or _FILES
    return replace(order, result=order.result or fed_back.text or "", evidence=order.evidence or proof)


_FILES = "见附件"
STAGES = {
    Status.REPORTED: Stage.ACCEPT,
    Status.UNIT_RETURNED: Stage.ACCEPT,
    Status.ASSIGNED: Stage.SIGN,
    Status.FEEDBACK: Stage.VERIFY,
    Status.ESCALATED: Stage.COUNTY,
}
"""The stage (环节) for which an event in a state waits, where that has a limit of its own."""


def _due(case: Case, stage: Stage, start: datetime, deadlines: Deadlines) -> datetime | None:
    try:
        return deadlines.due(stage, case.category, case.level, start)
    except CalendarMissing:
        return None


def _steps(case: Case, order: Order, target: Status, person: str, at: datetime) -> Iterator[Step]:
    step = Step(
        move=order.move,
        at=at,
        person=person,
        status=target,
        due_at=case.due_at,
        text=_said(case, order) or None,
        evidence=order.evidence.strip() or (_FILES if order.attachments else None),
        unit=order.unit.strip() or (case.unit if order.move in _BY_UNIT else None),
        handler=order.handler.strip() or None,
        approver=order.approver.strip() or None,
        until=order.until,
        days=order.days,
        grade=order.grade or order.satisfaction or None,
    )
    yield step
    for move, units in ((Move.ASSIST, order.assistants), (Move.COPY, order.copies)):
        for unit in units:
            yield Step(move=move, at=at, person=person, status=target, due_at=case.due_at, unit=unit)


_BY_UNIT = frozenset({Move.SIGN, Move.RETURN_UNIT, Move.FEEDBACK})


def _said(case: Case, order: Order) -> str:
    """The words of a step: what its move asks for; an opinion may be given with any but a result."""
    asked = set(course_of(case.kind)[order.move].needs)
    if order.move is Move.CLOSE:
        # The result is kept with the closing.
        asked = {Need.OPINION}
    elif Need.RESULT not in asked:
        asked.add(Need.OPINION)
    words = {
        Need.PLACE: order.place,
        Need.TASKS: "；".join(f"交办{task.unit.strip()}：{task.title.strip()}" for task in order.tasks),
        Need.REASON: order.reason,
        Need.RESULT: order.result,
        Need.CHIEF: order.chief,
        Need.OPINION: order.opinion,
    }
    return "；".join(word.strip() for need, word in words.items() if need in asked and word.strip())


_ASKED_FOR: Mapping[Need, tuple[Callable[[Order], Any], str]] = {
    Need.REASON: (lambda order: order.reason.strip(), "请填写原因。"),
    Need.RESULT: (lambda order: order.result.strip(), "请填写处置结果。"),
    Need.EVIDENCE: (
        lambda order: order.evidence.strip() or order.attachments,
        "请附上佐证：添加照片、扫描件，或写明依据（如回访记录、见证人、文号）。",
    ),
    Need.OPINION: (lambda order: order.opinion.strip(), "请填写意见。"),
    Need.UNIT: (lambda order: order.unit.strip(), "请填写单位。"),
    Need.DAYS: (lambda order: order.days is not None, "请填写天数（工作日）。"),
    Need.UNTIL: (lambda order: order.until, "请填写截止日期。"),
    Need.APPROVER: (lambda order: order.approver.strip(), "请填写审批领导。"),
    Need.GRADE: (lambda order: order.grade, "请选择督办级别。"),
    Need.SATISFACTION: (lambda order: order.satisfaction, "请选择满意度。"),
    Need.CHIEF: (lambda order: order.chief.strip(), "请填写首席负责人（重大事项须由领导牵头负责）。"),
    Need.PLACE: (lambda order: order.place.strip(), "请填写现场办公的地点和参加人员。"),
    Need.TASKS: (lambda order: order.tasks, "请至少写下一项交办任务。"),
}
"""For each need how an order meets it, and what is said where it does not."""


def _problems(case: Case, order: Order, now: datetime) -> Iterator[Problem]:
    for need in needs_of(case, order.move):
        answer, message = _ASKED_FOR[need]
        if not answer(order):
            yield Problem(need.value, "required", message)
    yield from _problems_of_moment(case, order, now)
    if order.days is not None and not 1 <= order.days <= MOST_DAYS:
        yield Problem(Need.DAYS.value, "days", f"天数应为 1 至 {MOST_DAYS} 个工作日。")
    if order.until is not None and order.until <= (order.at or now):
        yield Problem(Need.UNTIL.value, "order", "截止日期应晚于今天。")
    if order.grade and order.grade not in grades_for(case):
        yield Problem(Need.GRADE.value, "grade", f"现在是{case.supervision or '未督办'}，不能改为“{order.grade}”。")
    if order.satisfaction and order.satisfaction not in SATISFACTION:
        yield Problem(Need.SATISFACTION.value, "unknown", f"满意度只能是{'、'.join(SATISFACTION)}。")
    if order.move is Move.SUPERVISE and not (order.chief or case.chief):
        if order.grade == SUPERVISION[-1]:
            yield Problem(Need.CHIEF.value, "required", "红牌督办须有首席负责人，请填写。")
        elif case.level in MAJOR:
            yield Problem(Need.CHIEF.value, "required", "重大事项须有首席负责人，请填写。")
    yield from _problems_of_assignment(case, order)


def _problems_of_moment(case: Case, order: Order, now: datetime) -> Iterator[Problem]:
    """Nothing happens in the future, or before what happened last."""
    at = order.at or now
    if at > now:
        yield Problem("at", "future", f"{order.move.value}时间不能晚于现在。")
    elif at < last_moment(case):
        yield Problem("at", "order", f"{order.move.value}时间不能早于上一步的时间。")


def last_moment(case: Case) -> datetime:
    """When the last thing happened to a case."""
    moments = [case.reported_at, case.accepted_at]
    moments += [step.at for step in case.steps[-1:]]
    moments += [moment for closing in case.closings for moment in (closing.closed_at, closing.reopened_at)]
    return max(moment for moment in moments if moment is not None)


def _problems_of_assignment(case: Case, order: Order) -> Iterator[Problem]:
    if order.move is not Move.ASSIGN:
        return
    given_back = {step.unit for step in case.steps if step.move is Move.RETURN_UNIT}
    if order.unit.strip() in given_back and not order.opinion.strip():
        yield Problem(Need.OPINION.value, "required", f"{order.unit}已退回过，再次交办请写明理由。")
    twice = {order.unit.strip()} & {*order.assistants, *order.copies} or {*order.assistants} & {*order.copies}
    if order.unit.strip() and twice:
        yield Problem(Need.UNIT.value, "twice", f"{'、'.join(sorted(twice))}不能同时主办、协办或抄告。")
    if order.until is not None and case.due_at is not None and order.until > case.due_at:
        yield Problem(Need.UNTIL.value, "later", "交办时只能提前办理时限；要延后，请申请延期。")


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
        outcome=order.outcome,
        form=order.form,
        result=order.result.strip(),
        evidence=order.evidence.strip() or (_FILES if order.attachments else None),
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


_STOPPING = frozenset({Move.RETURN, Move.GRANT_SUSPENSION, Move.GRANT_ESCALATION})


def _supervise(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": order.grade}


def _lift(case: Case, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"supervision": None}


_EFFECTS: Mapping[Move, Callable[[Case, Order, datetime, Deadlines], Fields]] = {
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
    Move.SUPERVISE: _supervise,
    Move.LIFT_SUPERVISION: _lift,
}
