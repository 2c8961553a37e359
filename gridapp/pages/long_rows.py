"""The rows of a long table (长表逐段排版): measured and laid out piece by piece, so that few are held at a time."""

from collections.abc import Iterator, Sequence

from gridapp.pages.blocks import LongTable, Row, Table
from gridapp.pages.column_needs import ColumnNeeds
from gridapp.pages.column_widths import Fit, fit_of, smaller
from gridapp.pages.laid_table import Band, bands_of, stretched
from gridapp.pages.ruler import Ruler
from gridapp.pages.table_grid import only_columns


class LongRows:
    """The columns of a long table with their widths, and the bands of its rows."""

    piece = 100
    """Rows that are looked at together."""

    def __init__(self, table: LongTable, ruler: Ruler, room: float) -> None:
        self._table, self._ruler, self._room = table, ruler, room
        self._fit = Fit(1.0, ())

    def measure(self) -> Iterator[int]:
        """Looks at every row for the widths of the columns; tells how many each piece has."""
        table = self._table
        needs = ColumnNeeds(self._ruler, table.labels, table.padding)
        needs.look_at((table.head,), 1)
        for rows in self._pieces():
            needs.look_at(rows, 0)
            yield len(rows)
        self._fit = fit_of(needs, table.labels, table.padding, self._room, tightly=False)

    @property
    def beside(self) -> int:
        """How many sheets its columns take."""
        return len(self._fit.groups)

    def head(self) -> Sequence[Sequence[Band]]:
        """The heading on each sheet."""
        return self._bands((self._table.head,))

    def bands(self) -> Iterator[Sequence[Band]]:
        """The rows on each sheet."""
        for rows in self._pieces():
            yield from self._bands(rows)

    def _pieces(self) -> Iterator[Sequence[Row]]:
        rows = self._table.rows
        for begin in range(0, len(rows), self.piece):
            yield rows[begin : begin + self.piece]

    def _bands(self, rows: Sequence[Row]) -> list[list[Band]]:
        told = self._table
        table = Table(rows=smaller(rows, self._fit.factor), labels=told.labels, padding=told.padding, above=told.above)
        sheets = []
        for columns, widths in self._fit.groups:
            part = table if len(self._fit.groups) == 1 else only_columns(table, columns)
            sheets.append(bands_of(part, widths, self._ruler)[1])
        return [_equally_high(beside) for beside in zip(*sheets, strict=True)]


def _equally_high(beside: Sequence[Band]) -> list[Band]:
    height = max(band.height for band in beside)
    return [band if band.height == height else stretched(band, height) for band in beside]
