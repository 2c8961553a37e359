"""An official form on the screen (报表): the very cells that are printed and kept, each opening its list."""

from collections.abc import Sequence

from gridapp.counting.amount import Value
from gridapp.counting.cell import Cell as Counted
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind
from ui.figures.figure_words import unit_in, value_in_words
from ui.figures.sheet import Cell, Levels, Line, Sheet, Weight
from ui.requests import ShowFigure

_WEIGHTS = {
    RowKind.PLAIN: Weight.PLAIN,
    RowKind.SUBTOTAL: Weight.SUBTOTAL,
    RowKind.TOTAL: Weight.TOTAL,
    RowKind.HEADING: Weight.HEADING,
}


def official_sheet(table: OfficialTable) -> Sheet:
    """A form as a table of the screen, with its title, unit and notes said below."""
    columns = _columns(table)
    labels = table.label_columns
    return Sheet(
        tuple(columns[place][-1] or "".join(columns[place]) for place in range(labels)),
        tuple(columns[labels:]),
        tuple(
            Line(row.labels, _cells(row, table.town, len(columns) - labels), _WEIGHTS[row.kind]) for row in table.rows
        ),
        notes=tuple(note for note in (table.unit_line, *table.notes) if note),
    )


def _columns(table: OfficialTable) -> Sequence[Levels]:
    """The headings of each column from above; nothing where the one above goes on."""
    columns = [[""] * len(table.headings) for _ in range(table.columns)]
    for level, first, heading in table.placed_headings():
        for column in range(first, first + heading.columns):
            columns[column][level] = heading.text
    return [tuple(levels) for levels in columns]


def _cells(row: OfficialRow, town: str, width: int) -> tuple[Cell, ...]:
    """The cells of a row; those of a row of headings are empty."""
    blank = (Cell(""),) * (width - len(row.cells))
    return (*(_cell(cell, town, row.labels) for cell in row.cells), *blank)


def _cell(cell: OfficialCell, town: str, labels: Sequence[str]) -> Cell:
    where = " ".join(word for word in (town, *labels) if word)
    figure = None
    if cell.indicator is not None and cell.cut is not None:
        figure = ShowFigure(cell.indicator, cell.cut, cell.value, where)
    told = _computed(cell, where) if cell.computed is not None else (cell.text or "")
    return Cell(cell.shown, figure, told, _amount(cell), cell.case_id)


def _amount(cell: OfficialCell) -> Value | str:
    return cell.text if cell.text is not None else cell.value


def _computed(cell: OfficialCell, where: str) -> str:
    assert cell.computed is not None
    parts = "，".join(_said(figure) for figure in cell.computed)
    return f"{where} {cell.shown}：由{parts} 算得，名单见这两个数。"


def _said(figure: Counted) -> str:
    value = value_in_words(figure.value)
    unit = "" if value.endswith(("%", "）", "—")) else f" {unit_in(figure.indicator, figure.cut)}"
    return f"{figure.indicator.name}（{figure.cut.period.label}）{value}{unit}"
