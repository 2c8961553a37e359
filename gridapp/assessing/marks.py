"""Points by hand (考核登记): entering them, taking them back, appeals and their decisions; nothing is ever changed.

What comes after a month was closed counts in the first open one, so that a signed sheet stays as it is.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from gridapp.assessing.rules import rules_for
from gridapp.assessing.sheet import assess
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.assessment import Formula, Item
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict, awaits_decision, worth
from gridapp.domain.identity import case_id_at
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Office

LONGEST = 500
"""Letters that a reason or an opinion may have."""

_NOTHING = Decimal(0)


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
    problems = _problems_of_text("reason", "原因", reason)
    if month > Month.of(day_of(now)):
        problems.append(Problem("month", "future", "考核月份还没有到，请核对。"))
    if found is None or not found.by_hand:
        raise Unacceptable((*problems, Problem("item", "item", "请选择一个扣分或加分项目。")))
    if not any(score.worker.name == worker for score in assess(office, town, month, now).scores):
        problems.append(Problem("worker", "worker", f"{worker}不在本月的考核名单中，请核对姓名和在岗时段。"))
    elif case_id is not None and case_id in _counted(office, town, month, worker, found, now):
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
    marks = _entry(office, entry)
    problems = _problems_of_text("reason", "撤回原因", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if marks[0].act is not MarkAct.ENTERED or not worth(marks):
        raise Refusal("这条登记已经没有分数，不必撤回。")
    return _add(office, marks[-1], MarkAct.WITHDRAWN, -worth(marks), reason, actor, clock)


def appeal(office: Office, entry: UUID, reason: str, actor: Actor, clock: Clock) -> Mark:
    """Keeps what a worker's side says against a deduction by hand (申诉).

    Raises `Unacceptable` without reasons, `Refusal` where nothing is left of it or it was appealed against before.
    """
    marks = _entry(office, entry)
    problems = _problems_of_text("reason", "申诉理由", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if worth(marks) >= 0:
        raise Refusal("这条登记没有扣分，不必申诉。")
    if any(mark.act is MarkAct.APPEALED for mark in marks):
        raise Refusal("这条扣分已经申诉过，以裁定为准。")
    return _add(office, marks[-1], MarkAct.APPEALED, _NOTHING, reason, actor, clock)


def appeal_against_record(
    office: Office,
    town: str,
    month: Month,
    worker: str,
    item: str,
    case_id: UUID,
    reason: str,
    actor: Actor,
    clock: Clock,
) -> Mark:
    """Keeps an appeal against a deduction that followed from a record (黄牌、红牌).

    Raises `Unacceptable` without reasons, `Refusal` where that record gave no such deduction or was appealed before.
    """
    now = clock()
    found = rules_for(office, town, month).item(item)
    problems = _problems_of_text("reason", "申诉理由", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if found is None or found.formula is not Formula.DEDUCTION:
        raise Refusal("只有扣分可以申诉，请选择一个扣分项目。")
    if case_id not in _counted(office, town, month, worker, found, now):
        raise Refusal(f"这一件没有计入{worker}的“{found.name}”，请核对。")
    this = (month, worker, item, case_id, MarkAct.APPEALED)
    if any((m.about, m.worker, m.item, m.case_id, m.act) == this for m in office.assessment.marks(town)):
        raise Refusal("这条扣分已经申诉过，以裁定为准。")
    mark = Mark(
        entry=case_id_at(now),
        n=1,
        town=town,
        about=month,
        month=_still_open(office, town, month),
        worker=worker,
        item=item,
        act=MarkAct.APPEALED,
        amount=_NOTHING,
        reason=reason.strip(),
        at=now,
        person=actor.name,
        workstation=actor.workstation,
        case_id=case_id,
    )
    office.assessment.add(mark)
    return mark


def decide(
    office: Office,
    entry: UUID,
    verdict: Verdict,
    opinion: str,
    actor: Actor,
    clock: Clock,
    points: Decimal | None = None,
) -> Mark:
    """Decides an appeal (裁定): 维持 changes nothing, 撤销 gives all points back, 减轻 some of them (`points`).

    Raises `Unacceptable` with every problem, `Refusal` where no appeal waits or the worker himself would decide.
    """
    marks = _entry(office, entry)
    if not awaits_decision(marks):
        raise Refusal("没有待裁定的申诉，请刷新后查看。")
    if actor.name == marks[-1].worker:
        raise Refusal("本人不能裁定自己的申诉，请由他人办理。")
    stake = _at_stake(office, marks[-1], worth(marks))
    problems = _problems_of_text("opinion", "裁定意见", opinion)
    if verdict is Verdict.REDUCED and not (points is not None and _NOTHING < points < stake):
        problems.append(Problem("points", "points", f"减轻的分数应大于 0、小于 {stake:f}。"))
    if problems:
        raise Unacceptable(tuple(problems))
    amounts = {Verdict.UPHELD: _NOTHING, Verdict.LIFTED: stake, Verdict.REDUCED: points or _NOTHING}
    return _add(office, marks[-1], MarkAct.DECIDED, amounts[verdict], opinion, actor, clock, verdict)


def _at_stake(office: Office, last: Mark, worth_now: Decimal) -> Decimal:
    """The points that an appeal is about; those of a record stand in the rules of its month."""
    if worth_now:
        return -worth_now
    item = rules_for(office, last.town, last.about).item(last.item)
    return _NOTHING if item is None else item.each


def _entry(office: Office, entry: UUID) -> list[Mark]:
    marks = list(office.assessment.entry(entry))
    if not marks:
        raise Refusal("没有这条考核登记，请刷新后重试。")
    return marks


def _add(
    office: Office,
    last: Mark,
    act: MarkAct,
    amount: Decimal,
    reason: str,
    actor: Actor,
    clock: Callable[[], datetime],
    verdict: Verdict | None = None,
) -> Mark:
    mark = replace(
        last,
        n=last.n + 1,
        month=_still_open(office, last.town, last.month),
        act=act,
        amount=amount,
        reason=reason.strip(),
        at=clock(),
        person=actor.name,
        workstation=actor.workstation,
        verdict=verdict,
    )
    office.assessment.add(mark)
    return mark


def _still_open(office: Office, town: str, month: Month) -> Month:
    first_open = office.books.open_from(town)
    return month if first_open is None else max(month, Month.of(first_open))


def _counted(office: Office, town: str, month: Month, worker: str, item: Item, now: datetime) -> set[UUID]:
    """The records from which a worker's item was counted in a month."""
    return {
        case.case_id
        for score in assess(office, town, month, now).of(worker)
        for line in score.lines
        if line.item.code == item.code
        for figure in line.figures
        for case in cases_behind(office.ledger, figure.indicator, figure.cut)
    }


def _stake(item: Item) -> Decimal:
    return -item.each if item.formula is Formula.DEDUCTION else item.each


def _problems_of_text(field: str, word: str, text: str) -> list[Problem]:
    if not text.strip():
        return [Problem(field, "required", f"请填写{word}。")]
    return [Problem(field, "long", f"{word}不要超过 {LONGEST} 字。")] if len(text) > LONGEST else []
