"""Blocks set on pages one below the other (排版): a table takes its heading along, a line is never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gridapp.pages.blocks import Align, Block, LongTable, PageBreak, Paragraph, Picture, SignatureLine, Table
from gridapp.pages.column_widths import fitted
from gridapp.pages.document import PageSetUp
from gridapp.pages.drawn import Image, LaidPage
from gridapp.pages.laid_lines import LaidLine, laid
from gridapp.pages.laid_table import bands_of
from gridapp.pages.long_rows import LongRows
from gridapp.pages.rows_flow import Head, RowsFlow
from gridapp.pages.ruler import Ruler
from gridapp.pages.sheets import Sheets
from gridapp.pages.signing import signing_lines

_BETWEEN = 8.0


class Flow:
    """The pages of a section while they are filled."""

    def __init__(self, set_up: PageSetUp, ruler: Ruler) -> None:
        self._set_up, self._ruler = set_up, ruler
        self._sheets = Sheets(set_up, ruler)
        self._y = set_up.top

    def put(self, blocks: Sequence[Block]) -> list[LaidPage]:
        """Sets all blocks of the section; its pages."""
        return [page for pages, _ in self.steps(blocks) for page in pages]

    def steps(self, blocks: Sequence[Block]) -> Iterator[tuple[list[LaidPage], int]]:
        """Sets the blocks piece by piece; tells each time which pages are full, and how many rows were looked at."""
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                self._paragraph(block, blocks[place + 1 :] if block.keep else ())
            elif isinstance(block, Table):
                self._table(block, self._behind(blocks[place + 1 :]))
            elif isinstance(block, LongTable):
                for rows in self._long_table(block, self._behind(blocks[place + 1 :])):
                    yield self._sheets.take(), rows
            elif isinstance(block, Picture):
                self._picture(block)
            elif isinstance(block, SignatureLine):
                self._y += _BETWEEN
                for line in signing_lines(block, self._ruler, self._set_up.room):
                    self._line(line)
            elif isinstance(block, PageBreak):
                self._begin_page()
        yield self._sheets.take_all(), 0

    @property
    def beside(self) -> int:
        """How many sheets lie beside each other at most."""
        return self._sheets.most

    @property
    def _bottom(self) -> float:
        return self._set_up.height - self._set_up.bottom

    @property
    def _is_fresh(self) -> bool:
        return self._y <= self._set_up.top

    def _begin_page(self) -> None:
        self._sheets.begin()
        self._y = self._set_up.top

    def _paragraph(self, paragraph: Paragraph, following: Sequence[Block]) -> None:
        before = 0.0 if self._is_fresh else paragraph.before
        lines, height = laid([replace(paragraph, before=before)], self._ruler, self._set_up.room)
        if paragraph.keep and not self._is_fresh and self._y + height + self._kept(following, height) > self._bottom:
            self._begin_page()
        for line in lines:
            self._line(line, before)
            before = 0.0
        self._y = min(self._y + paragraph.after, self._bottom)

    def _kept(self, following: Sequence[Block], height: float) -> float:
        """The height of what a paragraph is kept with; of more than a page, only what comes next."""
        tall = self._first_of(following)
        return tall if height + tall <= self._bottom - self._set_up.top else self._first_of(following[:1])

    def _first_of(self, following: Sequence[Block]) -> float:
        """Paragraphs that are kept further, then a line, or a table's heading and first row."""
        tall = 0.0
        for block in following:
            if isinstance(block, LongTable):
                block = Table(rows=(block.head, *block.rows[:1]), head=1)
            if isinstance(block, Table) and block.rows:
                rows = replace(block, rows=block.rows[: block.head + 1], labels=0)
                table, widths = fitted(rows, self._ruler, self._set_up.room)[0]
                return tall + sum(band.height for bands in bands_of(table, widths, self._ruler) for band in bands)
            if isinstance(block, Picture):
                return tall + block.height
            if not isinstance(block, Paragraph):
                return tall + 2 * _BETWEEN
            lines, height = laid([block], self._ruler, self._set_up.room)
            if not block.keep:
                return tall + (lines[0].top + lines[0].height if lines else height)
            tall += height
        return tall

    def _behind(self, following: Sequence[Block]) -> float:
        """The height of what belongs to a table behind it: who signs, and notes."""
        tall = 0.0
        for block in following:
            if isinstance(block, SignatureLine):
                lines = signing_lines(block, self._ruler, self._set_up.room)
                tall += _BETWEEN + sum(line.height for line in lines)
            elif isinstance(block, Paragraph) and not block.keep:
                tall += laid([block], self._ruler, self._set_up.room)[1]
            else:
                break
        return tall

    def _line(self, line: LaidLine, before: float = 0.0) -> None:
        self._y += before
        if self._y + line.height > self._bottom + 0.1 and not self._is_fresh:
            self._begin_page()
        self._sheets.line(line, self._set_up.left, self._y)
        self._y += line.height

    def _picture(self, picture: Picture) -> None:
        room = self._set_up.room, self._bottom - self._set_up.top
        factor = min(1.0, room[0] / picture.width, room[1] / picture.height)
        width, height = picture.width * factor, picture.height * factor
        if self._y + height > self._bottom + 0.1 and not self._is_fresh:
            self._begin_page()
        left = self._set_up.left + _indent(picture.align, room[0] - width)
        self._sheets.put(Image(left, self._y, width, height, picture.data))
        self._y += height

    def _table(self, table: Table, behind: float) -> None:
        parts = fitted(table, self._ruler, self._set_up.room)
        for place, (part, widths) in enumerate(parts):
            left = self._set_up.left + _indent(part.align, self._set_up.room - sum(widths))
            head, bands = bands_of(part, widths, self._ruler)
            after = behind if part is parts[-1][0] else 0.0
            if place:
                self._y += _BETWEEN
                tall = sum(band.height for band in (*head, *bands)) + after
                # Columns that go on below are read together: not begun where they have to be turned over.
                if self._y + tall > self._bottom and self._set_up.top + tall <= self._bottom:
                    self._begin_page()
            rows = RowsFlow(self._set_up, self._sheets, _again(part, widths, self._ruler), left, self._y)
            for _ in rows.put(((band,) for band in bands), after):
                pass
            self._y = rows.y

    def _long_table(self, table: LongTable, behind: float) -> Iterator[int]:
        """Measured, then set: rows of each step."""
        long = LongRows(table, self._ruler, self._set_up.room)
        yield from long.measure()
        self._sheets.widen(long.beside)
        rows = RowsFlow(self._set_up, self._sheets, long.head, self._set_up.left, self._y)
        yield from rows.put(long.bands(), behind, long.piece)
        self._sheets.narrow()
        self._y = rows.y


def _again(table: Table, widths: Sequence[float], ruler: Ruler) -> Head:
    heading = replace(table, rows=table.rows[: table.head])
    return lambda: [(band,) for band in bands_of(heading, widths, ruler)[0]]


def _indent(align: Align, left_over: float) -> float:
    if align is Align.CENTRE:
        return left_over / 2
    return left_over if align is Align.RIGHT else 0.0
