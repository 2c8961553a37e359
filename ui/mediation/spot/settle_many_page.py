"""The page on which many disputes settled on the spot are registered at once (批量登记当场调解)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk
from ui.mediation.spot.settled_columns import SETTLED_COLUMNS
from ui.mediation.spot.settled_offers import SettledOffers
from ui.mediation.spot.settled_reader import SettledReader


def _record(desk: Desk, lines: Sequence[Settled], draft_id: UUID | None) -> Mapping[int, Case]:
    store = desk.office.cases
    return dict(enumerate(settle(store, desk.areas, desk.deadlines, lines, desk.actor, desk.clock, draft_id)))


SETTLED = GridKind(
    kind=Kind.DISPUTE,
    mark="settle_many",
    title="批量登记当场调解",
    topic="agreement",
    remark="甲方、乙方有几人的用“、”隔开 · 全部行没有问题才登记",
    columns=SETTLED_COLUMNS,
    offers=SettledOffers,
    reader=SettledReader,
    record=_record,
    whole=True,
)


class SettleManyPage(GridPage):
    """The grid of disputes settled on the spot: all of its rows are saved, or none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, SETTLED)
