"""The mediators' week to be printed (打印调解周历): a day a column, the parts of the day below each other."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gridapp.pages.blocks import Align, Cell, Face, Paragraph, Row, Run, Table
from gridapp.pages.document import Document, PageSetUp
from gridapp.pages.framed import TABLE, framed, heading_cell, heading_row
from ui.mediation.desk.week_entry import WEEKDAYS, Entry, day_in_words
from ui.printing.print_order import PrintOrder

_PARTS = (("上午", 12), ("下午", 18), ("晚上", 24))
"""The parts of a day with the hours at which they end."""
_LABEL = 0.05
"""Of the width for the names of the parts."""
_HIGH = 60.0
"""The least height of a part of the day, in points: there is room to write something in by hand."""


def week_order(monday: date, days: str, about: Sequence[str], entries: Sequence[Entry]) -> PrintOrder:
    """The sessions of a week as they are shown; what cannot both be is told below."""
    title = f"调解周历（{days}）"
    notes = [f"冲突：{day_in_words(entry.day)} {entry.hours} {words}" for entry in entries for words in entry.against]
    headings = ["", *(f"{WEEKDAYS[n]}\n{day_in_words(monday + timedelta(days=n))}" for n in range(7))]

    def make(set_up: PageSetUp) -> Document:
        label = set_up.room * _LABEL
        widths = (label, *((set_up.room - label) / 7 for _ in range(7)))
        table = Table(rows=(heading_row(headings), *_rows(monday, entries)), widths=widths, head=1)
        return Document(title, (framed(title, about, table, (), notes, set_up),))

    return PrintOrder(title=title, make=make)


def _rows(monday: date, entries: Sequence[Entry]) -> Iterator[Row]:
    begin = 0
    for name, end in _PARTS:
        now = [entry for entry in entries if begin <= entry.starts.hour < end]
        days = ([entry for entry in now if entry.day == monday + timedelta(days=n)] for n in range(7))
        yield Row(cells=(heading_cell(name), *(_cell(day) for day in days)), height=_HIGH)
        begin = end


def _cell(entries: Sequence[Entry]) -> Cell:
    return Cell(paragraphs=tuple(part for entry in entries for part in _said(entry)), middle=False)


def _said(entry: Entry) -> Iterator[Paragraph]:
    yield Paragraph(runs=(Run(f"{entry.hours}　{entry.state}", TABLE, Face.HEI),), align=Align.LEFT)
    for place, fact in enumerate(entry.facts, 1):
        yield Paragraph(runs=(Run(fact, TABLE),), after=4 if place == len(entry.facts) else 0)
