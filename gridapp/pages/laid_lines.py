"""A paragraph in lines (段落排行): each with its height and where its words stand in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gridapp.pages.blocks import Align, Paragraph
from gridapp.pages.drawn import Stroke, Text
from gridapp.pages.line_breaking import Line, lines_of
from gridapp.pages.ruler import Ruler

LEADING = 1.3
"""The height of a line where nobody says it, in sizes of its type."""
_ASCENT = 0.88
"""How far a Chinese letter reaches up from its line, in ems."""
_MOST_STRETCHED = 0.5
"""Ems by which letters are set apart at most to reach the margin."""


@dataclass(slots=True)
class LaidLine:
    """A line: its `top` in its box, its height, and its items from the box's left and the line's own top."""

    top: float
    height: float
    texts: list[Text] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


def laid(paragraphs: Iterable[Paragraph], ruler: Ruler, room: float) -> tuple[list[LaidLine], float]:
    """The lines of some paragraphs below each other, and the height of all."""
    lines: list[LaidLine] = []
    y = 0.0
    for paragraph in paragraphs:
        y += paragraph.before
        inner = max(room - paragraph.left - paragraph.right, 1.0)
        for line in lines_of(paragraph.runs, ruler, inner, paragraph.first, paragraph.stops):
            height = paragraph.line or line.size * LEADING
            lines.append(_laid(line, paragraph, y, height, inner))
            y += height
        y += paragraph.after
    return lines, y


def _laid(line: Line, paragraph: Paragraph, top: float, height: float, room: float) -> LaidLine:
    told = LaidLine(top, height)
    base = (height - line.size) / 2 + _ASCENT * line.size
    x, spacing = paragraph.left, 0.0
    left_over = room - line.width
    if paragraph.align is Align.CENTRE:
        x += left_over / 2
    elif paragraph.align is Align.RIGHT:
        x += left_over
    elif paragraph.align is Align.BOTH and not line.is_last:
        gaps = sum(len(piece.text) for piece in line.pieces) - 1
        if gaps > 0 and 0 < left_over / gaps < _MOST_STRETCHED * line.size:
            spacing = left_over / gaps
    letters = 0
    for piece in line.pieces:
        run = piece.run
        at = x + piece.x + letters * spacing
        letters += len(piece.text)
        told.texts.append(Text(at, base, piece.text, piece.face, run.size, run.bold, spacing, run.count))
        if run.underline:
            below = base + 0.12 * run.size
            told.strokes.append(Stroke(at, below, at + piece.width + len(piece.text) * spacing, below))
    return told
