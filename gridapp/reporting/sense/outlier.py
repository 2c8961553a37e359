"""What a month's figure can be expected to be by the months before it (预期范围), told by robust measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

_NORMAL = 1.4826
"""By which the median absolute deviation (MAD) is the standard deviation of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far is too far: more than `spread` times what the months usually differ by, which is at least `floor`.

    Below `at_least` months nothing is expected.
    """

    at_least: int
    spread: float
    floor: float


@dataclass(frozen=True, slots=True)
class Expected:
    """What the months before lead one to expect: the middle one, the smallest and largest, and what still fits."""

    middle: float
    smallest: float
    largest: float
    lowest_fitting: float
    highest_fitting: float

    def fits(self, value: float) -> bool:
        """Whether a value is no surprise: it was there before, or it is not far from the middle."""
        seen = self.smallest <= value <= self.largest
        return seen or self.lowest_fitting <= value <= self.highest_fitting


def expected(history: Sequence[float], tolerance: Tolerance) -> Expected | None:
    """What is expected after some months; nothing where there are too few of them.

    Counts of independent cases differ by about the square root of their number, so months that happen to be alike do
    not make the next one suspicious.
    """
    if len(history) < max(1, tolerance.at_least):
        return None
    middle = median(history)
    deviation = median(abs(value - middle) for value in history)
    usual = max(_NORMAL * deviation, sqrt(max(middle, 0.0)), tolerance.floor)
    reach = tolerance.spread * usual
    return Expected(middle, min(history), max(history), middle - reach, middle + reach)
