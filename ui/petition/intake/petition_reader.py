"""Reading a row of the grid for many petitions (读取一行信访)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from typing_extensions import override

from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.entered import entered_of
from gridapp.cases.petition.record_many import Entry, problems_of_entry
from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.person import plain_phone
from gridapp.domain.petition_words import ANONYMOUS
from gridapp.domain.problem import Problem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_count, read_flag, read_marks, read_word
from gridapp.ports import Entered
from ui.batch.columns import Row
from ui.batch.leaf_words import leaf_meant
from ui.batch.row_reader import UNKNOWN_VILLAGE, UNREADABLE_MOMENT, Read, RowReader, unreadable, written_moment

V = TypeVar("V")

_SENTENCES = {
    "category": "“{}”不在信访事项类别中，请从清单中选。",
    "village": UNKNOWN_VILLAGE,
    "reported_at": UNREADABLE_MOMENT,
}
_COLUMNS = {"channel": "source", "flags": "tags", "answer": "answer", "result": "answer", "title": "demand"}
"""Where a problem of a field stands that has no column of its own name."""


class PetitionReader(RowReader[Entry]):
    """A row is a petition; with an answer it is answered on the spot at once. 匿名 as a name is the mark of it."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[Entry]:
        columns = self.columns
        said = {column.field: row[n] or columns.meant(row, n) for n, column in enumerate(columns)}
        leaf, village = leaf_meant(said["category"]), self.offers.village(said["village"])
        reported_at = written_moment(said["reported_at"], self.desk.today, Kind.PETITION)
        known = {"category": leaf, "village": village, "reported_at": reported_at}
        problems = [*unreadable(said, known, _SENTENCES)]
        flags = _read(said, "tags", read_marks, problems) or ()
        name = " ".join(said["petitioner"].split())
        if name == ANONYMOUS:
            name, flags = "", (*(flag for flag in flags if flag != ANONYMOUS), ANONYMOUS)
        draft = PetitionDraft(
            town=self.offers.town,
            channel=_read(said, "source", read_word, problems) or "",
            reported_at=reported_at,
            late_reason=late_reason,
            petitioner=name,
            phone=plain_phone(said["phone"]),
            address=said["address"],
            heads=_read(said, "heads", read_count, problems),
            concerned=_read(said, "concerned", read_count, problems),
            purpose=_read(said, "purpose", read_word, problems) or "",
            category=leaf.code if leaf else None,
            level=leaf.default_level if leaf else "",
            demand=said["demand"],
            accused=said["accused"],
            village=village,
            flags=flags,
            origin=said["origin"],
            outside_number=said["outside_number"],
            repeat=bool(_read(said, "repeat", read_flag, problems)),
            note=said["note"],
        )
        order = Order(move=Move.ANSWER, result=said["answer"]) if said["answer"] else None
        return Read(Entry(draft, order), problems)

    @override
    def problems_of(self, entry: Entry) -> Sequence[Problem]:
        desk = self.desk
        found = problems_of_entry(entry, desk.areas, desk.deadlines, desk.now)
        return [replace(problem, field=_COLUMNS.get(problem.field, problem.field)) for problem in found]

    @override
    def entered(self, entry: Entry) -> Entered:
        return entered_of(entry.draft)


def _read(said: Mapping[str, str], field: str, read: Callable[[str, Column], V], problems: list[Problem]) -> V | None:
    if not said[field]:
        return None
    try:
        return read(said[field], ledger_of(Kind.PETITION).column(field))
    except Unreadable as error:
        problems.append(Problem(field, error.code, error.message))
        return None
