"""The page on which many events are recorded at once (批量登记)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.cases.event.record_many import Entry, record_many
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from ui.batch.event_columns import EVENT_COLUMNS
from ui.batch.event_offers import EventOffers
from ui.batch.event_reader import EventReader
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk


def _record(desk: Desk, entries: Sequence[Entry], draft_id: UUID | None) -> Mapping[int, Case]:
    store = desk.office.cases
    return record_many(store, desk.areas, desk.deadlines, entries, desk.actor, desk.clock, draft_id).events


EVENTS = GridKind(
    kind=Kind.EVENT,
    mark="batch",
    title="批量登记",
    topic="result",
    remark="填了处置结果和佐证的登记后即自办办结",
    columns=EVENT_COLUMNS,
    offers=EventOffers,
    reader=EventReader,
    record=_record,
)


class BatchPage(GridPage):
    """The grid of events: rows without problems are saved, the others stay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EVENTS)
