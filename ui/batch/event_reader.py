"""Reading a row of the grid for many events (读取一行事件)."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.cases.event.draft import LEVELS, EventDraft
from gridapp.cases.event.entered import entered_of
from gridapp.cases.event.record_many import Entry, problems_of_entry
from gridapp.cases.order import Order
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.person import plain_phone
from gridapp.domain.problem import Problem
from gridapp.ports import Entered
from ui.batch.columns import Row
from ui.batch.event_columns import default_level
from ui.batch.leaf_words import leaf_meant
from ui.batch.row_reader import UNKNOWN_VILLAGE, UNREADABLE_MOMENT, Read, RowReader, unreadable, written_moment

_SENTENCES = {
    "category": "“{}”不在类别表中，请从清单中选。",
    "village": UNKNOWN_VILLAGE,
    "reported_at": UNREADABLE_MOMENT,
}


class EventReader(RowReader[Entry]):
    """A row is an event; with a result or evidence it is closed at once."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[Entry]:
        said = self.columns.said(row)
        leaf, village = leaf_meant(said["category"]), self.offers.village(said["village"])
        grid = self.offers.grid(said["grid"], village)
        reported_at = written_moment(said["reported_at"], self.desk.today, Kind.EVENT)
        draft = EventDraft(
            town=self.offers.town,
            title=" ".join(said["title"].split()),
            category=leaf.code if leaf else None,
            village=village,
            grid=grid,
            address=said["address"],
            reporter=said["reporter"],
            phone=plain_phone(said["phone"]),
            source=said["source"],
            level=said["level"] or default_level(said),
            reported_at=reported_at,
            late_reason=late_reason,
            note=said["note"],
        )
        closing = None
        if said["result"] or said["evidence"]:
            closing = Order(move=Move.SELF_CLOSE, result=said["result"], evidence=said["evidence"])
        known = {"category": leaf, "village": village, "reported_at": reported_at}
        problems = [*unreadable(said, known, _SENTENCES)]
        if said["level"] and said["level"] not in LEVELS:
            problems.append(Problem("level", "unknown", f"“{said['level']}”不是级别，应为{'、'.join(LEVELS)}。"))
        if said["grid"] and village and grid is None:
            message = f"“{said['grid']}”不是{said['village']}的网格，请从清单中选。"
            problems.append(Problem("grid", "unknown", message))
        return Read(Entry(draft, closing), problems)

    @override
    def problems_of(self, entry: Entry) -> Sequence[Problem]:
        desk = self.desk
        return problems_of_entry(entry, desk.areas, desk.deadlines, desk.now)

    @override
    def entered(self, entry: Entry) -> Entered:
        return entered_of(entry.draft)
