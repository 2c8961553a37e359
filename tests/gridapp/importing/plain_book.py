"""Sheets that were never in a file: rows of cells as a reader hands them over."""

from collections.abc import Iterator, Sequence

from typing_extensions import override

from gridapp.importing.reading.book import Book, BookSheet
from gridapp.importing.reading.cells import Cell, Merged, Row
from gridapp.importing.reading.source import SheetHead


class PlainSheet(BookSheet):
    """A sheet of rows, of which the first is row 1; blank ones are not handed over."""

    def __init__(
        self, *rows: Sequence[Cell], name: str = "台账", visible: bool = True, merged: Sequence[Merged] = ()
    ) -> None:
        self.name, self.visible, self.merged = name, visible, merged
        self._rows = [Row(number, _cut(row)) for number, row in enumerate(rows, 1) if any(_cut(row))]
        self.last_row = self._rows[-1].number if self._rows else 0

    @override
    def rows(self) -> Iterator[Row]:
        return iter(self._rows)


class PlainBook(Book):
    """Some sheets together."""

    def __init__(self, *sheets: PlainSheet) -> None:
        self.sheets = [SheetHead(sheet.name, sheet.visible) for sheet in sheets]
        self._sheets = {sheet.name: sheet for sheet in sheets}

    @override
    def _read(self, head: SheetHead) -> BookSheet:
        return self._sheets[head.name]

    @override
    def close(self) -> None:
        """Nothing is open."""


def _cut(row: Sequence[Cell]) -> list[Cell]:
    cells: list[Cell] = ["" if cell is None else cell for cell in row]
    while cells and cells[-1] == "":
        del cells[-1]
    return cells
