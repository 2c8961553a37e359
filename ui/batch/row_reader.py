"""Reading a row of the grid (读取一行): the event that its words mean, and everything that is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gridapp.cases.event.draft import LEVELS, EventDraft
from gridapp.cases.event.record_many import Entry, problems_of_entry
from gridapp.cases.order import Order
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.person import plain_phone
from gridapp.domain.problem import Problem
from gridapp.importing.columns import ledger_of
from gridapp.importing.values import Unreadable
from gridapp.importing.values import read_moment as read_written_moment
from ui.batch.columns import COLUMNS
from ui.batch.offers import Offers, category
from ui.batch.sheet import Row
from ui.cases.moment_text import read_moment
from ui.desk import Desk

USUAL_LEVEL = "一般"
"""The level of an event whose category brings none of its own."""


@dataclass(frozen=True, slots=True)
class Read:
    """The entry that a row means, and the words in it that mean nothing."""

    entry: Entry
    unreadable: Sequence[Problem]


class RowReader:
    """Reads rows by the lists of a town; equal rows are read once."""

    def __init__(self, desk: Desk, offers: Offers) -> None:
        self._desk, self._offers = desk, offers
        self._known: dict[tuple[Row, bool], Sequence[Problem]] = {}

    def read(self, row: Row, late_reason: str) -> Read:
        """What a row means."""
        said = {column.field: text for column, text in zip(COLUMNS, row, strict=True)}
        leaf, village = category(said["category"]), self._offers.village(said["village"])
        grid = self._offers.grid(said["grid"], village)
        reported_at = _moment(said["reported_at"], self._desk.today)
        draft = EventDraft(
            town=self._offers.town,
            title=" ".join(said["title"].split()),
            category=leaf.code if leaf else None,
            village=village,
            grid=grid,
            address=said["address"],
            reporter=said["reporter"],
            phone=plain_phone(said["phone"]),
            source=said["source"],
            level=said["level"] or default_level(said["category"]),
            reported_at=reported_at,
            late_reason=late_reason,
            note=said["note"],
        )
        closing = None
        if said["result"] or said["evidence"]:
            closing = Order(move=Move.SELF_CLOSE, result=said["result"], evidence=said["evidence"])
        unreadable = _unreadable(said, known={"category": leaf, "village": village, "reported_at": reported_at})
        if said["grid"] and village and grid is None:
            message = f"“{said['grid']}”不是{said['village']}的网格，请从清单中选。"
            unreadable.append(Problem("grid", "unknown", message))
        return Read(Entry(draft, closing), unreadable)

    def problems(self, row: Row, late_reason: str) -> Sequence[Problem]:
        """Everything that is wrong with a row, by the columns; one problem a field."""
        key = (row, bool(late_reason.strip()))
        if key not in self._known:
            found = self.read(row, late_reason)
            desk = self._desk
            by_rule = problems_of_entry(found.entry, desk.areas, desk.deadlines, desk.now)
            self._known[key] = in_order((*found.unreadable, *by_rule))
        return self._known[key]

    def forget(self) -> None:
        """Reads everything anew: another town, or another list."""
        self._known.clear()


def in_order(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The first problem of each field, by the columns."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    order = [column.field for column in COLUMNS]
    return sorted(first.values(), key=lambda p: order.index(p.field) if p.field in order else len(order))


def default_level(category_said: str) -> str:
    """The level that an event has where nobody says another."""
    leaf = category(category_said)
    return leaf.default_level if leaf and leaf.default_level in LEVELS else USUAL_LEVEL


def _unreadable(said: Mapping[str, str], known: Mapping[str, object]) -> list[Problem]:
    found = []
    for field, message in (
        ("category", "“{}”不在类别表中，请从清单中选。"),
        ("village", "“{}”不是本乡镇的村社，请从清单中选。"),
        ("reported_at", "看不懂“{}”，请写成 0611、6-11 9:30 或 2018-06-11。"),
    ):
        if said[field] and known[field] is None:
            found.append(Problem(field, "unknown", message.format(said[field])))
    if said["level"] and said["level"] not in LEVELS:
        found.append(Problem("level", "unknown", f"“{said['level']}”不是级别，应为{'、'.join(LEVELS)}。"))
    return found


def _moment(said: str, today: date) -> datetime | None:
    """As it is typed here, or as spreadsheets write it."""
    try:
        return read_moment(said, today)
    except ValueError:
        pass
    column = next(column for column in ledger_of(Kind.EVENT).columns if column.field == "reported_at")
    try:
        return read_written_moment(said, column)
    except Unreadable:
        return None
