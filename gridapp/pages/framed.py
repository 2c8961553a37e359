"""A table as it is handed in (打印样式): title, what it is about, the table, who signs, and notes below."""

from collections.abc import Iterable
from dataclasses import replace

from gridapp.pages.blocks import (
    MM,
    Align,
    Block,
    Cell,
    Face,
    LongTable,
    Paragraph,
    Row,
    Run,
    SignatureLine,
    Table,
    words,
)
from gridapp.pages.document import LANDSCAPE, PageSetUp, Section

TITLE, ABOUT, SMALL = 16.0, 9.5, 8.5
TABLE = 9.0
"""The size of type in a table that has room enough."""
SIGNED = (("填报人", ""), ("审核人", ""), ("签发人", ""), ("日期", ""))
"""Who signs where nobody is named yet."""
_CLOSE, _FOOT = 13 * MM, 7 * MM
"""Margins above and below, and that below the foot, where a table is set closer so that it takes a page less."""
_BEFORE_NOTES = 4.0
_CLOSE_TITLE, _CLOSE_SMALL, _CLOSE_ABOVE = 14.0, 7.5, 0.8


def framed(
    title: str,
    about: Iterable[str],
    table: Table | LongTable,
    signed: Iterable[tuple[str, str]] = SIGNED,
    notes: Iterable[str] = (),
    set_up: PageSetUp = LANDSCAPE,
) -> Section:
    """The pages of one table; `about` are the lines between its title and its headings."""
    head = [Paragraph(runs=(Run(line, ABOUT),), after=3, keep=True) for line in about if line]
    blanks = tuple(signed)
    signing = [SignatureLine(blanks, ABOUT)] if blanks else []
    told = tuple(notes)
    first = 0.0 if signing else _BEFORE_NOTES
    notes_below = (replace(words(note, SMALL), before=0.0 if place else first) for place, note in enumerate(told))
    blocks: tuple[Block, ...] = (_title(title, TITLE), *head, table, *signing, *notes_below)
    if isinstance(table, LongTable):
        return Section(set_up, blocks)
    small = (words(note, _CLOSE_SMALL) for note in told)
    closer: tuple[Block, ...] = (
        _title(title, _CLOSE_TITLE),
        *head,
        replace(table, above=_CLOSE_ABOVE),
        *signing,
        *small,
    )
    return Section(set_up, blocks, closer=Section(replace(set_up, top=_CLOSE, bottom=_CLOSE, foot_at=_FOOT), closer))


def _title(title: str, size: float) -> Paragraph:
    return Paragraph(runs=(Run(title, size, Face.HEI),), align=Align.CENTRE, after=4, keep=True)


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
