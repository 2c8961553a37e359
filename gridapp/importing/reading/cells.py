"""What a sheet holds (单元格、行、工作表), whatever the file's format."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

Cell = str | float | int | bool | date | datetime | time | timedelta | None
"""What a cell holds; an empty one holds an empty text."""


class Fault(NamedTuple):
    """A cell that the spreadsheet program itself could not fill (出错的单元格).

    `place` is its column, from 0; `code` is `cell-error` (the cell says which, such as #REF!) or `formula-unstored`
    (the cell is empty); `message` is one Chinese sentence.
    """

    place: int
    code: str
    message: str


class Row(NamedTuple):
    """A row that holds something: its number as the office sees it, from 1, and its cells.

    Rows need not be equally long: empty cells on the right may be there or not.
    """

    number: int
    cells: Sequence[Cell]
    faults: Sequence[Fault] = ()


class Merged(NamedTuple):
    """A merged region (合并单元格), of which only the first cell holds a value; rows from 1, places from 0."""

    first_row: int
    first_place: int
    last_row: int
    last_place: int
