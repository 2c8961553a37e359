"""A list on paper (打印台账): its columns as they stand, the question in words, headings on every page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from gridapp.pages.blocks import Row, Table
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.pages.framed import figure_cell, framed, heading_row, label_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOnPaper:
    """What is printed of a list: `question` is its filter in words, `unit` who hands it in (填报单位).

    `measure` is in what its rows are counted (条, 家次), `numbers` are the places of the columns set to the right.
    """

    title: str
    question: str
    unit: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str]]
    measure: str = "条"
    numbers: Collection[int] = ()


def list_page(told: ListOnPaper, set_up: PageSetUp = LANDSCAPE) -> Document:
    """The list as a document."""
    rows = [
        Row(
            cells=tuple(
                figure_cell(text) if place in told.numbers else label_cell(text) for place, text in enumerate(row)
            )
        )
        for row in told.rows
    ]
    about = f"填报单位：{told.unit}　　　共 {len(rows):,} {told.measure}"
    table = Table(rows=(heading_row(told.headings), *rows), head=1)
    return Document(told.title, (framed(told.title, (about, told.question), table, set_up=set_up),))
