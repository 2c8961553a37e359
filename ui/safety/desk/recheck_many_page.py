"""The page on which several hazards are re-checked together (集中复查), each with its own result."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from typing_extensions import override

from gridapp.cases.queues import Queue, Seat, query_of
from gridapp.cases.take_many import take_many
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from ui.batch.case_grid_page import CaseGridPage
from ui.batch.grid_kind import GridKind
from ui.desk import Desk
from ui.lists.units import told_in_units
from ui.safety.desk.recheck_columns import RECHECK_COLUMNS
from ui.safety.desk.recheck_offers import RecheckOffers
from ui.safety.desk.recheck_reader import RecheckReader, RowRecheck


def _recheck(desk: Desk, rows: Sequence[RowRecheck], draft_id: UUID | None) -> Mapping[int, Case]:
    takings = [row.taking for row in rows]
    return dict(enumerate(take_many(desk.office.cases, takings, desk.deadlines, desk.actor, desk.clock, draft_id)))


RECHECKS = GridKind(
    kind=Kind.HAZARD,
    mark="recheck_many",
    title="集中复查",
    topic="hazard_rechecked",
    remark="没有填写的行不复查 · 全部行没有问题才保存 · 只有复查合格的能同时销号",
    columns=RECHECK_COLUMNS,
    offers=RecheckOffers,
    reader=RecheckReader,
    record=_recheck,
    whole=True,
    fixed=True,
    verb="复查",
)


class RecheckManyPage(CaseGridPage[Hazard]):
    """The hazards that were chosen, else all that wait for their re-check."""

    record = Hazard
    nothing = "没有待复查的隐患。"

    def __init__(self, desk: Desk, ids: tuple[UUID, ...] = ()) -> None:
        super().__init__(desk, RECHECKS, ids)

    @override
    def waiting(self) -> Sequence[UUID]:
        query = query_of(Queue.TO_RECHECK, Kind.HAZARD, Seat(self.desk.actor.name), self.desk.now)
        return self.desk.office.lists.find_ids(query)

    @override
    def shown_of(self, case: Hazard) -> Mapping[str, str]:
        reader = self.board.reader
        return {
            "number": case.number,
            "place_name": case.place_name or "",
            "title": case.title,
            "unit": case.counting_unit.value,
            "state": case.status.label,
            "hint": reader.hint(case) if isinstance(reader, RecheckReader) else "",
        }

    @override
    def in_words(self, cases: Sequence[Case]) -> str:
        hazards = [case for case in cases if isinstance(case, Hazard)]
        results = Counter(case.recheck_result for case in hazards if case.recheck_result)
        told = [f"{result} {count}" for result, count in results.items()]
        struck = [case for case in hazards if case.status is Status.STRUCK_OFF]
        told += [f"销号 {told_in_units(struck)}"] if struck else []
        return f"：{'，'.join(told)}" if told else ""
