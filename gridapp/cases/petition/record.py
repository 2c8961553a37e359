"""Registering a petition (信访登记) and changing what is written of it (修改)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.late import kept_late_reason
from gridapp.cases.order import Order
from gridapp.cases.petition.draft import LONGEST_TITLE, PetitionDraft, check, problems_of_new
from gridapp.cases.procedures import procedure_of
from gridapp.cases.registering import register_case
from gridapp.cases.standing_problems import problems_of_what_stands
from gridapp.cases.taken import step_limit, taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Petition, PetitionPurpose, is_group
from gridapp.domain.petition_limit import PetitionStage, legal_due, petition_due, regimes_on
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.domain.status import OPEN
from gridapp.ports import CaseStore, Writer


def record(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    threshold: int,
    draft: PetitionDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
    order: Order | None = None,
) -> Petition:
    """Saves a new petition under a number of its own, with what was decided at once (受理, 当场答复…), if anything.

    `threshold` is the number of heads of a group. The kept draft with `draft_id` is thrown away with the saving. The
    actor becomes the first receiver (首问责任人). Raises `Unacceptable` with every problem at once, `Refusal` where the
    order is not lawful.
    """
    now = clock()
    reported_at = refuse_problems(problems_of_new(draft, areas, now), draft)
    action = "登记" if order is None else f"登记并{order.move.value}"

    def made(writer: Writer, number: str) -> Petition:
        petition = registered(draft, reported_at, number, threshold, deadlines, actor.name, now)
        return petition if order is None else decided(writer, petition, order, deadlines, actor.name, now)

    return register_case(store, Kind.PETITION, draft.town, reported_at, made, actor, now, draft_id, action)


def decided(
    writer: Writer, petition: Petition, order: Order, deadlines: Deadlines, person: str, now: datetime
) -> Petition:
    """A petition with what was decided in the act of registering, by default at the moment of the visit."""
    at = order.at or petition.reported_at
    numbered = procedure_of(Kind.PETITION).numbered(writer, petition, replace(order, at=at), now)
    after = taken(petition, numbered, deadlines, person, now)
    if not isinstance(after, Petition):
        raise TypeError(after)
    return after


def amend(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    threshold: int,
    case_id: UUID,
    version: int,
    draft: PetitionDraft,
    actor: Actor,
    clock: Clock,
) -> Petition:
    """Saves changes to the petition that the editor saw in `version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided, merged or archived.
    """

    def changed(before: Petition, now: datetime) -> Petition:
        refuse_problems(problems_of_change(before, draft, areas, now), draft)
        return _limited_again(before, filled(before, draft, threshold), deadlines)

    return amend_case(store, Petition, case_id, version, changed, draft.reason, deadlines, actor, clock)


def _limited_again(before: Petition, after: Petition, deadlines: Deadlines) -> Petition:
    """Under other rules (适用规定) by another day, the limits that stand as the former rules set them are set anew."""
    was, day, begun = day_of(before.reported_at), day_of(after.reported_at), before.accepted_at
    if begun is None or after.status not in OPEN or regimes_on(was) == regimes_on(day):
        return after
    limits: dict[str, Any] = {
        name: due(PetitionStage.HANDLE, day, begun, deadlines)
        for name, due in (("due_at", petition_due), ("legal_due_at", legal_due))
        if getattr(before, name) == due(PetitionStage.HANDLE, was, begun, deadlines)
    }
    return replace(after, **limits)


def refuse_problems(problems: tuple[Problem, ...], draft: PetitionDraft) -> datetime:
    """The moment by which the petition counts; raises `Unacceptable` where there is any problem."""
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    return draft.reported_at


def problems_of_change(petition: Petition, draft: PetitionDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a saved petition's changes; one that has been answered needs a reason (更正原因).

    What an old ledger has left empty may stay so.
    """
    return (*check_again(draft_of(petition), draft, areas, now), *_problems_of_change(petition, draft))


def check_again(before: PetitionDraft, draft: PetitionDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that it did not have before."""
    known = {(problem.field, problem.code) for problem in check(before, areas, now)}
    return tuple(p for p in check(draft, areas, now) if (p.field, p.code) not in known)


def _problems_of_change(petition: Petition, draft: PetitionDraft) -> Iterator[Problem]:
    if petition.closed is not None and not draft.reason.strip():
        yield Problem("reason", "required", f"信访件现在是“{petition.status.label}”，更正内容请写明更正原因。")
    yield from problems_of_what_stands(petition, draft.attachments, draft.reported_at, "信访时间")


def registered(
    draft: PetitionDraft,
    reported_at: datetime,
    number: str,
    threshold: int,
    deadlines: Deadlines,
    person: str,
    now: datetime,
) -> Petition:
    """The petition that a draft without problems becomes under a number; the person is its first receiver."""
    blank = Petition(
        id=case_id_at(now),
        town=draft.town,
        number=number,
        title="",
        reported_at=reported_at,
        registered_at=now,
        late_reason=kept_late_reason(reported_at, draft.late_reason, now),
        first_receiver=person,
        source_case=draft.source_case,
    )
    petition = filled(blank, draft, threshold)
    return replace(petition, step_due_at=step_limit(petition, reported_at, deadlines))


def draft_of(petition: Petition) -> PetitionDraft:
    """A saved petition as its form shows it."""
    return PetitionDraft(
        town=petition.town,
        channel=petition.source or "",
        reported_at=petition.reported_at,
        late_reason=petition.late_reason or "",
        petitioner=petition.petitioner or "",
        phone=petition.phone or "",
        address=petition.address or "",
        heads=petition.heads,
        concerned=petition.concerned,
        parties=petition.parties,
        purpose=petition.purpose or "",
        category=petition.category,
        title=petition.title,
        demand=petition.demand or "",
        accused=petition.accused or "",
        village=petition.village,
        grid=petition.grid,
        level=petition.level or "",
        flags=petition.tags,
        origin=petition.origin or "",
        outside_number=petition.outside_number or "",
        repeat=petition.repeat,
        earlier=petition.earlier,
        reception=petition.reception,
        chief=petition.chief or "",
        note=petition.note or "",
        attachments=petition.attachments,
        source_case=petition.source_case,
    )


def filled(petition: Petition, draft: PetitionDraft, threshold: int) -> Petition:
    """A petition with what a draft says; raises nothing, the draft was checked before.

    Whether it is one of a group is judged anew only where form or heads have changed, so that another threshold does
    not rewrite what was registered under the old one.
    """
    demand, heads = draft.demand.strip(), draft.heads or 1
    same = petition.source == draft.channel and petition.heads == heads
    return replace(
        petition,
        title=draft.title.strip() or demand[:LONGEST_TITLE],
        source=draft.channel or None,
        reported_at=draft.reported_at or petition.reported_at,
        petitioner=draft.petitioner.strip() or None,
        phone=draft.phone.strip() or None,
        address=draft.address.strip() or None,
        heads=heads,
        concerned=draft.concerned,
        group=petition.group if same and petition.version else is_group(draft.channel, heads, threshold),
        parties=draft.parties,
        purpose=PetitionPurpose(draft.purpose) if draft.purpose else None,
        category=draft.category,
        demand=demand or None,
        accused=draft.accused.strip() or None,
        village=draft.village,
        grid=draft.grid,
        level=draft.level or None,
        tags=draft.flags,
        origin=draft.origin.strip() or None,
        outside_number=draft.outside_number.strip() or None,
        repeat=draft.repeat,
        earlier=draft.earlier,
        reception=draft.reception,
        chief=draft.chief.strip() or None,
        note=draft.note.strip() or None,
        attachments=draft.attachments,
    )
