"""Words into lines (断行): between any two Chinese letters, never inside a number, no comma at the head of a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gridapp.pages.blocks import Run
from gridapp.pages.ruler import Ruler, printable
from gridapp.pages.units import Kind, Piece, Unit, parts_of, units_of

_BROKEN = re.compile("[\n\t\x0b\x0c\x85\u2028\u2029]")
_TAB = 21.0
"""How far apart the stops are where a paragraph has none of its own."""
_SLACK = 0.01


@dataclass(slots=True)
class Line:
    """A line of so much width; `size` is that of its largest type, `is_last` before a break that was asked for."""

    width: float
    pieces: list[Piece] = field(default_factory=list)
    size: float = 0.0
    is_last: bool = False


def lines_of(runs: Sequence[Run], ruler: Ruler, room: float, first: float, stops: Sequence[float] = ()) -> list[Line]:
    """The lines of a paragraph of so much room, the first of them indented; there is always one."""
    simple = _simple_line(runs, ruler, room, first)
    if simple is not None:
        return [simple]
    filling = _Filling(ruler, room, first, stops)
    for unit in units_of(runs, ruler):
        filling.add(unit)
    return filling.done(max((run.size for run in runs), default=0.0))


def _simple_line(runs: Sequence[Run], ruler: Ruler, room: float, first: float) -> Line | None:
    """Words of one type that need no breaking, as most cells of a table have; None where it is not so simple."""
    if len(runs) != 1 or runs[0].count is not None or not runs[0].text or _BROKEN.search(runs[0].text):
        return None
    [run], parts = runs, ruler.parts(printable(runs[0].text), runs[0].face)
    if len(parts) != 1:
        return None
    text, face = parts[0]
    width = ruler.width(text, face, run.size)
    if first + width > room:
        return None
    return Line(first + width, [Piece(text, run, face, width, first)], run.size, is_last=True)


class _Filling:
    """Lines while they are filled."""

    def __init__(self, ruler: Ruler, room: float, first: float, stops: Sequence[float]) -> None:
        self._ruler, self._room, self._stops = ruler, room + _SLACK, stops
        self._lines: list[Line] = []
        self._line = Line(first)
        self._spaces: list[Unit] = []
        self._is_broken = False

    def add(self, unit: Unit) -> None:
        if unit.kind is Kind.BREAK:
            self._end(is_last=True)
        elif unit.kind is Kind.TAB:
            self._put(self._up_to_stop(unit))
        elif unit.kind is Kind.SPACE:
            # A line that begins because the one before was full does not begin with a blank.
            if self._line.pieces or not self._is_broken:
                self._spaces.append(unit)
        else:
            self._add_word(unit)

    def done(self, size: float) -> list[Line]:
        self._end(is_last=True)
        for line in self._lines:
            line.size = line.size or size
        return self._lines

    def _add_word(self, unit: Unit) -> None:
        if self._here + unit.width <= self._room:
            self._put(unit)
        elif unit.width <= self._room or unit.letters == 1:
            if self._line.pieces:
                self._end(is_last=False)
            self._put(unit)
        else:
            for part in parts_of(unit, self._ruler):
                self._add_word(part)

    @property
    def _here(self) -> float:
        return self._line.width + sum(space.width for space in self._spaces)

    def _put(self, unit: Unit) -> None:
        spaces, self._spaces = self._spaces, []
        line = self._line
        for piece in (piece for part in (*spaces, unit) for piece in part.pieces):
            last = line.pieces[-1] if line.pieces else None
            if last is not None and last.run is piece.run and last.face is piece.face and piece.run.count is None:
                last.text += piece.text
                last.width += piece.width
            else:
                line.pieces.append(Piece(piece.text, piece.run, piece.face, piece.width, line.width))
            line.width += piece.width
            line.size = max(line.size, piece.run.size)

    def _up_to_stop(self, tab: Unit) -> Unit:
        """A tab as the blank that it makes, filled with blanks where it is underlined."""
        here, [piece] = self._here, tab.pieces
        stop = next((stop for stop in self._stops if stop > here + _SLACK), (here // _TAB + 1) * _TAB)
        return Unit([Piece(" ", piece.run, piece.face, stop - here)], stop - here)

    def _end(self, *, is_last: bool) -> None:
        self._spaces.clear()
        self._line.is_last = is_last
        self._lines.append(self._line)
        self._line, self._is_broken = Line(0.0), not is_last
