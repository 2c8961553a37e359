"""Registering a dispute (纠纷登记) and changing what is written of it (修改)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.dispute.draft import DisputeDraft, check, problems_of_new
from gridapp.cases.late import kept_late_reason
from gridapp.cases.registering import register_case
from gridapp.cases.standing_problems import problems_of_what_stands
from gridapp.cases.taken import step_limit
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute, Mode, Risk
from gridapp.domain.dispute_words import ENTRUSTED
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.party import Side, names_of
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.domain.step import Step
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseStore, Writer

_WORDS = ("source", "committee", "scale", "mediation_type", "monthly_type", "campaign_column")
"""Fields whose words come from lists that ledgers did not always keep to."""


def record(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    draft: DisputeDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Dispute:
    """Saves a new dispute under a number of its own; the kept draft with `draft_id` is thrown away with the saving.

    The actor becomes the first receiver (首问责任人). Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    reported_at = refuse_problems(problems_of_new(draft, areas, now), draft)

    def made(_: Writer, number: str) -> Dispute:
        return registered(draft, reported_at, number, deadlines, actor.name, now)

    return register_case(store, Kind.DISPUTE, draft.town, reported_at, made, actor, now, draft_id)


def amend(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: DisputeDraft,
    actor: Actor,
    clock: Clock,
) -> Dispute:
    """Saves changes to the dispute that the editor saw in `version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided, merged or archived.
    """

    def changed(before: Dispute, now: datetime) -> Dispute:
        refuse_problems(problems_of_change(before, draft, areas, now), draft)
        return filled(before, draft)

    return amend_case(store, Dispute, case_id, version, changed, draft.reason, deadlines, actor, clock)


def refuse_problems(problems: tuple[Problem, ...], draft: DisputeDraft) -> datetime:
    """The moment by which the dispute counts; raises `Unacceptable` where there is any problem."""
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    return draft.reported_at


def problems_of_change(dispute: Dispute, draft: DisputeDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a saved dispute's changes; one that has ended needs a reason (更正原因)."""
    return (*check_again(draft_of(dispute), draft, areas, now), *_problems_of_change(dispute, draft))


def check_again(before: DisputeDraft, draft: DisputeDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that another one has become; a word that an old ledger has brought along may stay."""
    words = {field for field in _WORDS if getattr(before, field) == getattr(draft, field)}
    return tuple(p for p in check(draft, areas, now) if p.code != "unknown" or p.field not in words)


def _problems_of_change(dispute: Dispute, draft: DisputeDraft) -> Iterator[Problem]:
    if dispute.closed is not None and not draft.reason.strip():
        yield Problem("reason", "required", f"纠纷现在是“{dispute.status.label}”，更正内容请写明更正原因。")
    if dispute.risk is Risk.HIGH and dispute.steps and draft.risk != dispute.risk:
        yield Problem("risk", "locked", "激化风险的变化请通过“研判风险”记录。")
    if draft.risk_report.strip():
        yield Problem("risk_report", "locked", "已登记的纠纷，报告公安情况请通过“报告公安机关”记录。")
    yield from problems_of_what_stands(dispute, draft.attachments, draft.reported_at, "排查（收到）时间")


def registered(
    draft: DisputeDraft, reported_at: datetime, number: str, deadlines: Deadlines, person: str, now: datetime
) -> Dispute:
    """The dispute that a draft without problems becomes under a number; the person is its first receiver.

    A high risk that was reported to the police at intake is on its course from the beginning (报告公安机关).
    """
    blank = Dispute(
        id=case_id_at(now),
        town=draft.town,
        number=number,
        title=draft.title.strip(),
        reported_at=reported_at,
        registered_at=now,
        late_reason=kept_late_reason(reported_at, draft.late_reason, now),
        first_receiver=person,
        source_case=draft.source_case,
    )
    dispute = filled(blank, draft)
    dispute = replace(dispute, step_due_at=step_limit(dispute, reported_at, deadlines))
    if not draft.risk_report.strip():
        return dispute
    told = Step(
        move=Move.REPORT_POLICE,
        at=reported_at,
        person=person,
        status=dispute.status,
        text=draft.risk_report.strip(),
    )
    return replace(dispute, risk_reported_at=reported_at, steps=(told,))


def draft_of(dispute: Dispute) -> DisputeDraft:
    """A saved dispute as the form shows it; names from a ledger stand there as parties."""
    return DisputeDraft(
        town=dispute.town,
        title=dispute.title,
        category=dispute.category,
        mediation_type=dispute.mediation_type or "",
        monthly_type=dispute.monthly_type or "",
        campaign_column=dispute.campaign_column or "",
        village=dispute.village,
        grid=dispute.grid,
        address=dispute.address or "",
        occurred_at=dispute.occurred_at,
        reported_at=dispute.reported_at,
        late_reason=dispute.late_reason or "",
        source=dispute.source or "",
        entrusted_by=dispute.entrusted_by or "",
        level=dispute.level or "",
        scale=dispute.scale or "",
        difficult=dispute.difficult,
        project=dispute.project or "",
        people=dispute.people,
        amount=dispute.amount,
        risk=dispute.risk or "",
        mode=dispute.mode or "",
        unit=dispute.unit or "",
        committee=dispute.committee or "",
        handler=dispute.handler or "",
        co_mediators=dispute.co_mediators,
        chief=dispute.chief or "",
        informed=dispute.informed or "",
        demand=dispute.demand or "",
        note=dispute.note or "",
        parties=dispute.known_parties,
        attachments=dispute.attachments,
        source_case=dispute.source_case,
    )


def filled(dispute: Dispute, draft: DisputeDraft) -> Dispute:
    """A dispute with what a draft says; raises nothing, the draft was checked before.

    A type that was not chosen is that of the leaf (domain.md §2.2). A risk that rises to high is to be reported again.
    """
    leaf = vocabulary().leaf(draft.category)
    rises = draft.risk == Risk.HIGH and dispute.risk is not Risk.HIGH
    return replace(
        dispute,
        title=draft.title.strip(),
        category=draft.category,
        mediation_type=draft.mediation_type or (leaf.mediation_type if leaf else None),
        monthly_type=draft.monthly_type or (leaf.monthly_type if leaf else None),
        campaign_column=draft.campaign_column or (leaf.campaign_column if leaf else None),
        village=draft.village,
        grid=draft.grid,
        address=draft.address.strip() or None,
        occurred_at=draft.occurred_at,
        reported_at=draft.reported_at or dispute.reported_at,
        source=draft.source.strip() or None,
        entrusted_by=draft.entrusted_by.strip() or None if draft.source == ENTRUSTED else None,
        level=draft.level or None,
        scale=draft.scale or None,
        difficult=draft.difficult,
        project=draft.project.strip() or None,
        people=draft.people,
        amount=draft.amount,
        risk=Risk(draft.risk) if draft.risk else None,
        risk_reported_at=None if rises else dispute.risk_reported_at,
        mode=Mode(draft.mode) if draft.mode else None,
        unit=draft.unit.strip() or None,
        committee=draft.committee or None,
        handler=draft.handler.strip() or None,
        co_mediators=draft.co_mediators,
        chief=draft.chief.strip() or None,
        informed=draft.informed or None,
        demand=draft.demand.strip() or None,
        note=draft.note.strip() or None,
        parties=draft.parties,
        party_a=names_of(draft.parties, Side.A),
        party_b=names_of(draft.parties, Side.B),
        attachments=draft.attachments,
    )
