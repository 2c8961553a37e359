"""How wide letters are (字宽): the same in the PDF and on the screen, for both take them from the same faces."""

import re
from typing import Protocol

from gridapp.pages.blocks import Face

GETA = "〓"
"""Stands where a letter is that no face of ours has."""
_SHAPELESS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
_INSTEAD = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\xa0": " ", "\u2028": "\n", "\u2029": "\n"}


class Metrics(Protocol):
    """What is known of a face."""

    def advance(self, letter: str, face: Face) -> float | None:
        """The width of a letter in ems; None where the face has no such letter."""


class Ruler:
    """Measures words; every letter is looked up once."""

    def __init__(self, metrics: Metrics) -> None:
        self._widths = {face: _Widths(metrics, face) for face in Face}

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of words in points."""
        return sum(map(self._widths[face].__getitem__, text)) * size

    def parts(self, text: str, face: Face) -> list[tuple[str, Face]]:
        """Words split by the face that has their letters; a letter that none has is `GETA`."""
        own = self._widths[face]
        if min(map(own.__getitem__, text), default=0.0) >= 0:
            return [(text, face)] if text else []
        parts: list[tuple[str, Face]] = []
        for letter in text:
            chosen = next((one for one in (face, *Face) if self._widths[one][letter] >= 0), None)
            told, used = (letter, chosen) if chosen is not None else (GETA, face)
            if parts and parts[-1][1] is used:
                parts[-1] = (parts[-1][0] + told, used)
            else:
                parts.append((told, used))
        return parts

    def missing(self, text: str) -> str:
        """The letters that no face has, each once."""
        return "".join(dict.fromkeys(c for c in printable(text) if not self._is_known(c)))

    def _is_known(self, letter: str) -> bool:
        return any(widths[letter] >= 0 for widths in self._widths.values())


class _Widths(dict[str, float]):
    """The widths of the letters of a face; −1 where it has none."""

    def __init__(self, metrics: Metrics, face: Face) -> None:
        super().__init__({"\n": 0.0, "\t": 0.0})
        self._metrics, self._face = metrics, face

    def __missing__(self, letter: str) -> float:
        width = self._metrics.advance(letter, self._face)
        self[letter] = width if width is not None else -1.0
        return self[letter]


def printable(text: str) -> str:
    """Words without what has no shape: control characters, joiners, marks of direction; line breaks and tabs stay."""
    return _SHAPELESS.sub(lambda found: _INSTEAD.get(found[0], ""), text)
