"""Saving the grid (批量入库): the good rows together, the others kept as a draft; runs in the database's thread."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from gridapp.cases.event.record_many import Entry, record_many
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.batch.batch_draft import KeptGrid, content_of
from ui.batch.sheet import Row
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Saved:
    """The events registered, and the rows that stay in the grid."""

    events: Sequence[Case]
    rest: Sequence[Row]


def save_grid(desk: Desk, grid: KeptGrid, entries: Mapping[int, Entry], draft_id: UUID) -> Saved:
    """Registers the entries of some rows; rows without one, or with problems after all, stay.

    The draft is thrown away with the saving if nothing stays; else what stays is kept in its place right afterwards.
    """
    office, actor = desk.office, desk.actor
    places = list(entries)
    nothing_stays = len(places) == sum(any(row) for row in grid.rows)
    recorded = record_many(
        office.cases,
        desk.areas,
        desk.deadlines,
        list(entries.values()),
        actor,
        desk.clock,
        draft_id if nothing_stays else None,
    )
    gone = {places[n] for n in recorded.events}
    rest = [row for place, row in enumerate(grid.rows) if any(row) and place not in gone]
    if rest and recorded.events:
        # What is saved is saved: a draft that cannot be kept now is kept with the next turn.
        with suppress(Refusal):
            _keep(desk, KeptGrid(grid.town, grid.late_reason, rest), draft_id)
    return Saved(list(recorded.events.values()), rest)


def _keep(desk: Desk, grid: KeptGrid, draft_id: UUID) -> None:
    actor = desk.actor
    draft = Draft(
        id=draft_id,
        person=actor.name,
        workstation=actor.workstation,
        kind=Kind.EVENT,
        content=content_of(grid),
        saved_at=desk.office.cases.now(),
    )
    desk.office.drafts.put(draft)
