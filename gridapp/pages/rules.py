"""The rules of a page (框线): those of neighbouring cells drawn once, in one stroke as far as they go."""

from collections import defaultdict
from collections.abc import Iterator

from gridapp.pages.blocks import Side
from gridapp.pages.drawn import Stroke

_NEAR = 0.05
_Spans = dict[float, list[tuple[float, float]]]


class Rules:
    """Collects the sides of boxes."""

    def __init__(self) -> None:
        self._across: _Spans = defaultdict(list)
        self._down: _Spans = defaultdict(list)

    def add(self, left: float, top: float, width: float, height: float, sides: Side) -> None:
        """Rules some sides of a box."""
        left, top, right, bottom = round(left, 2), round(top, 2), round(left + width, 2), round(top + height, 2)
        if Side.TOP in sides:
            self._across[top].append((left, right))
        if Side.BOTTOM in sides:
            self._across[bottom].append((left, right))
        if Side.LEFT in sides:
            self._down[left].append((top, bottom))
        if Side.RIGHT in sides:
            self._down[right].append((top, bottom))

    def strokes(self) -> Iterator[Stroke]:
        """The strokes of what was collected."""
        for y, spans in sorted(self._across.items()):
            for begin, end in _merged(spans):
                yield Stroke(begin, y, end, y)
        for x, spans in sorted(self._down.items()):
            for begin, end in _merged(spans):
                yield Stroke(x, begin, x, end)


def _merged(spans: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    spans.sort()
    begin, end = spans[0]
    for left, right in spans:
        if left > end + _NEAR:
            yield begin, end
            begin, end = left, right
        end = max(end, right)
    yield begin, end
