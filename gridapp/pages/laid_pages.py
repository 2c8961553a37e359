"""The pages of a document, laid out (排好的版面): kept small, and unfolded when one is looked at."""

import pickle
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from typing_extensions import override

from gridapp.pages.blocks import Count, Paragraph
from gridapp.pages.document import PageSetUp
from gridapp.pages.drawn import LaidPage, Stroke, Text
from gridapp.pages.laid_lines import laid
from gridapp.pages.ruler import Ruler
from gridapp.pages.units import SLOT

_QUICK = 1
"""Packing that takes next to no time."""


@dataclass(slots=True)
class _Part:
    """The pages of a section: where they begin, and where those begin that are counted together with them."""

    begin: int
    counted_from: int
    set_up: PageSetUp
    pages: int = 0
    counted_to: int = 0


class LaidPages(Sequence[LaidPage]):
    """Every page with its head, foot and number; each look gives a new copy.

    A page is some hundred objects: packed, a thousand of them take less room than ten unpacked ones.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._packed: list[bytes] = []
        self._sizes: list[tuple[float, float]] = []
        self._parts: list[_Part] = []
        self.beside = 1
        """How many sheets lie beside each other where columns have no room on one."""

    def begin(self, set_up: PageSetUp, *, counted_anew: bool) -> None:
        """Begins a section."""
        here = len(self._packed)
        from_here = counted_anew or not self._parts
        self._parts.append(_Part(here, here if from_here else self._parts[-1].counted_from, set_up))

    def add(self, pages: Iterable[LaidPage]) -> None:
        """Adds pages to the section that was begun last."""
        part = self._parts[-1]
        for page in pages:
            self._packed.append(zlib.compress(pickle.dumps(page), _QUICK))
            self._sizes.append((page.width, page.height))
            part.pages += 1
        for one in self._parts:
            if one.counted_from == part.counted_from:
                one.counted_to = len(self._packed)

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of every page, in points."""
        return self._sizes

    @property
    def of_sections(self) -> tuple[int, ...]:
        """How many pages each section takes."""
        return tuple(part.pages for part in self._parts)

    @override
    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> LaidPage: ...

    @overload
    def __getitem__(self, place: slice) -> list[LaidPage]: ...

    @override
    def __getitem__(self, place: int | slice) -> LaidPage | list[LaidPage]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        here = range(len(self))[place]
        page: LaidPage = pickle.loads(zlib.decompress(self._packed[here]))
        part = self._parts[bisect_right(self._parts, here, key=lambda one: one.begin) - 1]
        _finish(page, part.set_up, self._ruler, here - part.counted_from + 1, part.counted_to - part.counted_from)
        return page


def _finish(page: LaidPage, set_up: PageSetUp, ruler: Ruler, number: int, total: int) -> None:
    """Puts head and foot on a page, and the numbers where they are counted."""
    told = {Count.PAGE: str(number), Count.PAGES: str(total)}
    head, foot = ([_counted(paragraph, told) for paragraph in part] for part in (set_up.head, set_up.foot))
    for item in page.items:
        if isinstance(item, Text) and item.count is not None:
            room = ruler.width(SLOT, item.face, item.size)
            item.text = told[item.count]
            item.x += (room - ruler.width(item.text, item.face, item.size)) / 2
    _put(page, set_up, head, set_up.head_at, ruler)
    _put(page, set_up, foot, set_up.height - set_up.foot_at - laid(foot, ruler, set_up.room)[1], ruler)


def _counted(paragraph: Paragraph, told: Mapping[Count, str]) -> Paragraph:
    runs = (run if run.count is None else replace(run, text=told[run.count], count=None) for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))


def _put(page: LaidPage, set_up: PageSetUp, paragraphs: Sequence[Paragraph], top: float, ruler: Ruler) -> None:
    for line in laid(paragraphs, ruler, set_up.room)[0]:
        for text in line.texts:
            text.x += set_up.left
            text.y += top + line.top
            page.items.append(text)
        for stroke in line.strokes:
            left, down = set_up.left, top + line.top
            page.items.append(Stroke(stroke.x1 + left, stroke.y1 + down, stroke.x2 + left, stroke.y2 + down))
