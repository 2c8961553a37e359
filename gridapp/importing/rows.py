"""Reading the rows of a ledger (逐行读取): values by field, and every problem of every row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column, Ledger
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import Vocabulary
from gridapp.importing.columns import Found
from gridapp.importing.sheets import Cell
from gridapp.importing.values import READERS, Unreadable, text_of

REMAINDER = "remainder"
"""Among the values of a row, what could not be read and shall stand in the note."""

_SUM = re.compile(r"本?[页月季年期表]?[合小总累]计")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A mistake in a row: the row's number in the sheet, the column's heading and what stood there."""

    row: int
    column: str
    value: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row as it was read: its number in the sheet, its cells, its values by field, and its problems.

    `remarks` are things that were kept although they were not understood.
    """

    number: int
    cells: Sequence[Cell]
    values: Mapping[str, Any]
    problems: Sequence[RowProblem]
    remarks: Sequence[RowProblem] = ()

    def said(self, place: int | None) -> str:
        """What stands in a cell of the row; nothing where the sheet has no such column."""
        return text_of(self.cells[place]) if place is not None and place < len(self.cells) else ""


def read_rows(found: Found, ledger: Ledger, town: Area, areas: AreaTree, words: Vocabulary) -> Iterator[LedgerRow]:
    """Every row below the headings; blank rows and rows of sums (合计) are passed over."""
    reader = _RowReader(found, ledger, town, areas, words)
    day = found.places["reported_at"]
    for number, cells in enumerate(found.sheet.rows[found.heading_row :], found.heading_row + 1):
        said = [text_of(cell) for cell in cells]
        first = next((text for text in said if text), None)
        if first is not None and not _is_sum(first, said[day : day + 1]):
            yield reader.read(number, cells)


def _is_sum(first: str, day: Sequence[str]) -> bool:
    """Whether a row only adds others up: a case whose title begins like a sum has a day."""
    return _SUM.match("".join(first.split())) is not None and day in ([], [""], [first])


class _RowReader:
    def __init__(self, found: Found, ledger: Ledger, town: Area, areas: AreaTree, words: Vocabulary) -> None:
        self._places, self._ledger = found.places, ledger
        self._town, self._areas, self._words = town, areas, words

    def read(self, number: int, cells: Sequence[Cell]) -> LedgerRow:
        values: dict[str, Any] = {}
        problems: list[RowProblem] = []
        remarks: list[RowProblem] = []
        written = {
            column: cells[place] if (place := self._places[column.field]) < len(cells) else None
            for column in self._ledger.columns
            if column.field in self._places
        }
        for column, cell in written.items():
            said = text_of(cell)
            try:
                if said:
                    values[column.field] = self._value(column, cell)
                elif column.required:
                    raise Unreadable("required", f"“{column.heading}”没有填写。")
            except Unreadable as error:
                if column.later:
                    message = f"{error.message}已写入备注。"
                    remarks.append(RowProblem(number, column.heading, said, error.code, message))
                else:
                    problems.append(RowProblem(number, column.heading, said, error.code, error.message))
        if remarks:
            values[REMAINDER] = "；".join(f"原填{remark.column}：{remark.value}" for remark in remarks)
        remarks += self._placed(number, written, values, problems)
        return LedgerRow(number, cells, values, tuple(problems), tuple(remarks))

    def _value(self, column: Column, cell: Cell) -> object:
        if column.type == "leaf":
            return self._leaf(column, text_of(cell))
        if column.type in ("village", "grid", "platform", "case"):
            return text_of(cell)
        return READERS[column.type](cell, column)

    def _leaf(self, column: Column, said: str) -> str:
        leaf = self._words.leaf(said)
        if leaf is None:
            raise Unreadable("category", f"“{column.heading}”里的“{said}”不在类别表中，请改为表中的名称。")
        kind = self._ledger.kind
        if kind not in (Kind.EVENT, leaf.opens):
            raise Unreadable("category", f"“{said}”不是{kind.label}的类别，请核对。")
        return leaf.code

    def _placed(
        self,
        number: int,
        written: Mapping[Column, Cell],
        values: dict[str, Any],
        problems: list[RowProblem],
    ) -> list[RowProblem]:
        """Villages and grids need the day on which they must have existed; the platform needs its leaf."""
        remarks = []
        headings = {column.field: column.heading for column in written}
        day = day_of(values["reported_at"]) if "reported_at" in values else None
        said = values.pop("village", None)
        grid_said, platform = values.pop("grid", None), values.pop("platform", None)
        if said is not None:
            village = self._areas.child_named(self._town.code, said, day)
            if village is None:
                message = f"“{said}”不是{self._town.name}的村社，请核对。"
                problems.append(RowProblem(number, headings["village"], said, "village", message))
            else:
                values["village"] = village.code
        if grid_said is not None and "village" in values:
            grid = self._areas.child_named(values["village"], grid_said, day)
            if grid is not None:
                values["grid"] = grid.code
            else:
                message = f"网格“{grid_said}”不在网格表中，已写入备注。"
                remarks.append(RowProblem(number, headings["grid"], grid_said, "grid", message))
                values["note"] = "；".join(filter(None, [values.get("note"), f"原填网格：{grid_said}"]))
        leaf = self._words.leaf(values.get("category"))
        if platform is not None and leaf is not None and platform not in (leaf.platform, leaf.platform_name):
            message = f"类别“{leaf.name}”属于{leaf.platform_name}，平台却填了“{platform}”，请核对。"
            problems.append(RowProblem(number, headings["platform"], platform, "platform", message))
        return remarks
