"""The line of those who sign (签署栏): each with his name or a line to write it on, shared out over the width."""

from collections.abc import Iterator

from gridapp.pages.blocks import Face, SignatureLine
from gridapp.pages.drawn import Stroke, Text
from gridapp.pages.laid_lines import LEADING, LaidLine
from gridapp.pages.ruler import Ruler, printable

_BLANK = 60.0
_GAP = 12.0
_HIGH = 1.4


def signing_lines(signature: SignatureLine, ruler: Ruler, room: float) -> Iterator[LaidLine]:
    """Its lines, as many blanks in each as there is room for."""
    size = signature.size

    def wide(text: str) -> float:
        return sum(ruler.width(part, face, size) for part, face in ruler.parts(printable(text), Face.SONG))

    told = [(f"{word}：", value, wide(f"{word}：")) for word, value in signature.blanks]
    widest = max((label + max(wide(value), _BLANK) + _GAP for _, value, label in told), default=room)
    beside = max(1, min(len(told), int(room / widest)))
    height = size * LEADING * _HIGH
    for begin in range(0, len(told), beside):
        line = LaidLine(0.0, height)
        base = height * 0.75
        for place, (word, value, _) in enumerate(told[begin : begin + beside]):
            x = place * room / beside
            for text in (word, value):
                for part, face in ruler.parts(printable(text), Face.SONG):
                    line.texts.append(Text(x, base, part, face, size))
                    x += ruler.width(part, face, size)
            if not value:
                line.strokes.append(Stroke(x, base + 1.5, x + _BLANK, base + 1.5))
        yield line
