"""Changing what is written of a saved event (修改、更正事件)."""

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, problems_of_change
from gridapp.domain.event import Event
from gridapp.domain.problem import Problem
from ui.cases.event_form import EventForm
from ui.desk import Desk
from ui.handling.amending import Amending


class EventAmending(Amending[Event, EventDraft]):
    """The form of one event with its buttons."""

    form: EventForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Event, EventForm(desk))

    @override
    def draft_of(self, case: Event) -> EventDraft:
        return draft_of(case)

    @override
    def problems_of(self, case: Event, draft: EventDraft, now: datetime) -> Sequence[Problem]:
        return problems_of_change(case, draft, self._desk.areas, now)

    @override
    def write(self, case: Event, draft: EventDraft) -> Event:
        desk = self._desk
        store, areas, deadlines = desk.office.cases, desk.areas, desk.deadlines
        return amend(store, areas, deadlines, case.id, case.version, draft, desk.actor, desk.clock)
