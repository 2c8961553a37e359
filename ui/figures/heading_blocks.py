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


class Blocks:
    """The blocks of some headings, told when they are asked for: of a long table only few are ever seen.

    Neighbours with the same words under the same words above are one block, but not at the last level, where each
    section has a heading of its own; an empty word is part of the heading above it.
    """

    def __init__(self, headings: Sequence[Levels]) -> None:
        self._headings = headings
        self._known: dict[tuple[int, int], Block] = {}

    def at(self, place: int, level: int) -> Block:
        """The block in which a section lies at a level."""
        if (place, level) not in self._known:
            block = self._block(place, level)
            for section in range(block.first, block.last + 1):
                self._known |= {(section, deep): block for deep in range(block.top, block.bottom + 1)}
        return self._known[place, level]

    def _block(self, place: int, level: int) -> Block:
        levels = self._headings[place]
        top = next((n for n in range(level, 0, -1) if levels[n]), 0)
        bottom = top
        while bottom + 1 < len(levels) and not levels[bottom + 1]:
            bottom += 1
        first = last = place
        if bottom + 1 < len(levels):
            while first > 0 and self._goes_on(first - 1, levels, top, bottom):
                first -= 1
            while last + 1 < len(self._headings) and self._goes_on(last + 1, levels, top, bottom):
                last += 1
        return Block(levels[top], first, last, top, bottom)

    def _goes_on(self, other: int, levels: Levels, top: int, bottom: int) -> bool:
        there = self._headings[other]
        return there[: bottom + 1] == levels[: bottom + 1] and bool(there[bottom + 1])
