"""Disputes opened from another case (转矛盾纠纷): an event's clock stands still until its dispute has ended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.dispute.draft import DisputeDraft, problems_of_new
from gridapp.cases.dispute.record import refuse_problems, registered
from gridapp.cases.order import Order
from gridapp.cases.permission import why_not
from gridapp.cases.taken import moved
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute, Outcome
from gridapp.domain.dispute_words import ENTRUSTED, UNASKED
from gridapp.domain.event import Event
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseStore, Save, Writer


def draft_from(case: Case, now: datetime) -> DisputeDraft:
    """What a dispute starts with that is opened from an event or a petition."""
    leaf = vocabulary().leaf(case.category)
    is_dispute = leaf is not None and leaf.opens is Kind.DISPUTE
    return DisputeDraft(
        town=case.town,
        title=case.title,
        category=case.category if is_dispute else None,
        village=case.village,
        grid=case.grid,
        address=getattr(case, "address", None) or "",
        occurred_at=case.occurred_at,
        reported_at=now,
        source=ENTRUSTED if case.kind is Kind.PETITION else UNASKED,
        entrusted_by="信访部门" if case.kind is Kind.PETITION else "",
        level=case.level or "",
        people=getattr(case, "people", None) or getattr(case, "heads", None),
        chief=case.chief or "",
        note=case.note or "",
        source_case=case.id,
    )


def open_from(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    source_id: UUID,
    version: int,
    draft: DisputeDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Dispute:
    """Saves a dispute that comes from an event or a petition, which its editor saw in `version`; both know each other.

    The event waits from now on (转办中). Raises `Unacceptable` with every problem of the draft, `Refusal` where the
    event cannot be referred now, `Overtaken` where somebody else saved it meanwhile.
    """
    now = clock()
    reported_at = refuse_problems(problems_of_new(draft, areas, now), draft)
    with store.transaction() as writer:
        source = writer.load(source_id)
        if source.version != version:
            raise Overtaken(f"{source.number} 刚被他人修改过，请先查看修改后的内容再操作。")
        number = writer.next_number(draft.town, Kind.DISPUTE, day_of(reported_at))
        draft = replace(draft, source_case=source_id)
        dispute = registered(draft, reported_at, number, deadlines, actor.name, now)
        saves = [Save(None, dispute, "登记")]
        if isinstance(source, Event):
            refusal = why_not(source, Move.REFER, now, deadlines)
            if refusal is not None:
                raise Refusal(refusal)
            order = Order(move=Move.REFER, reason=f"转为矛盾纠纷 {number}")
            saves.append(Save(source, moved(source, order, deadlines, actor.name, now), Move.REFER.value))
        writer.save(saves, actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return replace(dispute, version=1)


def followed(writer: Writer, saves: Sequence[Save], deadlines: Deadlines, person: str, now: datetime) -> Iterator[Save]:
    """What changes of disputes make of the events from which they came: each goes on, or waits again.

    A settled dispute is the event's feedback (反馈), to be verified (核查) as any; another end gives it back to be
    handled. A dispute that is opened again, or counts again, makes its event wait unless that was closed meanwhile.
    An event of several disputes waits for all of them. One that is voided or merged goes on as well, so that it stands
    right when it counts again.
    """
    by_source = _turned(saves)
    sources = writer.hold_all(list(by_source)) if by_source else {}
    for source_id, disputes in by_source.items():
        source = sources.get(source_id)
        if isinstance(source, Event):
            as_saved = {save.after.id: save.after for save in saves}
            opened = [as_saved.get(case.id, case) for case in writer.opened_from(source_id)]
            order = _order(disputes, opened)
            if order is not None and source.status in EVENT_COURSE[order.move].sources:
                yield Save(source, moved(source, order, deadlines, person, now), order.move.value)


def out_of_step(writer: Writer, saves: Sequence[Save]) -> Event | None:
    """The first event that going back to what was (撤销) leaves waiting for nothing, or going on beside its dispute."""
    as_saved = {save.after.id: save.after for save in saves}
    changed = [save.after.id for save in saves if isinstance(save.after, Event)]
    concerned = dict.fromkeys((*_turned(saves), *changed))
    for source_id, source in (writer.hold_all(list(concerned)) if concerned else {}).items():
        if not isinstance(source, Event):
            continue
        opened = [case for case in writer.opened_from(source_id) if isinstance(case, Dispute)]
        waited, waits = any(map(_waits, opened)), any(_waits(as_saved.get(case.id, case)) for case in opened)
        after = as_saved.get(source_id, source)
        goes_on = after.status in EVENT_COURSE[Move.REFER].sources
        came_apart = not waited or source.status is Status.REFERRED
        if (waits and goes_on and came_apart) or (not waits and after.status is Status.REFERRED):
            return source
    return None


def _turned(saves: Sequence[Save]) -> dict[UUID, list[Dispute]]:
    """The disputes that by some changes wait or do not wait any more, by the case from which each was opened."""
    by_source: dict[UUID, list[Dispute]] = {}
    for save in saves:
        case = save.after
        turns = save.before is not None and _waits(save.before) != _waits(case)
        if turns and isinstance(case, Dispute) and case.source_case is not None:
            by_source.setdefault(case.source_case, []).append(case)
    return by_source


def _waits(case: Case) -> bool:
    """Whether an event would wait for a dispute as it stands."""
    return case.excluded is None and case.closed is None and case.status is not Status.INVALID


def _order(disputes: Sequence[Dispute], opened: Sequence[Case]) -> Order | None:
    """What disputes that have ended, or go on again, mean for their event, from which all those were opened."""
    again = next((dispute for dispute in disputes if _waits(dispute)), None)
    if again is not None:
        return Order(move=Move.REFER, reason=f"矛盾纠纷 {again.number} 重新办理")
    if any(_waits(case) for case in opened if isinstance(case, Dispute)):
        return None
    settled = [dispute for dispute in disputes if _settled(dispute)]
    dispute = (settled or list(disputes))[-1]
    closed = dispute.closed if dispute.excluded is None else None
    if closed is not None and settled:
        result = f"矛盾纠纷 {dispute.number} {closed.outcome}：{closed.result}"
        return Order(move=Move.REFERRAL_SETTLED, result=result, evidence=f"纠纷卷宗 {dispute.number}")
    ended = closed.outcome if closed is not None else "作废、并案或不予受理"
    return Order(move=Move.REFERRAL_RETURNED, reason=f"矛盾纠纷 {dispute.number} {ended}")


def _settled(dispute: Dispute) -> bool:
    closed = dispute.closed
    return dispute.excluded is None and closed is not None and closed.outcome == Outcome.SUCCEEDED
