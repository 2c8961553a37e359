"""A table as it is handed in (打印样式): title, what it is about, the table, who signs, and notes below."""

from collections.abc import Iterable

from gridapp.pages.blocks import Align, Block, Cell, Face, Paragraph, Row, Run, SignatureLine, Table, words
from gridapp.pages.document import LANDSCAPE, PageSetUp, Section

TITLE, ABOUT, SMALL = 16.0, 9.5, 8.5
TABLE = 9.0
"""The size of type in a table that has room enough."""
SIGNED = (("填报人", ""), ("审核人", ""), ("签发人", ""), ("日期", ""))
"""Who signs where nobody is named yet."""


def framed(
    title: str,
    about: Iterable[str],
    table: Table,
    signed: Iterable[tuple[str, str]] = SIGNED,
    notes: Iterable[str] = (),
    set_up: PageSetUp = LANDSCAPE,
) -> Section:
    """The pages of one table; `about` are the lines between its title and its headings."""
    blocks: list[Block] = [
        Paragraph(runs=(Run(title, TITLE, Face.HEI),), align=Align.CENTRE, after=4, keep=True),
        *(Paragraph(runs=(Run(line, ABOUT),), after=3, keep=True) for line in about if line),
        table,
    ]
    blanks = tuple(signed)
    if blanks:
        blocks.append(SignatureLine(blanks, ABOUT))
    blocks += (words(note, SMALL) for note in notes)
    return Section(set_up, tuple(blocks))


def heading_cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """A heading over some columns and rows of headings."""
    paragraph = Paragraph(runs=(Run(text, TABLE, Face.HEI),), align=Align.CENTRE)
    return Cell(paragraphs=(paragraph,), columns=columns, rows=rows)


def label_cell(text: str, columns: int = 1, *, strong: bool = False) -> Cell:
    """Words that begin a row, or any words in it."""
    return _cell(text, Align.LEFT, columns, strong)


def figure_cell(text: str, *, strong: bool = False) -> Cell:
    """A number."""
    return _cell(text, Align.RIGHT, 1, strong)


def _cell(text: str, align: Align, columns: int, strong: bool) -> Cell:
    face = Face.HEI if strong else Face.SONG
    return Cell(paragraphs=(Paragraph(runs=(Run(text, TABLE, face),), align=align),), columns=columns)


def heading_row(texts: Iterable[str]) -> Row:
    """The only row of headings of a simple table."""
    return Row(cells=tuple(heading_cell(text) for text in texts))
