"""Small files read whole (整表读取): for lists of some thousand rows at most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gridapp.importing.reading.book import BookSheet
from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.opening import opened


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows; the first is row 1 as the office sees it, blank ones are empty."""

    name: str
    rows: Sequence[Sequence[Cell]]


def read_sheets(path: Path, wanted: str | None) -> Sequence[Sheet]:
    """The sheets of a file, or the one that is wanted.

    Raises `Refusal` where the file is missing, of another format, or cannot be read.
    """
    with opened(path) as book:
        names = [wanted] if wanted is not None else [sheet.name for sheet in book.sheets]
        return [Sheet(name, list(_rows(book.sheet(name)))) for name in names]


def _rows(sheet: BookSheet) -> Iterator[Sequence[Cell]]:
    reached = 0
    for row in sheet.rows():
        for _ in range(reached + 1, row.number):
            yield ()
        yield row.cells
        reached = row.number
