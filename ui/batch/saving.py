"""Saving a grid (批量入库): the good rows together, the others kept as a draft; runs in the database's thread."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from gridapp.domain.case import Case
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.batch.batch_draft import KeptGrid, content_of
from ui.batch.columns import Row
from ui.batch.grid_kind import GridKind
from ui.batch.row_reader import E
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Saved:
    """The cases as they now are, and the rows that stay in the grid."""

    cases: Sequence[Case]
    rest: Sequence[Row]


def save_grid(desk: Desk, kind: GridKind[E], grid: KeptGrid, entries: Mapping[int, E], draft_id: UUID) -> Saved:
    """Saves the entries of some rows; rows without one, or with problems after all, stay.

    The draft is thrown away with the saving if nothing stays; else what stays is kept in its place right afterwards.
    """
    places = list(entries)
    nothing_stays = len(places) == sum(kind.columns.is_filled(row) for row in grid.rows)
    recorded = kind.record(desk, list(entries.values()), draft_id if nothing_stays else None)
    gone = {places[n] for n in recorded}
    rest = [row for place, row in enumerate(grid.rows) if any(row) and place not in gone]
    if recorded and any(kind.columns.is_filled(row) for row in rest):
        # What is saved is saved: a draft that cannot be kept now is kept with the next turn.
        with suppress(Refusal):
            _keep(desk, kind, KeptGrid(grid.town, grid.late_reason, rest), draft_id)
    return Saved(list(recorded.values()), rest)


def _keep(desk: Desk, kind: GridKind[E], grid: KeptGrid, draft_id: UUID) -> None:
    actor = desk.actor
    draft = Draft(
        id=draft_id,
        person=actor.name,
        workstation=actor.workstation,
        kind=kind.kind,
        content=content_of(grid, kind.columns, kind.mark),
        saved_at=desk.office.cases.now(),
    )
    desk.office.drafts.put(draft)
