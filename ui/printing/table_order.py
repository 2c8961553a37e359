"""A table of the window to be printed (打印表格): its headings and rows as they read on the screen."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt

from gridapp.domain.problem import Refusal
from gridapp.pages.blocks import Row, Table
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.pages.framed import SIGNED, figure_cell, framed, heading_row, label_cell
from ui.printing.print_order import NOTHING, PrintOrder


def table_order(
    title: str,
    about: Iterable[str],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Collection[int] = (),
    set_up: PageSetUp = LANDSCAPE,
) -> PrintOrder:
    """A table of words; `numbers` are the columns set to the right, `about` stands between title and headings."""
    told = tuple(about)

    def make(chosen: PageSetUp) -> Document:
        if not rows:
            raise Refusal(NOTHING)
        body = (
            Row(cells=tuple(figure_cell(text) if n in numbers else label_cell(text) for n, text in enumerate(row)))
            for row in rows
        )
        table = Table(rows=(heading_row(headings), *body), head=1)
        return Document(title, (framed(title, told, table, SIGNED, set_up=chosen),))

    return PrintOrder(title=title, make=make, set_up=set_up)


def model_order(model: QAbstractItemModel, title: str, about: Iterable[str], corner: str | None = None) -> PrintOrder:
    """The table that a model shows; with a `corner` the headings of its rows stand before them, under that word."""
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    columns, lines = range(model.columnCount()), range(model.rowCount())
    headings = [_said(model.headerData(column, across)) for column in columns]
    rows = [[_said(model.index(line, column).data()) for column in columns] for line in lines]
    numbers = [column for column in columns if rows and _is_right(model, column)]
    if corner is not None:
        headings = [corner, *headings]
        rows = [[_said(model.headerData(line, down)), *row] for line, row in zip(lines, rows, strict=True)]
        numbers = [column + 1 for column in numbers]
    return table_order(title, about, headings, rows, numbers=numbers)


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _is_right(model: QAbstractItemModel, column: int) -> bool:
    side = model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
    return side is not None and bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)
