"""Recording many grid events at once (批量登记): the good ones together in one transaction, the others told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import problems_of_new, registered
from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import CaseStore, Save


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to be registered, and the order by which it is closed at once (自办办结), if it is."""

    draft: EventDraft
    closing: Order | None = None


@dataclass(frozen=True, slots=True)
class RecordedMany:
    """What became of some entries, by their places: the events saved, and every problem of those that were not."""

    events: Mapping[int, Case]
    problems: Mapping[int, Sequence[Problem]]


def problems_of_entry(entry: Entry, areas: AreaTree, deadlines: Deadlines, now: datetime) -> Sequence[Problem]:
    """Everything that speaks against registering an entry now, and against closing it at once."""
    draft = entry.draft
    problems = problems_of_new(draft, areas, now)
    if entry.closing is None:
        return problems
    reported_at = draft.reported_at if draft.reported_at and draft.reported_at <= now else now
    try:
        taken(registered(draft, reported_at, "", deadlines, "", now), entry.closing, deadlines, "", now)
    except Unacceptable as refusal:
        return (*problems, *refusal.problems)
    return problems


def record_many(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    entries: Sequence[Entry],
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> RecordedMany:
    """Saves every entry without problems under a number of its own, all in one transaction; the others are told.

    The draft that held them, if its id is given, is thrown away with the saving unless some were told: it still
    holds those, and a process that ends now must not lose them. Raises `Refusal` where the database
    refuses; then nothing was saved.
    """
    now = clock()
    found = {place: problems_of_entry(entry, areas, deadlines, now) for place, entry in enumerate(entries)}
    events: dict[int, Case] = {}
    if not all(found.values()):
        with store.transaction() as writer:
            for place, entry in enumerate(entries):
                draft, reported_at = entry.draft, entry.draft.reported_at
                if found[place] or reported_at is None:
                    continue
                number = writer.next_number(draft.town, Kind.EVENT, day_of(reported_at))
                event: Case = registered(draft, reported_at, number, deadlines, actor.name, now)
                if entry.closing is not None:
                    event = taken(event, entry.closing, deadlines, actor.name, now)
                events[place] = event
            writer.save([Save(None, event, "登记") for event in events.values()], actor, now)
            if draft_id is not None and not any(found.values()):
                writer.drop_draft(draft_id)
    saved = {place: replace(event, version=1) for place, event in events.items()}
    return RecordedMany(saved, {place: problems for place, problems in found.items() if problems})
