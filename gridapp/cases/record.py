"""Recording a grid event (登记) and amending one (修改)."""

from dataclasses import replace
from uuid import UUID

from gridapp.cases.draft import EventDraft, check
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.ports import CaseStore, Save


def record(store: CaseStore, areas: AreaTree, draft: EventDraft, actor: Actor, clock: Clock) -> Event:
    """Saves a new event under a number of its own.

    The actor becomes the first receiver (首问责任人). Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    problems = check(draft, areas, now)
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    with store.transaction() as writer:
        number = writer.next_number(draft.town, Kind.EVENT, day_of(draft.reported_at))
        blank = Event(
            id=case_id_at(now),
            town=draft.town,
            number=number,
            title=draft.title.strip(),
            reported_at=draft.reported_at,
            registered_at=now,
            first_receiver=actor.name,
        )
        event = _filled(blank, draft)
        writer.save([Save(None, event, "登记")], actor, now)
    return replace(event, version=1)


def amend(
    store: CaseStore,
    areas: AreaTree,
    event_id: UUID,
    version: int,
    draft: EventDraft,
    actor: Actor,
    clock: Clock,
) -> Event:
    """Saves changes to the event that the editor saw in `version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile.
    """
    now = clock()
    problems = check(draft, areas, now)
    if problems:
        raise Unacceptable(problems)
    with store.transaction() as writer:
        before = writer.load(event_id)
        if not isinstance(before, Event):
            raise Refusal("这条记录不是网格事件，请刷新列表后重试。")
        if before.version != version:
            raise Overtaken(f"事件 {before.number} 刚被他人修改过，请先查看修改后的内容再保存。")
        event = _filled(before, draft)
        if event.closings and day_of(event.reported_at) > day_of(event.closings[0].closed_at):
            raise Unacceptable((Problem("reported_at", "order", "上报时间不能晚于办结时间。"),))
        writer.save([Save(before, event, "修改")], actor, now)
    return replace(event, version=version + 1)


def draft_of(event: Event) -> EventDraft:
    """A saved event as the form shows it."""
    return EventDraft(
        town=event.town,
        title=event.title,
        category=event.category,
        village=event.village,
        grid=event.grid,
        address=event.address or "",
        reporter=event.reporter or "",
        phone=event.phone or "",
        source=event.source or "",
        level=event.level or "",
        reported_at=event.reported_at,
        due_at=event.due_at,
        unit=event.unit or "",
        handler=event.handler or "",
        note=event.note or "",
    )


def _filled(event: Event, draft: EventDraft) -> Event:
    return replace(
        event,
        title=draft.title.strip(),
        category=draft.category,
        village=draft.village,
        grid=draft.grid,
        address=draft.address.strip() or None,
        reporter=draft.reporter.strip() or None,
        phone=draft.phone or None,
        source=draft.source or None,
        level=draft.level or None,
        reported_at=draft.reported_at or event.reported_at,
        due_at=draft.due_at,
        unit=draft.unit.strip() or None,
        handler=draft.handler.strip() or None,
        note=draft.note.strip() or None,
    )
