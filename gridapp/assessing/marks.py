"""Points by hand (考核登记): a deduction or bonus is entered, and taken back; nothing is ever changed."""

from decimal import Decimal
from uuid import UUID

from gridapp.assessing.account import added, counted_records, marks_of, problems_of_text
from gridapp.assessing.rules import rules_for
from gridapp.assessing.sheet import assess
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.assessment import Formula, Item
from gridapp.domain.assessment_mark import Mark, MarkAct, worth
from gridapp.domain.identity import case_id_at
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Office


def enter(
    office: Office,
    town: str,
    month: Month,
    worker: str,
    item: str,
    reason: str,
    actor: Actor,
    clock: Clock,
    case_id: UUID | None = None,
) -> Mark:
    """Enters a deduction or bonus of a worker (扣分、加分登记), worth what the month's rules say.

    Raises `Unacceptable` with every problem, `ClosedMonth` where the month is closed, `Refusal` for an unknown record.
    """
    now = clock()
    found = rules_for(office, town, month).item(item)
    problems = problems_of_text("reason", "原因", reason)
    if month > Month.of(day_of(now)):
        problems.append(Problem("month", "future", "考核月份还没有到，请核对。"))
    if found is None or not found.by_hand:
        raise Unacceptable((*problems, Problem("item", "item", "请选择一个扣分或加分项目。")))
    if not any(score.worker.name == worker for score in assess(office, town, month, now).scores):
        problems.append(Problem("worker", "worker", f"{worker}不在本月的考核名单中，请核对姓名和在岗时段。"))
    elif case_id is not None and case_id in counted_records(office, town, month, worker, found, now):
        problems.append(Problem("case_id", "counted", f"这一件已按记录计入“{found.name}”，不必再登记。"))
    if problems:
        raise Unacceptable(tuple(problems))
    if case_id is not None:
        office.cases.load(case_id)
    mark = Mark(
        entry=case_id_at(now),
        n=1,
        town=town,
        about=month,
        month=month,
        worker=worker,
        item=item,
        act=MarkAct.ENTERED,
        amount=_stake(found),
        reason=reason.strip(),
        at=now,
        person=actor.name,
        workstation=actor.workstation,
        case_id=case_id,
    )
    office.assessment.add(mark)
    return mark


def withdraw(office: Office, entry: UUID, reason: str, actor: Actor, clock: Clock) -> Mark:
    """Takes an entry back (撤回), with a reason; raises `Unacceptable`, or `Refusal` where nothing is left of it."""
    marks = marks_of(office, entry)
    problems = problems_of_text("reason", "撤回原因", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if marks[0].act is not MarkAct.ENTERED or not worth(marks):
        raise Refusal("这条登记已经没有分数，不必撤回。")
    return added(office, marks[-1], MarkAct.WITHDRAWN, -worth(marks), reason, actor, clock)


def _stake(item: Item) -> Decimal:
    return -item.each if item.formula is Formula.DEDUCTION else item.each
