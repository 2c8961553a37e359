"""How fills look (填充的样子): boxes with hatches, dashed lines, points."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.figures.charts.fill import NOT_FILLED_IN, Fill, Hatch, ink_on
from ui.theme import COLOURS

_STEP = 7.0
"""Pixels between the lines of a hatch."""
_DASHES = {
    Hatch.NONE: Qt.PenStyle.SolidLine,
    Hatch.RISING: Qt.PenStyle.DashLine,
    Hatch.FALLING: Qt.PenStyle.DashDotLine,
    Hatch.LEVEL: Qt.PenStyle.DotLine,
}


def paint_fill(painter: QPainter, box: QRectF, fill: Fill) -> None:
    """A box with its hatch, and a white hairline between it and its neighbours."""
    painter.fillRect(box, QColor(fill.colour))
    if fill.hatch is not Hatch.NONE and box.height() > 1:
        _hatch(painter, box, fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(COLOURS.muted if fill == NOT_FILLED_IN else COLOURS.card), 1))
    if box.height() > 2 and box.width() > 2:
        painter.drawRect(box)


def _hatch(painter: QPainter, box: QRectF, fill: Fill) -> None:
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    colour = QColor(COLOURS.muted if fill == NOT_FILLED_IN else ink_on(fill.colour))
    colour.setAlphaF(0.55 if fill == NOT_FILLED_IN else 0.3)
    painter.setPen(QPen(colour, 1.2))
    painter.drawLines(_lines(box, fill.hatch))
    painter.restore()


def _lines(box: QRectF, hatch: Hatch) -> list[QLineF]:
    if hatch is Hatch.LEVEL:
        rows = range(1, int(box.height() / _STEP * 1.4) + 1)
        return [QLineF(box.left(), y, box.right(), y) for y in (box.bottom() - n * _STEP / 1.4 for n in rows)]
    rise = box.height()
    lines = []
    for n in range(int((box.width() + rise) / _STEP) + 1):
        start = box.left() - rise + n * _STEP
        ends = (box.bottom(), box.top()) if hatch is Hatch.RISING else (box.top(), box.bottom())
        lines.append(QLineF(start, ends[0], start + rise, ends[1]))
    return lines


def line_pen(fill: Fill) -> QPen:
    """The pen of a line; another hatch is another dash."""
    pen = QPen(QColor(fill.colour), 2, _DASHES[fill.hatch])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_point(painter: QPainter, box: QRectF, fill: Fill) -> None:
    """A disc; hollow where the line is dashed."""
    painter.setPen(QPen(QColor(fill.colour), 2))
    painter.setBrush(QColor(fill.colour if fill.hatch is Hatch.NONE else COLOURS.card))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
