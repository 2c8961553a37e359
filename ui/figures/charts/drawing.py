"""A chart laid out (图的版面): marks, lines and axes in the chart's own coordinates; nothing of it is a pixel.

Places stand at whole numbers: 0, 1, 2 … to the right, 0, −1, −2 … downwards.
"""

from dataclasses import dataclass
from enum import Enum, auto

from ui.figures.charts.fill import Fill
from ui.requests import ShowFigure


class Shape(Enum):
    """How a mark is drawn."""

    BOX = auto()
    POINT = auto()


class Writing(Enum):
    """Where a mark's number stands."""

    ABOVE = auto()
    INSIDE = auto()
    BEHIND = auto()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; its size may be nothing, never less."""

    left: float
    low: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure in the chart; arrow keys find it by `column` and `row`, rows counted upwards."""

    series: int
    place: int
    figure: ShowFigure
    box: Box
    fill: Fill
    text: str
    column: int
    row: int
    shape: Shape = Shape.BOX
    writing: Writing = Writing.ABOVE
    more: str = ""
    """What else is said of it, in one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, each across and up."""

    points: tuple[tuple[float, float], ...]
    fill: Fill


@dataclass(frozen=True, slots=True)
class Guide:
    """A level to be compared with, and its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Places:
    """An axis with a name at each place; `letters` are the Chinese letters of room that a place needs at least.

    A name has so many `lines` at most.
    """

    names: tuple[str, ...]
    letters: float
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Amounts:
    """An axis with numbers from `low` to `top`, which stand at it if they are `told`; in percent of a `whole` too."""

    low: float
    top: float
    whole: float = 0.0
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that is drawn; `legend` names the fills where there are several."""

    marks: tuple[Mark, ...]
    across: Places | Amounts
    up: Places | Amounts
    lines: tuple[Line, ...] = ()
    guides: tuple[Guide, ...] = ()
    legend: tuple[tuple[str, Fill], ...] = ()
