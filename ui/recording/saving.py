"""Saving a new event (登记入库), closed at once or not; runs in the database's thread."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import filled, problems_of_new, record
from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.cases.register.finding import open_event
from gridapp.cases.taken import taken
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from ui.desk import Desk
from ui.recording.recorded import Recorded


def problems_before(desk: Desk, draft: EventDraft, order: Order | None) -> Sequence[Problem]:
    """Everything that speaks against saving a draft, and against closing it at once by an order."""
    problems = problems_of_new(draft, desk.areas, desk.now)
    if order is None:
        return problems
    at = draft.reported_at or desk.now
    blank = Event(id=case_id_at(at), town=draft.town, number="", title="", reported_at=at, registered_at=at)
    try:
        taken(filled(blank, draft), order, desk.deadlines, desk.actor.name, max(desk.now, at))
    except Unacceptable as refusal:
        return (*problems, *refusal.problems)
    return problems


def save_new(
    desk: Desk, draft: EventDraft, order: Order | None, draft_id: UUID, found_on: UUID | None = None
) -> Recorded:
    """Saves a draft as an event, closes it by an order if there is one, and throws the kept draft away.

    `found_on` is the entry of a register on whose occasion it was found (巡防、走访发现).

    Raises `Unacceptable` with every problem of the draft; where only the closing is refused the event stays.
    """
    office = desk.office
    store, areas, deadlines, actor, clock = office.cases, desk.areas, desk.deadlines, desk.actor, desk.clock
    if found_on is None:
        event = record(store, areas, deadlines, draft, actor, clock, draft_id)
    else:
        event = open_event(store, areas, deadlines, found_on, draft, actor, clock, draft_id)
    if order is None:
        return Recorded(event)
    try:
        after = take(store, event.id, event.version, order, deadlines, actor, clock)
    except Refusal as refusal:
        return Recorded(event, str(refusal))
    return Recorded(replace(event, status=after.status, version=after.version))
