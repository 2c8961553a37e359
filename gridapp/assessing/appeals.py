"""Appeals against deductions (申诉与裁定): kept beside the entry or the record, decided once by somebody else."""

from decimal import Decimal
from uuid import UUID

from gridapp.assessing.account import added, counted_records, marks_of, problems_of_text, still_open
from gridapp.assessing.rules import rules_for
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.assessment import Formula
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict, awaits_decision, worth
from gridapp.domain.identity import case_id_at
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Office

_NOTHING = Decimal(0)


def appeal(office: Office, entry: UUID, reason: str, actor: Actor, clock: Clock) -> Mark:
    """Keeps what a worker's side says against a deduction by hand (申诉).

    Raises `Unacceptable` without reasons, `Refusal` where nothing is left of it or it was appealed against before.
    """
    marks = marks_of(office, entry)
    problems = problems_of_text("reason", "申诉理由", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if worth(marks) >= 0:
        raise Refusal("这条登记没有扣分，不必申诉。")
    if any(mark.act is MarkAct.APPEALED for mark in marks):
        raise Refusal("这条扣分已经申诉过，以裁定为准。")
    return added(office, marks[-1], MarkAct.APPEALED, _NOTHING, reason, actor, clock)


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
    problems = problems_of_text("reason", "申诉理由", reason)
    if problems:
        raise Unacceptable(tuple(problems))
    if found is None or found.formula is not Formula.DEDUCTION:
        raise Refusal("只有扣分可以申诉，请选择一个扣分项目。")
    if case_id not in counted_records(office, town, month, worker, found, now):
        raise Refusal(f"这一件没有计入{worker}的“{found.name}”，请核对。")
    this = (month, worker, item, case_id, MarkAct.APPEALED)
    if any((m.about, m.worker, m.item, m.case_id, m.act) == this for m in office.assessment.marks(town)):
        raise Refusal("这条扣分已经申诉过，以裁定为准。")
    mark = Mark(
        entry=case_id_at(now),
        n=1,
        town=town,
        about=month,
        month=still_open(office, town, month),
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
    marks = marks_of(office, entry)
    if not awaits_decision(marks):
        raise Refusal("没有待裁定的申诉，请刷新后查看。")
    if actor.name == marks[-1].worker:
        raise Refusal("本人不能裁定自己的申诉，请由他人办理。")
    stake = _at_stake(office, marks[-1], worth(marks))
    problems = problems_of_text("opinion", "裁定意见", opinion)
    if verdict is Verdict.REDUCED and not (points is not None and _NOTHING < points < stake):
        problems.append(Problem("points", "points", f"减轻的分数应大于 0、小于 {stake:f}。"))
    if problems:
        raise Unacceptable(tuple(problems))
    amounts = {Verdict.UPHELD: _NOTHING, Verdict.LIFTED: stake, Verdict.REDUCED: points or _NOTHING}
    return added(office, marks[-1], MarkAct.DECIDED, amounts[verdict], opinion, actor, clock, verdict)


def _at_stake(office: Office, last: Mark, worth_now: Decimal) -> Decimal:
    """The points that an appeal is about; those of a record stand in the rules of its month."""
    if worth_now:
        return -worth_now
    item = rules_for(office, last.town, last.about).item(last.item)
    return _NOTHING if item is None else item.each
