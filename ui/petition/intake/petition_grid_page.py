"""The page on which many petitions are registered at once (批量登记信访)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.cases.petition.record_many import Entry, record_many
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.registers.group_threshold import group_threshold
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk
from ui.petition.intake.petition_columns import PETITION_COLUMNS
from ui.petition.intake.petition_offers import PetitionOffers
from ui.petition.intake.petition_reader import PetitionReader


def _record(desk: Desk, entries: Sequence[Entry], draft_id: UUID | None) -> Mapping[int, Case]:
    store, threshold = desk.office.cases, group_threshold(desk.office.registers)
    found = record_many(store, desk.areas, desk.deadlines, threshold, entries, desk.actor, desk.clock, draft_id)
    return found.petitions


PETITIONS = GridKind(
    kind=Kind.PETITION,
    mark="petitions",
    title="批量登记信访",
    topic="petition_answer",
    remark="没有署名的，信访人写“匿名” · 填了当场答复的登记后即办结",
    columns=PETITION_COLUMNS,
    offers=PetitionOffers,
    reader=PetitionReader,
    record=_record,
)


class PetitionGridPage(GridPage):
    """The grid of petitions: rows without problems are saved, the others stay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, PETITIONS)
