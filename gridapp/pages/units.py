"""What is never broken at the end of a line (不拆开的字词): a number, a word, a letter with the comma behind it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gridapp.pages.blocks import Face, Run
from gridapp.pages.ruler import Ruler, printable

LONGEST = 32
"""Letters of the longest unit; an identity number has 18, the number of a case up to 30."""
SLOT = "00"
"""The room that is kept for a number that is counted when the pages are made."""
_TOKENS = re.compile(r"[\n\t]| +|[!-\u1fff]+|.")
_CLOSING = frozenset("，。、；：？！）】〕》〉」』”’…—～％%,.;:?!)]}°℃·")
_OPENING = frozenset("（【〔《〈「『“‘([{￥¥")
_FIRST_WIDE = "\u2000"


class Kind(Enum):
    """What a unit is to a line."""

    WORD = auto()
    SPACE = auto()
    TAB = auto()
    BREAK = auto()


@dataclass(slots=True)
class Piece:
    """Words of one type on a line, so far to the right of where it begins."""

    text: str
    run: Run
    face: Face
    width: float
    x: float = 0.0


@dataclass(slots=True)
class Unit:
    """Pieces that stay together."""

    pieces: list[Piece]
    width: float
    kind: Kind = Kind.WORD
    letters: int = 1


_BY_SIGN = {"\n": Kind.BREAK, "\t": Kind.TAB, " ": Kind.SPACE}


def units_of(runs: Iterable[Run], ruler: Ruler) -> Iterator[Unit]:
    """The units of some runs, in their order."""
    waiting: Unit | None = None
    for unit in _tokens(runs, ruler):
        if waiting is not None and _belong_together(waiting, unit):
            waiting.pieces += unit.pieces
            waiting.width += unit.width
            waiting.letters += unit.letters
            continue
        if waiting is not None:
            yield waiting
        waiting = unit
    if waiting is not None:
        yield waiting


def parts_of(unit: Unit, ruler: Ruler) -> Iterator[Unit]:
    """A unit in smaller ones, where a line is too short for the whole: without its comma, or in single letters."""
    if len(unit.pieces) > 1:
        for piece in unit.pieces:
            yield Unit([piece], piece.width, letters=len(piece.text))
        return
    for piece in unit.pieces:
        for letter in piece.text:
            width = ruler.width(letter, piece.face, piece.run.size)
            yield Unit([Piece(letter, piece.run, piece.face, width)], width)


def least_width(runs: Sequence[Run], ruler: Ruler) -> float:
    """The width of the longest unit."""
    return max((unit.width for unit in units_of(runs, ruler) if unit.kind is Kind.WORD), default=0.0)


def whole_width(runs: Sequence[Run], ruler: Ruler) -> float:
    """The width of the longest line where nothing but what asks for it is broken."""
    longest = width = 0.0
    for unit in _tokens(runs, ruler):
        width = 0.0 if unit.kind is Kind.BREAK else width + unit.width
        longest = max(longest, width)
    return longest


def _tokens(runs: Iterable[Run], ruler: Ruler) -> Iterator[Unit]:
    for run in runs:
        if run.count is not None:
            width = ruler.width(SLOT, run.face, run.size)
            yield Unit([Piece("", run, run.face, width)], width)
            continue
        for text, face in ruler.parts(printable(run.text), run.face):
            for token in _TOKENS.findall(text):
                yield from _units_of_token(token, run, face, ruler)


def _units_of_token(token: str, run: Run, face: Face, ruler: Ruler) -> Iterator[Unit]:
    kind = _BY_SIGN.get(token[0], Kind.WORD)
    # Blanks that are underlined are there to be written on.
    if kind is Kind.SPACE and run.underline:
        kind = Kind.WORD
    for begin in range(0, len(token), LONGEST):
        part = token[begin : begin + LONGEST]
        width = 0.0 if kind in {Kind.BREAK, Kind.TAB} else ruler.width(part, face, run.size)
        yield Unit([Piece(part, run, face, width)], width, kind, len(part))


def _belong_together(before: Unit, after: Unit) -> bool:
    if before.kind is not Kind.WORD or after.kind is not Kind.WORD or before.letters + after.letters > LONGEST:
        return False
    end, begin = before.pieces[-1].text[-1:], after.pieces[0].text[:1]
    both_are_words = " " < end < _FIRST_WIDE and " " < begin < _FIRST_WIDE
    return both_are_words or begin in _CLOSING or end in _OPENING
