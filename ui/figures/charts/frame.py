"""Where the coordinates of a drawing lie in pixels (图框)."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.figures.charts.drawing import Box, Mark, Shape

_POINT = 9.0
"""Pixels across a point."""
_LEAST = 10.0
"""Pixels that a mark can be pointed at, however small it is."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a drawing that is in sight, and the pixels it has."""

    left: float = 0.0
    right: float = 1.0
    low: float = 0.0
    top: float = 1.0
    width: float = 1.0
    height: float = 1.0

    @property
    def inside(self) -> QRectF:
        """All of it, in pixels."""
        return QRectF(0, 0, self.width, self.height)

    def x(self, across: float) -> float:
        """Pixels from the left."""
        return (across - self.left) / (self.right - self.left) * self.width

    def y(self, up: float) -> float:
        """Pixels from the top."""
        return (self.top - up) / (self.top - self.low) * self.height

    def rectangle(self, box: Box) -> QRectF:
        """A box in pixels."""
        start = QPointF(self.x(box.left), self.y(box.low + box.height))
        return QRectF(start, QPointF(self.x(box.left + box.width), self.y(box.low)))

    def drawn(self, mark: Mark) -> QRectF:
        """Where a mark is drawn."""
        rectangle = self.rectangle(mark.box)
        if mark.shape is Shape.POINT:
            centre = rectangle.center()
            return QRectF(centre.x() - _POINT / 2, centre.y() - _POINT / 2, _POINT, _POINT)
        return rectangle

    def reached(self, mark: Mark) -> QRectF:
        """Where a mark is pointed at: never too small for a hand."""
        drawn = self.drawn(mark)
        across, up = (max(0.0, (_LEAST - size) / 2) for size in (drawn.width(), drawn.height()))
        return drawn.adjusted(-across, -up, across, up)
