"""Rows of a table set on pages (表格分页): the heading on every page, the last rows with what belongs to the table."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from gridapp.pages.document import PageSetUp
from gridapp.pages.laid_table import Band, between_lines, cut
from gridapp.pages.sheets import Sheets

Beside = Sequence[Band]
"""The same rows on each of the sheets beside each other, equally high."""
Head = Callable[[], Sequence[Beside]]
"""Makes the heading, as often as a page begins."""

_LEAST_CUT = 40.0
"""A band is cut only where so much of it stands on the page."""
_KEPT = 2
"""Bands that stay with what follows the table."""
_MOST_BEHIND = 0.5
"""Of a page: what follows and is higher goes on by itself."""


class RowsFlow:
    """Sets rows from a height on, which is where they end when all are set."""

    def __init__(self, set_up: PageSetUp, sheets: Sheets, head: Head, left: float, y: float) -> None:
        self._set_up, self._sheets, self._head, self._left = set_up, sheets, head, left
        self.y = y
        self._bottom = set_up.height - set_up.bottom
        self._on_page = 0

    def put(self, bands: Iterable[Beside], behind: float, piece: int = 1) -> Iterator[int]:
        """Sets the rows, the last of them on the page of what comes `behind`; tells of each piece that it is set."""
        head = self._head()
        tall, whole = sum(_height(one) for one in head), self._bottom - self._set_up.top
        # A heading of more than half a page would leave no room for what it heads.
        self._repeated = tall < whole / 2
        room = whole - (tall if self._repeated else 0.0)
        kept: deque[Beside] = deque()
        done = 0
        for band in bands:
            if not done and self.y > self._set_up.top and self.y + tall + min(_height(band), room) > self._bottom:
                self._new_page()
            if not done:
                self._put_head(head)
            kept.append(band)
            if len(kept) > _KEPT:
                self._band(kept.popleft(), room)
            done += 1
            if done % piece == 0:
                yield piece
        if not done:
            self._put_head(head)
        last = sum(map(_height, kept)) + (behind if behind <= whole * _MOST_BEHIND else 0.0)
        if self._on_page and self.y + last > self._bottom and last <= room:
            self._next_page()
        for band in kept:
            self._band(band, room)
        yield done % piece

    def _put_head(self, head: Sequence[Beside]) -> None:
        for one in head:
            self._draw(one)

    def _new_page(self) -> None:
        self._sheets.begin()
        self.y, self._on_page = self._set_up.top, 0

    def _next_page(self) -> None:
        self._new_page()
        if self._repeated:
            self._put_head(self._head())

    def _band(self, band: Beside, room: float) -> None:
        while _height(band) > self._bottom - self.y + 0.1:
            left_over = self._bottom - self.y
            if _height(band) > room and left_over > _LEAST_CUT:
                at = between_lines(band, left_over)
                parts = [cut(one, at) for one in band]
                self._draw([above for above, _ in parts])
                band = [below for _, below in parts]
            self._next_page()
        self._draw(band)
        self._on_page += 1

    def _draw(self, band: Beside) -> None:
        for sheet, one in enumerate(band):
            self._sheets.band(one, self._left, self.y, sheet)
        self.y += _height(band)


def _height(band: Beside) -> float:
    return band[0].height
