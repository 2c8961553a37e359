"""A finding of a patrol or visit that becomes an event (发现问题转事件)."""

from dataclasses import replace
from uuid import UUID

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import problems_of_new, registered
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import CaseStore, Save


def open_event(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    source: UUID,
    draft: EventDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Event:
    """Registers an event that was found on an entry's occasion; the entry is its source case.

    Raises `Unacceptable` with every problem at once, `Refusal` where the entry is voided or gone.
    """
    now = clock()
    problems = problems_of_new(draft, areas, now)
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    with store.transaction() as writer:
        entry = writer.load(source)
        if entry.excluded is not None:
            raise Refusal(f"{entry.number} 已经作废，请先恢复再转事件。")
        number = writer.next_number(draft.town, Kind.EVENT, day_of(draft.reported_at))
        event = replace(registered(draft, draft.reported_at, number, deadlines, actor.name, now), source_case=source)
        writer.save([Save(None, event, "登记")], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return replace(event, version=1)
