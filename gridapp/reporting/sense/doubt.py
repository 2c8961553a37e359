"""A doubt (数据疑点): something that can hardly be, with the figures that say so and the cases to look at."""

from dataclasses import dataclass
from enum import StrEnum

from gridapp.counting.cell import Cell
from gridapp.counting.ledger import Counted


class DoubtKind(StrEnum):
    """What sort of doubt it is; the value is the office's word."""

    OUTLIER = "异常波动"
    """A month's figure far from those of the months before it."""
    CONTRADICTION = "数字矛盾"
    """Two figures of which one cannot be smaller than the other."""
    NEGATIVE = "结存为负"
    """A balance below zero."""
    CARRIED_OVER = "超过百分之百"
    """A rate over 100 % because of what was carried over; no mistake, but to be explained."""
    RECORD = "记录矛盾"
    """Single records that cannot be as they stand."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: a Chinese sentence, the figures that it names (none of single records), and its cases.

    The cases of a contradiction are those that make it, with what they contribute to it, those of a rate over 100 %
    the ones that were carried over; of the others those behind the figure.
    """

    kind: DoubtKind
    sentence: str
    figures: tuple[Cell, ...]
    cases: tuple[Counted, ...]
