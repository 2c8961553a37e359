"""The page on which many disputes are ended together (集中办结), each with its own result."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from typing_extensions import override

from gridapp.cases.dispute.end_many import end_many
from gridapp.cases.queues import Queue, Seat, Whose, query_of
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from ui.batch.case_grid_page import CaseGridPage
from ui.batch.grid_kind import GridKind
from ui.desk import Desk
from ui.mediation.spot.ending_columns import ENDING_COLUMNS
from ui.mediation.spot.ending_offers import EndingOffers
from ui.mediation.spot.ending_reader import EndingReader, RowEnding


def _end(desk: Desk, rows: Sequence[RowEnding], draft_id: UUID | None) -> Mapping[int, Case]:
    endings = [row.ending for row in rows]
    return dict(enumerate(end_many(desk.office.cases, endings, desk.deadlines, desk.actor, desk.clock, draft_id)))


ENDINGS = GridKind(
    kind=Kind.DISPUTE,
    mark="end_many",
    title="集中办结",
    topic="agreement",
    remark="没有填写的行不办结 · 全部行没有问题才办结",
    columns=ENDING_COLUMNS,
    offers=EndingOffers,
    reader=EndingReader,
    record=_end,
    whole=True,
    fixed=True,
    verb="办结",
)


class EndManyPage(CaseGridPage[Dispute]):
    """The disputes that were chosen, else those that the person has in hand, else all that are being mediated."""

    record = Dispute
    nothing = "没有正在调解的纠纷。"

    def __init__(self, desk: Desk, ids: tuple[UUID, ...] = ()) -> None:
        super().__init__(desk, ENDINGS, ids)

    @override
    def waiting(self) -> Sequence[UUID]:
        return in_hand(self.desk)

    @override
    def shown_of(self, case: Dispute) -> Mapping[str, str]:
        reader = self.board.reader
        return {
            "number": case.number,
            "title": case.title,
            "parties": "、".join(filter(None, (case.party_a, case.party_b))),
            "received": day_of(case.accepted_at or case.reported_at).isoformat(),
            "hint": reader.hint(case) if isinstance(reader, EndingReader) else "",
        }

    @override
    def in_words(self, cases: Sequence[Case]) -> str:
        ends = Counter(case.closed.outcome for case in cases if case.closed)
        return f"：{'，'.join(f'{outcome} {count} 件' for outcome, count in ends.items())}" if ends else ""


def in_hand(desk: Desk) -> Sequence[UUID]:
    """The disputes that a person mediates, else all that are being mediated; asks the database."""
    lists, person = desk.office.lists, desk.actor.name
    for whose in (Whose.HANDLED, Whose.ALL):
        query = query_of(Queue.TO_MEDIATE, Kind.DISPUTE, Seat(person, whose), desk.now)
        if found := lists.find_ids(query):
            return found
    return ()
