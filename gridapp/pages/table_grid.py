"""Where the cells of a table stand (表格网格): their first row and column, and a table cut into narrower ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gridapp.pages.blocks import Cell, Paragraph, Row, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell where it begins, counted from 0."""

    row: int
    column: int
    cell: Cell

    @property
    def columns(self) -> range:
        """The columns over which it reaches."""
        return range(self.column, self.column + self.cell.columns)


def placed(rows: Sequence[Row]) -> list[Placed]:
    """Every cell with its place; one that reaches below the last row ends there."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for r, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (r, column) in taken:
                column += 1
            reaching = replace(cell, rows=len(rows) - r) if r + cell.rows > len(rows) else cell
            found.append(Placed(r, column, reaching))
            if reaching.rows > 1:
                taken |= {(r + down, column + c) for down in range(1, reaching.rows) for c in range(cell.columns)}
            column += cell.columns
    return found


def column_count(table: Table) -> int:
    """How many columns a table has."""
    ends = max((one.columns.stop for one in placed(table.rows)), default=0)
    return max(ends, len(table.widths or ()))


def only_columns(table: Table, columns: Sequence[int]) -> Table:
    """The table with some of its columns alone; a cell over several keeps those of them that are left."""
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for one in placed(table.rows):
        left = sum(column in one.columns for column in columns)
        if left:
            rows[one.row].append(replace(one.cell, columns=left))
    widths = tuple(table.widths[column] for column in columns) if table.widths else None
    told = tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.rows, rows, strict=True))
    return replace(table, rows=told, widths=widths)


def scaled(cell: Cell, factor: float) -> Cell:
    """A cell in type of another size."""
    return replace(cell, paragraphs=tuple(_scaled(paragraph, factor) for paragraph in cell.paragraphs))


def _scaled(paragraph: Paragraph, factor: float) -> Paragraph:
    runs = tuple(replace(run, size=run.size * factor) for run in paragraph.runs)
    return replace(paragraph, runs=runs, line=paragraph.line and paragraph.line * factor)
