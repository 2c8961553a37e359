"""Reading a row of a ledger (逐行读取): the values of its cells, and every problem of every cell in one pass."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import Vocabulary
from gridapp.importing.plan import Plan
from gridapp.importing.reading.cells import Cell, Row
from gridapp.importing.rows import REMAINDER, LedgerRow, RowProblem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import READERS, text_of

_DATED = frozenset({"moment", "limit", "day"})
_COUNTED = frozenset({"count", "quantity"})
_LOOKED_UP = frozenset({"village", "grid", "platform", "case"})
_REMEMBERED = 4096
"""So many readings of a column are remembered: most columns say the same few things again and again."""

_EPOCHS = 1462
"""Days between the first days of the two calendars of Excel, of 1900 and of 1904."""


@dataclass(slots=True)
class _Reading:
    """How the cells of one column are read, and what they were read as before."""

    column: Column
    name: str
    required: bool
    place: int
    read: Callable[[Cell], Any]
    known: dict[str, Any] = field(default_factory=dict)


class RowReader:
    """Reads rows by the columns of a plan, the areas of its town and the vocabulary."""

    def __init__(self, plan: Plan, areas: AreaTree, words: Vocabulary) -> None:
        self._plan, self._areas, self._words = plan, areas, words
        columns = [column for column in plan.ledger.columns if column.field in plan.places]
        self._readings = [_Reading(c, c.field, c.required, plan.places[c.field], self._reader(c)) for c in columns]
        self._headings = {column.field: column.heading for column in columns}
        self._found: dict[tuple[str, str, date | None], Area | None] = {}

    def read(self, row: Row) -> LedgerRow:
        """A row with all of its problems, and remarks about what stands in its note instead."""
        cells, number = row.cells, row.number
        width = len(cells)
        values: dict[str, Any] = {}
        problems = self._faults(row) if row.faults else []
        remarks: list[RowProblem] = []
        for reading in self._readings:
            cell = cells[reading.place] if reading.place < width else None
            if cell is None or cell == "":
                if reading.required:
                    problems += self._lacking(reading, row)
                continue
            try:
                value = reading.known.get(cell) if type(cell) is str else None
                if value is None:
                    value = _value(reading, cell)
            except Unreadable as error:
                self._told(reading.column, cell, error, number, problems, remarks)
                continue
            if value is not None:
                values[reading.name] = value
            elif reading.required:
                problems += self._lacking(reading, row)
        if remarks:
            values[REMAINDER] = "；".join(f"原填{remark.column}：{remark.value}" for remark in remarks)
        self._place(number, values, problems, remarks)
        return LedgerRow(number, cells, values, problems, remarks)

    def _reader(self, column: Column) -> Callable[[Cell], Any]:
        if column.type == "leaf":
            return lambda cell: self._leaf(column, text_of(cell))
        if column.type in _LOOKED_UP:
            return text_of
        reader: Callable[..., Any] = READERS[column.type]
        read = partial(reader, column=column)
        if column.type in _DATED:
            dated = partial(read, year=self._plan.year)
            return partial(_of_1904, dated) if self._plan.epoch_1904 else dated
        factor = self._plan.factor(column.field) if column.type in _COUNTED else 1
        return partial(read, factor=factor) if factor != 1 else read

    def _leaf(self, column: Column, said: str) -> str:
        leaf = self._words.leaf(said)
        if leaf is None:
            raise Unreadable("category", f"“{column.heading}”里的“{said}”不在类别表中，请改为表中的名称。")
        kind = self._plan.kind
        if kind not in (Kind.EVENT, leaf.opens):
            raise Unreadable("category", f"“{said}”不是{kind.label}的类别，请核对。")
        return leaf.code

    def _lacking(self, reading: _Reading, row: Row) -> Sequence[RowProblem]:
        if any(fault.place == reading.place for fault in row.faults):
            return ()
        heading = reading.column.heading
        return (RowProblem(row.number, heading, "", "required", f"“{heading}”没有填写。"),)

    def _faults(self, row: Row) -> list[RowProblem]:
        """What the spreadsheet program itself could not fill; in columns that are not used it does not matter."""
        used = {reading.place: reading.column.heading for reading in self._readings}
        return [
            RowProblem(row.number, used[place], text_of(row.cells[place]), code, message)
            for place, code, message in row.faults
            if place in used
        ]

    @staticmethod
    def _told(
        column: Column,
        cell: Cell,
        error: Unreadable,
        number: int,
        problems: list[RowProblem],
        remarks: list[RowProblem],
    ) -> None:
        if any(problem.column == column.heading for problem in problems):
            return
        if column.later:
            message = f"{error.message}已写入备注。"
            remarks.append(RowProblem(number, column.heading, text_of(cell), error.code, message))
        else:
            problems.append(RowProblem(number, column.heading, text_of(cell), error.code, error.message))

    def _place(
        self, number: int, values: dict[str, Any], problems: list[RowProblem], remarks: list[RowProblem]
    ) -> None:
        """Villages and grids need the day on which they must have existed; the platform needs its leaf."""
        headings = self._headings
        day = day_of(values["reported_at"]) if "reported_at" in values else None
        said = values.pop("village", None)
        grid_said, platform = values.pop("grid", None), values.pop("platform", None)
        if said is not None:
            village = self._child(self._plan.town.code, said, day)
            if village is None:
                message = f"“{said}”不是{self._plan.town.name}的村社，请核对。"
                problems.append(RowProblem(number, headings["village"], said, "village", message))
            else:
                values["village"] = village.code
        if grid_said is not None and "village" in values:
            grid = self._child(values["village"], grid_said, day)
            if grid is not None:
                values["grid"] = grid.code
            else:
                message = f"网格“{grid_said}”不在网格表中，已写入备注。"
                remarks.append(RowProblem(number, headings["grid"], grid_said, "grid", message))
                values["note"] = "；".join(filter(None, [values.get("note"), f"原填网格：{grid_said}"]))
        if platform is None:
            return
        leaf = self._words.leaf(values.get("category"))
        if leaf is not None and platform not in (leaf.platform, leaf.platform_name):
            message = f"类别“{leaf.name}”属于{leaf.platform_name}，平台却填了“{platform}”，请核对。"
            problems.append(RowProblem(number, headings["platform"], platform, "platform", message))

    def _child(self, parent: str, said: str, day: date | None) -> Area | None:
        key = parent, said, day
        if key not in self._found:
            self._found[key] = self._areas.child_named(parent, said, day)
        return self._found[key]


def _value(reading: _Reading, cell: Cell) -> Any:
    """What a cell says, read anew; nothing where it holds blanks alone."""
    if type(cell) is not str:
        return reading.read(cell) if text_of(cell) else None
    if not cell.strip():
        return None
    value = reading.read(cell)
    if len(reading.known) < _REMEMBERED:
        reading.known[cell] = value
    return value


def _of_1904(read: Callable[[Cell], Any], cell: Cell) -> Any:
    """Numbers that are days count from 1904 in some workbooks."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return read(cell + _EPOCHS if is_number and 0 < cell < 100_000 else cell)  # type: ignore[operator]
