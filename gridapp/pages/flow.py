"""Blocks set on pages one below the other (排版): a table takes its heading along, a line is never cut."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gridapp.pages.blocks import Align, Block, PageBreak, Paragraph, Picture, SignatureLine, Table
from gridapp.pages.column_widths import fitted
from gridapp.pages.document import PageSetUp
from gridapp.pages.drawn import Image, LaidPage, Stroke
from gridapp.pages.laid_lines import LaidLine, laid
from gridapp.pages.laid_table import Band, bands_of, cut
from gridapp.pages.ruler import Ruler
from gridapp.pages.rules import Rules
from gridapp.pages.signing import signing_lines

_BETWEEN = 8.0
_LEAST_CUT = 40.0
"""A band is cut only where so much of it stands on the page."""


class Flow:
    """The pages of a section while they are filled."""

    def __init__(self, set_up: PageSetUp, ruler: Ruler) -> None:
        self._set_up, self._ruler = set_up, ruler
        self.pages: list[LaidPage] = []
        self._rules = Rules()
        self._begin_page()

    def put(self, blocks: Sequence[Block]) -> None:
        """Sets all blocks of the section."""
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                self._paragraph(block, blocks[place + 1 :] if block.keep else ())
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Picture):
                self._picture(block)
            elif isinstance(block, SignatureLine):
                self._y += _BETWEEN
                for line in signing_lines(block, self._ruler, self._set_up.room):
                    self._line(line)
            elif isinstance(block, PageBreak):
                self._begin_page()
        self._finish_page()

    @property
    def _bottom(self) -> float:
        return self._set_up.height - self._set_up.bottom

    @property
    def _is_fresh(self) -> bool:
        return self._y <= self._set_up.top

    def _begin_page(self) -> None:
        self._finish_page()
        self.pages.append(LaidPage(self._set_up.width, self._set_up.height))
        self._y = self._set_up.top

    def _finish_page(self) -> None:
        if self.pages:
            self.pages[-1].items += self._rules.strokes()
        self._rules = Rules()

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

    def _line(self, line: LaidLine, before: float = 0.0) -> None:
        self._y += before
        if self._y + line.height > self._bottom + 0.1 and not self._is_fresh:
            self._begin_page()
        self._draw(line, self._set_up.left, self._y)
        self._y += line.height

    def _draw(self, line: LaidLine, left: float, top: float) -> None:
        items = self.pages[-1].items
        for text in line.texts:
            text.x += left
            text.y += top
            items.append(text)
        for stroke in line.strokes:
            items.append(Stroke(stroke.x1 + left, stroke.y1 + top, stroke.x2 + left, stroke.y2 + top))

    def _picture(self, picture: Picture) -> None:
        room = self._set_up.room, self._bottom - self._set_up.top
        factor = min(1.0, room[0] / picture.width, room[1] / picture.height)
        width, height = picture.width * factor, picture.height * factor
        if self._y + height > self._bottom + 0.1 and not self._is_fresh:
            self._begin_page()
        left = self._set_up.left + _indent(picture.align, room[0] - width)
        self.pages[-1].items.append(Image(left, self._y, width, height, picture.data))
        self._y += height

    def _table(self, table: Table) -> None:
        for place, (part, widths) in enumerate(fitted(table, self._ruler, self._set_up.room)):
            if place:
                self._y += _BETWEEN
            left = self._set_up.left + _indent(part.align, self._set_up.room - sum(widths))
            head, bands = bands_of(part, widths, self._ruler)
            self._bands(part, widths, head, bands, left)

    def _bands(
        self, table: Table, widths: Sequence[float], head: Sequence[Band], bands: Iterable[Band], left: float
    ) -> None:
        tall = sum(band.height for band in head)
        whole = self._bottom - self._set_up.top
        # A heading of more than half a page would leave no room for what it heads.
        repeated = head if tall < whole / 2 else ()
        room = whole - (tall if repeated else 0.0)
        first = next(iter(bands), None)
        if first is not None and not self._is_fresh and self._y + tall + min(first.height, room) > self._bottom:
            self._begin_page()
        for band in head:
            self._band(band, left)
        for band in bands:
            while band.height > self._bottom - self._y + 0.1:
                left_over = self._bottom - self._y
                if band.height > room and left_over > _LEAST_CUT:
                    above, band = cut(band, left_over)
                    self._band(above, left)
                self._begin_page()
                if repeated:
                    for again in bands_of(replace(table, rows=table.rows[: table.head]), widths, self._ruler)[0]:
                        self._band(again, left)
            self._band(band, left)

    def _band(self, band: Band, left: float) -> None:
        for box in band.boxes:
            self._rules.add(left + box.left, self._y + box.top, box.width, box.height, box.sides)
            for line in box.lines:
                self._draw(line, left + box.left + box.inset, self._y + box.top + line.top)
        self._y += band.height


def _indent(align: Align, left_over: float) -> float:
    if align is Align.CENTRE:
        return left_over / 2
    return left_over if align is Align.RIGHT else 0.0
