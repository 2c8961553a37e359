"""What is wrong with the particulars of an order (办理意见的问题): needs that are not met, moments, numbers, words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.permission import grades_for, needs_of
from gridapp.cases.procedures import procedure_of
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.level import MAJOR
from gridapp.domain.move import SUPERVISION, Move, Need
from gridapp.domain.problem import Problem
from gridapp.domain.satisfaction import satisfactions_of

MOST_DAYS = 250
"""Working days by which a limit can be put off at once (一次延期): about a year."""

_ASKED_FOR: Mapping[Need, tuple[Callable[[Order], Any], str]] = {
    Need.REASON: (lambda order: order.reason.strip(), "请填写原因。"),
    Need.RESULT: (lambda order: order.result.strip(), "请填写结果。"),
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
    Need.PLACE: (lambda order: order.place.strip(), "请填写地点。"),
    Need.TASKS: (lambda order: order.tasks, "请至少写下一项交办任务。"),
    Need.HANDLER: (lambda order: order.handler.strip(), "请填写负责办理的人。"),
    Need.INFORMED: (lambda order: order.informed, "请选择怎样告知当事人权利义务。"),
    Need.MEET_AT: (lambda order: order.meet_at, "请填写约定的时间。"),
    Need.PRESENT: (lambda order: order.present.strip(), "请填写到场的人。"),
    Need.RECORD: (lambda order: order.record.strip(), "请填写记录。"),
    Need.SESSION_RESULT: (lambda order: order.session_result, "请选择这次调解的结果。"),
    Need.MODE: (lambda order: order.mode, "请选择调解方式。"),
    Need.BOTH_ASK: (lambda order: order.both_ask, "须双方当事人共同提出，请确认。"),
    Need.FORM: (lambda order: order.form, "请选择协议形式。"),
    Need.GROUND: (lambda order: order.ground, "请选择终止理由。"),
    Need.RECEPTION: (lambda order: order.reception, "请选择法院是否受理。"),
    Need.RULING: (lambda order: order.ruling, "请选择裁定结果。"),
    Need.RISK: (lambda order: order.risk, "请选择激化风险。"),
    Need.HARM: (lambda order: order.harm, "请选择防止了什么。"),
    Need.PEOPLE: (lambda order: order.people is not None, "请填写涉及人数。"),
    Need.PLAN: (lambda order: order.plan.strip(), "请填写化解方案。"),
    Need.VERDICT: (lambda order: order.verdict, "请选择意见。"),
    Need.SERVICE: (lambda order: order.service, "请选择送达方式。"),
    Need.OFFICE_SATISFACTION: (lambda order: order.office_satisfaction, "请选择对信访部门的满意度。"),
    Need.NUMBER: (lambda order: order.number.strip(), "请填写文书编号。"),
    Need.INSPECTORS: (lambda order: order.inspectors, "请填写检查（复查）人。"),
    Need.RECHECK_RESULT: (lambda order: order.recheck_result, "请选择复查结果。"),
    Need.MEASURE: (lambda order: order.measure, "请选择措施。"),
    Need.SECURITIES: (lambda order: order.securities, "请写明目标、措施、资金、人员、时限、预案。"),
}
"""For each need how an order meets it, and what is said where it does not."""


def problems_of(case: Case, order: Order, deadlines: Deadlines, now: datetime) -> Iterator[Problem]:
    """Every problem of an order for a case, in the order of its dialog."""
    asked = procedure_of(case.kind).asked
    for need in needs_of(case, order.move):
        answer, message = _ASKED_FOR[need]
        if not answer(order):
            yield Problem(need.value, "required", asked.get((order.move, need), message))
    yield from _problems_of_moment(case, order, now)
    if order.days is not None and not 1 <= order.days <= MOST_DAYS:
        yield Problem(Need.DAYS.value, "days", f"天数应为 1 至 {MOST_DAYS} 个工作日。")
    if order.until is not None and order.until <= (order.at or now):
        yield Problem(Need.UNTIL.value, "order", "截止日期应晚于今天。")
    if order.grade and order.grade not in grades_for(case):
        yield Problem(Need.GRADE.value, "grade", f"现在是{case.supervision or '未督办'}，不能改为“{order.grade}”。")
    if order.satisfaction and order.satisfaction not in satisfactions_of(case.kind):
        known = "、".join(satisfactions_of(case.kind))
        yield Problem(Need.SATISFACTION.value, "unknown", f"满意度只能是{known}。")
    if order.move is Move.SUPERVISE and not (order.chief or case.chief):
        if order.grade == SUPERVISION[-1]:
            yield Problem(Need.CHIEF.value, "required", "红牌督办须有首席负责人，请填写。")
        elif case.level in MAJOR:
            yield Problem(Need.CHIEF.value, "required", "重大事项须有首席负责人，请填写。")
    yield from procedure_of(case.kind).problems(case, order, deadlines, order.at or now)


def _problems_of_moment(case: Case, order: Order, now: datetime) -> Iterator[Problem]:
    """Nothing happens in the future, or before what happened last."""
    at = order.at or now
    if at > now:
        yield Problem("at", "future", f"{order.move.value}时间不能晚于现在。")
    elif at < case.last_moment:
        yield Problem("at", "order", f"{order.move.value}时间不能早于上一步的时间。")
