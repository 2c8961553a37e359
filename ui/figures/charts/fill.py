"""What a mark is filled with (填充): a colour and a hatch, so that grey print and every eye can tell series apart."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from gridapp.counting.words import UNFILLED
from ui.theme import COLOURS, HEAT, SERIES


class Hatch(Enum):
    """Lines over a colour."""

    NONE = auto()
    RISING = auto()
    FALLING = auto()
    LEVEL = auto()


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour with the lines over it; on a line of a trend the hatch is how it is dashed."""

    colour: str
    hatch: Hatch = Hatch.NONE


SINGLE = Fill(COLOURS.accent)
"""A series that stands alone."""
NOT_FILLED_IN = Fill(COLOURS.card, Hatch.FALLING)
"""未填, whatever it stands beside."""
_HATCHES = (Hatch.NONE, Hatch.RISING, Hatch.NONE, Hatch.FALLING, Hatch.LEVEL, Hatch.RISING)
SERIES_FILLS = tuple(Fill(colour, hatch) for colour, hatch in zip(SERIES, _HATCHES, strict=True))


def fill_of(number: int, count: int, name: str = "") -> Fill:
    """The fill of a series among so many."""
    if name == UNFILLED:
        return NOT_FILLED_IN
    return SINGLE if count == 1 else SERIES_FILLS[number % len(SERIES_FILLS)]


def shade(part: float) -> Fill:
    """A step of the one-hue scale: the darker, the larger the part of the most (0 to 1)."""
    return _mixed(round(min(max(part, 0.0), 1.0), 2))


@cache
def _mixed(part: float) -> Fill:
    step = min(int(part * (len(HEAT) - 1)), len(HEAT) - 2)
    pale, dark = (_parts(colour) for colour in HEAT[step : step + 2])
    mixed = (round(a + (b - a) * (part * (len(HEAT) - 1) - step)) for a, b in zip(pale, dark, strict=True))
    return Fill("#" + "".join(f"{one:02x}" for one in mixed))


@cache
def ink_on(colour: str) -> str:
    """The colour in which words on a ground can be read (contrast of 4.5:1 at least)."""
    light = lightness(colour)
    for ink in (COLOURS.ink, COLOURS.card):
        one, other = sorted((light, lightness(ink)))
        if (other + 0.05) / (one + 0.05) >= _READABLE:
            return ink
    return _BLACK


def lightness(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2), 0 to 1."""
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_READABLE = 4.5
_BLACK = "#000000"


def _parts(colour: str) -> list[int]:
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
