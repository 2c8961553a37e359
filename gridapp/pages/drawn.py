"""Pages ready to be drawn (已排好的页): words, strokes and pictures at their places, in points from above and left."""

from dataclasses import dataclass, field

from gridapp.pages.blocks import Count, Face


@dataclass(slots=True)
class Text:
    """Words of one type; `y` is the line on which the letters stand, `spacing` is added behind each of them."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    bold: bool = False
    spacing: float = 0.0
    count: Count | None = None


@dataclass(slots=True)
class Stroke:
    """A straight stroke."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float = 0.5


@dataclass(slots=True)
class Image:
    """A picture in its frame."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


Item = Text | Stroke | Image


@dataclass(slots=True)
class LaidPage:
    """One page of paper and what stands on it."""

    width: float
    height: float
    items: list[Item] = field(default_factory=list)
