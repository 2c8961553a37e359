"""The page on which many hazards are registered at once (批量登记隐患), typed or pasted from a ledger."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from typing_extensions import override

from gridapp.cases.hazard.record_many import HazardLine, record_many
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk
from ui.lists.units import told_in_units
from ui.safety.desk.hazard_columns import HAZARD_COLUMNS
from ui.safety.desk.hazard_offers import HazardOffers
from ui.safety.desk.hazard_reader import HazardReader


def _record(desk: Desk, lines: Sequence[HazardLine], draft_id: UUID | None) -> Mapping[int, Case]:
    return record_many(desk.office.cases, desk.areas, desk.deadlines, lines, desk.actor, desk.clock, draft_id)


HAZARDS = GridKind(
    kind=Kind.HAZARD,
    mark="hazards",
    title="批量登记隐患",
    topic="hazard_rechecked",
    remark="没有复查合格的不能销号 · 检查人、复查人有几人的用“、”隔开",
    columns=HAZARD_COLUMNS,
    offers=HazardOffers,
    reader=HazardReader,
    record=_record,
)


class HazardGridPage(GridPage):
    """The grid of hazards: rows without problems are saved, the others stay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HAZARDS)

    @override
    def in_words(self, cases: Sequence[Case]) -> str:
        struck = sum(case.status is Status.STRUCK_OFF for case in cases)
        told = told_in_units(cases)
        return f"（{told}{f'，其中已销号 {struck} 件' if struck else ''}）"
