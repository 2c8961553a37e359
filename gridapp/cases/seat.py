"""Who asks what waits (经办视角), and for which part of the office."""

from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose cases a queue shows: everybody's, those one handles, those one took in first (首问在办)."""

    ALL = "全部"
    HANDLED = "我经办的"
    FIRST = "我首问的"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who asks, and for which part of the office."""

    person: str
    whose: Whose = Whose.ALL
    town: str | None = None
