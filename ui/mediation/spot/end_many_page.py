"""The page on which many disputes are ended together (集中办结), each with its own result."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from typing_extensions import override

from gridapp.cases.dispute.end_many import end_many
from gridapp.cases.queues import Queue, Seat, Whose, query_of
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.plain import Plain
from ui.batch.batch_draft import read_content
from ui.batch.columns import Row
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.desk import Desk
from ui.mediation.spot.ending_columns import ENDING_COLUMNS
from ui.mediation.spot.ending_offers import EndingOffers
from ui.mediation.spot.ending_reader import EndingReader, RowEnding

MOST = 300
"""Disputes that are shown at once; more are a list, not a sitting."""

_IDS = "ids"


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


class EndManyPage(GridPage):
    """The disputes that were chosen, else those that the person has in hand, else all that are being mediated."""

    def __init__(self, desk: Desk, ids: tuple[UUID, ...] = ()) -> None:
        super().__init__(desk, ENDINGS)
        self._wanted, self._read = ids, False

    @override
    def reload(self) -> None:
        """Reads the disputes anew; what is written about them stays."""
        super().reload()
        shown = self._shown
        if shown or not self._read or not self._wanted:
            self._fetch(shown or self._wanted, {})

    @property
    def _shown(self) -> Sequence[UUID]:
        """The disputes of the rows."""
        number, disputes = ENDING_COLUMNS.places["number"], self._disputes
        return [disputes[row[number]].id for row in self.board.sheet.rows if row[number] in disputes]

    @property
    def _disputes(self) -> Mapping[str, Dispute]:
        return self.board.reader.disputes if isinstance(self.board.reader, EndingReader) else {}

    @override
    def in_words(self, cases: Sequence[Case]) -> str:
        ends = Counter(case.closed.outcome for case in cases if case.closed)
        return f"：{'，'.join(f'{outcome} {count} 件' for outcome, count in ends.items())}" if ends else ""

    def _fetch(self, ids: Sequence[UUID], written: Mapping[str, Row]) -> None:
        desk = self.desk

        def work() -> Sequence[Dispute]:
            wanted = ids or in_hand(desk)
            cases = [desk.office.cases.load(case_id) for case_id in wanted[:MOST]]
            return [case for case in cases if isinstance(case, Dispute)]

        self.questions.ask("disputes", work, lambda found: self._show_disputes(found, written), self.refuse)

    def _show_disputes(self, disputes: Sequence[Dispute], written: Mapping[str, Row]) -> None:
        reader = self.board.reader
        if not isinstance(reader, EndingReader):
            return
        self._read = True
        reader.disputes = {dispute.number: dispute for dispute in disputes}
        reader.forget()
        if disputes and disputes[0].town != self.board.offers.town:
            self.board.offers.town = disputes[0].town
            self.board.ask_lists()
        number = ENDING_COLUMNS.places["number"]
        before = {row[number]: row for row in self.board.sheet.rows} | dict(written)
        rows = [_row(dispute, reader.hint(dispute), before.get(dispute.number)) for dispute in disputes]
        at = self.board.table.currentIndex()
        self.board.show_rows(rows)
        hint = ENDING_COLUMNS.places["hint"]
        self.board.table.setColumnHidden(hint, not any(row[hint] for row in rows))
        if not rows:
            self.told.emit("没有正在调解的纠纷。")
        else:
            here = (at.row(), at.column()) if at.isValid() and at.row() < len(rows) else self.board.sheet.first_cell
            self.board.table.go_to(*here)

    @override
    def content(self) -> Plain:
        return {**super().content(), _IDS: [str(case_id) for case_id in self._shown]}

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        number = ENDING_COLUMNS.places["number"]
        written = {row[number]: row for row in read_content(content, ENDING_COLUMNS).rows}
        self._fetch(_ids_in(content.get(_IDS)), written)


def in_hand(desk: Desk) -> Sequence[UUID]:
    """The disputes that a person mediates, else all that are being mediated; asks the database."""
    lists, person = desk.office.lists, desk.actor.name
    for whose in (Whose.HANDLED, Whose.ALL):
        query = query_of(Queue.TO_MEDIATE, Kind.DISPUTE, Seat(person, whose), desk.now)
        if found := lists.find_ids(query):
            return found
    return ()


def _ids_in(kept: Any) -> Sequence[UUID]:
    words = [word for word in kept if isinstance(word, str)] if isinstance(kept, list) else []
    return [UUID(word) for word in words]


def _row(dispute: Dispute, hint: str, before: Row | None) -> Row:
    shown = {
        "number": dispute.number,
        "title": dispute.title,
        "parties": "、".join(filter(None, (dispute.party_a, dispute.party_b))),
        "received": day_of(dispute.accepted_at or dispute.reported_at).isoformat(),
        "hint": hint,
    }
    row = before or ENDING_COLUMNS.blank
    return tuple(shown.get(column.field, row[n]) for n, column in enumerate(ENDING_COLUMNS))
