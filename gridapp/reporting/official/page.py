"""An official table on paper (报表打印): the same title, headings, rows, notes and names as in the workbook."""

from collections.abc import Iterator, Sequence

from gridapp.pages.blocks import Cell, Row, Table
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp, Section
from gridapp.pages.framed import figure_cell, framed, heading_cell, label_cell
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind


def official_pages(
    tables: Sequence[OfficialTable], signers: Signers | None = None, set_up: PageSetUp = LANDSCAPE
) -> Document:
    """Some tables as one document, each on pages of its own."""
    signed = tuple((signers or Signers()).named.items())
    title = "、".join(dict.fromkeys(table.title for table in tables))
    return Document(title, tuple(_section(table, signed, set_up) for table in tables))


def _section(table: OfficialTable, signed: Sequence[tuple[str, str]], set_up: PageSetUp) -> Section:
    about = f"填报单位：{table.town}　　　统计期间：{table.period.label}　　　{table.unit_line}"
    rows = (*_headings(table), *(_row(row, table.columns) for row in table.rows))
    laid = Table(rows=rows, head=len(table.headings), labels=table.label_columns)
    return framed(table.title, (about,), laid, signed, table.notes, set_up)


def _headings(table: OfficialTable) -> Iterator[Row]:
    levels: list[list[tuple[int, Cell]]] = [[] for _ in table.headings]
    for level, column, heading in table.placed_headings():
        levels[level].append((column, heading_cell(heading.text, heading.columns, heading.rows)))
    for cells in levels:
        yield Row(cells=tuple(cell for _, cell in sorted(cells, key=lambda placed: placed[0])))


def _row(row: OfficialRow, columns: int) -> Row:
    if row.kind is RowKind.HEADING:
        return Row(cells=(label_cell(row.labels[0], columns, strong=True),))
    strong = row.kind is not RowKind.PLAIN
    labels = (label_cell(text, strong=strong) for text in row.labels)
    return Row(cells=(*labels, *(_cell(cell, strong) for cell in row.cells)))


def _cell(cell: OfficialCell, strong: bool) -> Cell:
    return label_cell(cell.shown, strong=strong) if cell.text is not None else figure_cell(cell.shown, strong=strong)
