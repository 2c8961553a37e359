"""Registering many petitions at once (批量登记信访): the good ones in one transaction, the others told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft, problems_of_new
from gridapp.cases.petition.record import decided, registered
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Need
from gridapp.domain.petition import GROUP_THRESHOLD
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import CaseStore, Save


@dataclass(frozen=True, slots=True)
class Entry:
    """A petition to be registered, and what was decided at once (当场答复), if anything."""

    draft: PetitionDraft
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class RecordedMany:
    """What became of some entries, by their places: the petitions saved, and every problem of those that were not."""

    petitions: Mapping[int, Case]
    problems: Mapping[int, Sequence[Problem]]


def problems_of_entry(entry: Entry, areas: AreaTree, deadlines: Deadlines, now: datetime) -> Sequence[Problem]:
    """Everything that speaks against registering an entry now, and against deciding it at once."""
    draft, order = entry.draft, entry.order
    problems = problems_of_new(draft, areas, now)
    if order is None or problems or draft.reported_at is None:
        return problems
    petition = registered(draft, draft.reported_at, "", GROUP_THRESHOLD, deadlines, "", now)
    try:
        taken(petition, replace(order, at=order.at or draft.reported_at), deadlines, "", now)
    except Unacceptable as refusal:
        return refusal.problems
    except Refusal as refusal:
        return (Problem(Need.RESULT.value, "refused", str(refusal)),)
    return ()


def record_many(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    threshold: int,
    entries: Sequence[Entry],
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> RecordedMany:
    """Saves every entry without problems under a number of its own, all in one transaction; the others are told.

    `threshold` is the number of heads of a group. The draft that held them, if its id is given, is thrown away with
    the saving unless some were told. Raises `Refusal` where the database refuses; then nothing was saved.
    """
    now = clock()
    found = {place: problems_of_entry(entry, areas, deadlines, now) for place, entry in enumerate(entries)}
    saves: dict[int, Save] = {}
    if not all(found.values()):
        with store.transaction() as writer:
            for place, entry in enumerate(entries):
                draft, reported_at, order = entry.draft, entry.draft.reported_at, entry.order
                if found[place] or reported_at is None:
                    continue
                number = writer.next_number(draft.town, Kind.PETITION, day_of(reported_at))
                petition = registered(draft, reported_at, number, threshold, deadlines, actor.name, now)
                action = "登记"
                if order is not None:
                    petition = decided(writer, petition, order, deadlines, actor.name, now)
                    action = f"登记并{order.move.value}"
                saves[place] = Save(None, petition, action)
            writer.save([*saves.values()], actor, now)
            if draft_id is not None and not any(found.values()):
                writer.drop_draft(draft_id)
    petitions = {place: replace(save.after, version=1) for place, save in saves.items()}
    return RecordedMany(petitions, {place: problems for place, problems in found.items() if problems})
