"""Mediation on the spot (当场调解): registered, mediated and settled in one go, one dispute or many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.dispute.agreement_number import numbered
from gridapp.cases.dispute.draft import DisputeDraft, problems_of_new
from gridapp.cases.dispute.record import registered
from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import AgreementForm, Dispute, Risk
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.mediation import SessionResult
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import CaseStore, Save, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A dispute that was settled on the spot: what it was (`draft`), and with what `result`.

    The parties were told their rights by word of mouth and agreed orally; what they agreed on was done at once
    (当场履行) unless `performed` says otherwise.
    """

    draft: DisputeDraft
    result: str
    performed: bool = True


def problems_of_settled(settled: Settled, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a dispute that was settled on the spot."""
    draft = settled.draft
    problems = [
        replace(problem, message="请填写调解时间。")
        if draft.reported_at is None and problem.field == "reported_at"
        else problem
        for problem in problems_of_new(draft, areas, now)
    ]
    if not draft.unit.strip():
        problems.append(Problem("unit", "required", "请填写调解组织。"))
    if not draft.handler.strip():
        problems.append(Problem("handler", "required", "请填写调解员。"))
    if not draft.parties:
        problems.append(Problem("parties", "required", "请填写当事人。"))
    if draft.level in MAJOR or draft.difficult:
        problems.append(Problem("level", "written", "重大、疑难纠纷应当制作书面协议，请按一般流程登记。"))
    if draft.risk == Risk.HIGH and not draft.risk_report.strip():
        problems.append(Problem("risk_report", "required", "激化风险为高的，请写明向公安机关报告的情况。"))
    if not settled.result.strip():
        problems.append(Problem("result", "required", "请填写调解结果。"))
    return tuple(problems)


def settle(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    lines: Sequence[Settled],
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Sequence[Dispute]:
    """Saves disputes that were settled on the spot, all of them or none, each under a number of its own.

    Raises `Unacceptable` with every problem; with several lines the fields are `N.field`, N counted from 0.
    """
    now = clock()
    problems = [
        replace(problem, field=f"{n}.{problem.field}" if len(lines) > 1 else problem.field)
        for n, line in enumerate(lines)
        for problem in problems_of_settled(line, areas, now)
    ]
    if problems:
        raise Unacceptable(tuple(problems))
    with store.transaction() as writer:
        disputes = []
        for line in lines:
            reported_at = line.draft.reported_at or now
            number = writer.next_number(line.draft.town, Kind.DISPUTE, day_of(reported_at))
            new = registered(line.draft, reported_at, number, deadlines, actor.name, now)
            disputes.append(_settled(writer, new, line, deadlines, actor.name, now))
        writer.save([Save(None, dispute, "当场调解") for dispute in disputes], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return [replace(dispute, version=1) for dispute in disputes]


def _settled(writer: Writer, new: Dispute, line: Settled, deadlines: Deadlines, person: str, now: datetime) -> Dispute:
    """A dispute just registered, after it was received, mediated and settled at the moment of its report."""
    case: Case = new
    for order in _orders(new, line):
        case = taken(case, numbered(writer, new, order, now), deadlines, person, now)
    if not isinstance(case, Dispute):
        raise TypeError(case)
    return case


def _orders(new: Dispute, line: Settled) -> Sequence[Order]:
    at = new.reported_at
    unit, handler = new.unit or "", new.handler or ""
    present = "、".join(party.name for party in new.parties)
    result = line.result.strip()
    return (
        Order(move=Move.ACCEPT, at=at, unit=unit, handler=handler, informed="口头", chief=new.chief or ""),
        Order(
            move=Move.MEDIATE,
            at=at,
            place=new.address or "现场",
            present=present,
            record=result,
            session_result=SessionResult.AGREED,
        ),
        Order(
            move=Move.AGREE,
            at=at,
            form=AgreementForm.ORAL,
            result=result,
            at_once=line.performed,
            evidence="当场履行" if line.performed else "",
        ),
    )
