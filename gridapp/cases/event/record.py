"""Recording a grid event (登记) and amending one (修改)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.event.draft import EventDraft, check
from gridapp.cases.late import kept_late_reason, problems_of_late
from gridapp.cases.registering import register_case
from gridapp.cases.standing_problems import problems_of_what_stands
from gridapp.cases.taken import step_limit
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, Writer

_UNRECEIVED = frozenset({Status.REPORTED, Status.RETURNED, Status.ACCEPTED})
"""States in which nobody after the dispatcher has received an event; it may be changed without a reason."""


def problems_of_new(draft: EventDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be registered now; a late one (补录) says why."""
    return (*check(draft, areas, now), *problems_of_late(draft.reported_at, draft.late_reason, now, "上报"))


def problems_of_change(event: Event, draft: EventDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a saved event's changes; one that others have received needs a reason (更正原因)."""
    return (*check(draft, areas, now), *_problems_of_change(event, draft))


def _problems_of_change(event: Event, draft: EventDraft) -> Iterator[Problem]:
    if event.status not in _UNRECEIVED and not draft.reason.strip():
        yield Problem("reason", "required", f"事件现在是“{event.status.label}”，更正内容请写明更正原因。")
    if event.steps and draft.due_at != event.due_at:
        yield Problem("due_at", "locked", "受理后的办理时限只能通过延期调整。")
    yield from problems_of_what_stands(event, draft.attachments, draft.reported_at, "上报时间")


def record(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    draft: EventDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Event:
    """Saves a new event under a number of its own; the kept draft with `draft_id` is thrown away with the saving.

    The actor becomes the first receiver (首问责任人). Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    problems = problems_of_new(draft, areas, now)
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    reported_at = draft.reported_at

    def made(_: Writer, number: str) -> Event:
        return registered(draft, reported_at, number, deadlines, actor.name, now)

    return register_case(store, Kind.EVENT, draft.town, reported_at, made, actor, now, draft_id)


def registered(
    draft: EventDraft, reported_at: datetime, number: str, deadlines: Deadlines, person: str, now: datetime
) -> Event:
    """The event that a draft without problems becomes under a number; the person is its first receiver (首问责任人)."""
    blank = Event(
        id=case_id_at(now),
        town=draft.town,
        number=number,
        title=draft.title.strip(),
        reported_at=reported_at,
        registered_at=now,
        late_reason=kept_late_reason(reported_at, draft.late_reason, now),
        first_receiver=person,
    )
    event = filled(blank, draft)
    return replace(event, step_due_at=step_limit(event, event.reported_at, deadlines))


def amend(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    event_id: UUID,
    version: int,
    draft: EventDraft,
    actor: Actor,
    clock: Clock,
) -> Event:
    """Saves changes to the event that the editor saw in `version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided, merged or archived.
    """

    def changed(before: Event, now: datetime) -> Event:
        problems = problems_of_change(before, draft, areas, now)
        if problems:
            raise Unacceptable(problems)
        return filled(before, draft)

    return amend_case(store, Event, event_id, version, changed, draft.reason, deadlines, actor, clock)


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
        people=event.people,
        source=event.source or "",
        level=event.level or "",
        tags=event.tags,
        occurred_at=event.occurred_at,
        reported_at=event.reported_at,
        late_reason=event.late_reason or "",
        due_at=event.due_at,
        unit=event.unit or "",
        handler=event.handler or "",
        chief=event.chief or "",
        note=event.note or "",
        quantities=event.quantities,
        attachments=event.attachments,
    )


def filled(event: Event, draft: EventDraft) -> Event:
    """An event with what a draft says; raises nothing, the draft was checked before."""
    return replace(
        event,
        title=draft.title.strip(),
        category=draft.category,
        village=draft.village,
        grid=draft.grid,
        address=draft.address.strip() or None,
        reporter=draft.reporter.strip() or None,
        phone=draft.phone or None,
        people=draft.people,
        source=draft.source.strip() or None,
        level=draft.level or None,
        tags=draft.tags,
        occurred_at=draft.occurred_at,
        reported_at=draft.reported_at or event.reported_at,
        due_at=draft.due_at,
        unit=draft.unit.strip() or None,
        handler=draft.handler.strip() or None,
        chief=draft.chief.strip() or None,
        note=draft.note.strip() or None,
        quantities=draft.quantities,
        attachments=draft.attachments,
    )
