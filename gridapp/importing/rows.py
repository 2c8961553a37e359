"""Rows of a ledger as they were read (台账行): values by field, and everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.importing.reading.cells import Cell
from gridapp.importing.values import text_of

REMAINDER = "remainder"
"""Among the values of a row, what could not be read and shall stand in the note."""


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
