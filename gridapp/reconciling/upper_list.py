"""Reading the upper system's exported list (上级导出清单): its headings, wherever they stand, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.whole import Sheet, read_sheets
from gridapp.importing.values import text_of

_SEARCHED_ROWS = 30
_FEWEST_HEADINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperRow:
    """A row of the list: its number in the sheet as people see it, and its cells."""

    number: int
    cells: Sequence[Cell]

    def cell(self, place: int | None) -> Cell:
        """What stands at a place; nothing where the row is shorter."""
        return self.cells[place] if place is not None and place < len(self.cells) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperList:
    """The list that an upper system exported; `heading_row` is the (last) row of the headings, from 1."""

    file: str
    sheet: str
    heading_row: int
    headings: Sequence[str]
    rows: Sequence[UpperRow]


def read_upper_list(path: Path, kind: Kind, sheet: str | None = None) -> UpperList:
    """The list in a file: of its sheets the one whose headings are known best, else the first that has any.

    Raises `Refusal` where the file cannot be read or holds no list.
    """
    known = {bare(name) for column in ledger_of(kind).columns for name in (column.heading, *column.aliases)}
    found = [place for one in read_sheets(path, sheet) for place in _headings(one, known)]
    if not found:
        raise Refusal(f"{path.name} 里没有找到清单：应有一行表头，下面一行一件。")
    _, one, number, headings = max(found, key=lambda place: place[0])
    rows = [
        UpperRow(number=place, cells=cells)
        for place, cells in enumerate(one.rows[number:], number + 1)
        if any(text_of(cell) for cell in cells)
    ]
    return UpperList(file=path.name, sheet=one.name, heading_row=number, headings=headings, rows=rows)


def _headings(sheet: Sheet, known: set[str]) -> Sequence[tuple[int, Sheet, int, Sequence[str]]]:
    """The best row of headings of a sheet with the number of those that are known; nothing for an empty sheet."""
    candidates: list[tuple[int, int, Sequence[str]]] = []
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], 1):
        upper = sheet.rows[number - 2] if number > 1 else ()
        for headings in (_texts(row), _in_two_rows(_texts(upper), _texts(row))):
            said = {bare(heading) for heading in headings} - {""}
            if len(said) >= _FEWEST_HEADINGS:
                candidates.append((len(said & known), number, headings))
    if not candidates:
        return []
    most = max(hits for hits, _, _ in candidates)
    hits, number, headings = next(candidate for candidate in candidates if candidate[0] == most)
    return [(hits, sheet, number, headings)]


def _texts(row: Sequence[Cell]) -> Sequence[str]:
    return [cell.strip() if isinstance(cell, str) else "" for cell in row]


def _in_two_rows(upper: Sequence[str], lower: Sequence[str]) -> Sequence[str]:
    """Headings of which some are merged over two rows."""
    return [below or above for above, below in zip_longest(upper, lower, fillvalue="")]


def bare(text: str) -> str:
    """A text without blanks and marks, by which two writings of the same are equal."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
