"""Which headings run together (合并表头): a run of equal headings is one block over several sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.figures.sheet import Levels


@dataclass(frozen=True, slots=True)
class Block:
    """A heading over the sections `first` to `last` and the levels `top` to `bottom`, all of them included."""

    text: str
    first: int
    last: int
    top: int
    bottom: int


def blocks_of(headings: Sequence[Levels]) -> dict[tuple[int, int], Block]:
    """The block in which each section (its place and level) lies.

    Neighbours with the same words under the same words above are one block, but not at the last level, where each
    section has a heading of its own; an empty word is part of the heading above it.
    """
    found: dict[tuple[int, int], Block] = {}
    for place, levels in enumerate(headings):
        for top, text in enumerate(levels):
            if (place, top) in found or not (text or top == 0):
                continue
            bottom = _bottom(levels, top)
            last = place
            while bottom + 1 < len(levels) and _goes_on(headings, place, last + 1, top, bottom):
                last += 1
            block = Block(text, place, last, top, bottom)
            found |= {(n, level): block for n in range(place, last + 1) for level in range(top, bottom + 1)}
    return found


def _bottom(levels: Levels, top: int) -> int:
    bottom = top
    while bottom + 1 < len(levels) and not levels[bottom + 1]:
        bottom += 1
    return bottom


def _goes_on(headings: Sequence[Levels], place: int, other: int, top: int, bottom: int) -> bool:
    if other >= len(headings):
        return False
    here, there = headings[place], headings[other]
    return here[: top + 1] == there[: top + 1] and _bottom(there, top) == bottom
