"""What a file reads as, in one call."""

from pathlib import Path

from gridapp.importing.reading.cells import Cell, Row
from gridapp.importing.reading.opening import opened


def rows_of(path: Path, sheet: str | None = None) -> list[Row]:
    """The rows of a sheet, of the first one where none is named."""
    with opened(path) as book:
        return list(book.sheet(sheet or book.sheets[0].name).rows())


def grid_of(path: Path, sheet: str | None = None) -> dict[int, list[Cell]]:
    """The cells of each row that holds any, by its number, without the empty ones on the right."""
    return {row.number: _trimmed(list(row.cells)) for row in rows_of(path, sheet)}


def _trimmed(cells: list[Cell]) -> list[Cell]:
    while cells and cells[-1] == "":
        cells.pop()
    return cells
