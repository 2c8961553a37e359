"""The marks of a chart as they are painted (图形的绘制): in pixels, so that letters keep their shape at any scale."""

from collections.abc import Iterable, Sequence

import pyqtgraph
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui.figures.charts.drawing import Amounts, Drawing, Guide, Line, Mark, Shape, Writing
from ui.figures.charts.fill import Hatch, ink_on
from ui.figures.charts.fill_painter import line_pen, paint_fill, paint_point
from ui.figures.charts.frame import Frame
from ui.figures.charts.room import Room
from ui.theme import COLOURS

_GAP = 3.0
_EDGE = 12.0
"""Pixels by which what stands at the edge goes beyond it."""
_COLLIDING = 300
"""Marks up to which their numbers are kept from touching each other; of more there is no room for numbers anyway."""


class MarksItem(pyqtgraph.GraphicsObject):  # type: ignore[misc]
    """Paints a drawing into the frame that its plot gives it."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.font = font
        self.frame = Frame()
        self.drawing: Drawing | None = None
        self.levels: Sequence[float] = ()
        self.numbers = True
        self.current: Mark | None = None
        self.pointed: Mark | None = None

    @override
    def boundingRect(self) -> QRectF:
        return self.frame.inside.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)

    def put(self, room: Room) -> None:
        """Shows a drawing in its room."""
        self.prepareGeometryChange()
        self.drawing, self.frame, self.levels, self.numbers = room.drawing, room.frame, room.levels, room.numbers
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        painter.setFont(self.font)
        self._levels(painter, upright=isinstance(drawing.up, Amounts))
        seen = self.frame.inside.adjusted(-1, -1, 1, 1)
        placed = [(mark, self.frame.drawn(mark)) for mark in drawing.marks]
        marks = [(mark, box) for mark, box in placed if seen.contains(box.center())]
        for mark, box in marks:
            if mark.shape is Shape.BOX:
                paint_fill(painter, box, mark.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in drawing.lines:
            self._line(painter, line)
        for mark, box in marks:
            if mark.shape is Shape.POINT:
                paint_point(painter, box, mark.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._guides(painter, drawing.guides)
        if self.numbers:
            self._numbers(painter, marks)
        self._pointer(painter)

    def _levels(self, painter: QPainter, *, upright: bool) -> None:
        inside = self.frame.inside
        for level in self.levels:
            painter.setPen(QPen(QColor(COLOURS.field_line if level == 0 else COLOURS.line), 1))
            if upright:
                y = self.frame.y(level)
                painter.drawLine(QLineF(0, y, inside.width(), y))
            else:
                x = self.frame.x(level)
                painter.drawLine(QLineF(x, 0, x, inside.height()))

    def _guides(self, painter: QPainter, guides: Iterable[Guide]) -> None:
        for guide in guides:
            y = self.frame.y(guide.at)
            painter.setPen(QPen(QColor(COLOURS.muted), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(0, y, self.frame.width, y))
            metrics = QFontMetricsF(self.font)
            width, height = metrics.horizontalAdvance(guide.words), metrics.height()
            self._write(
                painter,
                QRectF(self.frame.width - width - _GAP, y - height - 1, width, height),
                guide.words,
                COLOURS.muted,
            )

    def _line(self, painter: QPainter, line: Line) -> None:
        painter.save()
        painter.setClipRect(self.frame.inside.adjusted(0, -_EDGE, 0, _EDGE))
        painter.setPen(line_pen(line.fill))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(self.frame.x(x), self.frame.y(y)) for x, y in line.points]))
        painter.restore()

    def _numbers(self, painter: QPainter, marks: Sequence[tuple[Mark, QRectF]]) -> None:
        metrics = QFontMetricsF(self.font)
        taken = [box for mark, box in marks if mark.shape is Shape.POINT]
        for mark, box in marks:
            place = self._place(mark, box, metrics)
            if place is None or (len(marks) <= _COLLIDING and any(place.intersects(other) for other in taken)):
                continue
            taken.append(place)
            inside = mark.writing is Writing.INSIDE
            ground = mark.fill.colour if inside else COLOURS.card
            hidden = not inside or mark.fill.hatch is not Hatch.NONE
            self._write(painter, place, mark.text, ink_on(ground), ground if hidden else None)

    def _write(self, painter: QPainter, place: QRectF, words: str, ink: str, ground: str | None = COLOURS.card) -> None:
        """Words on a ground that keeps lines and hatches away from them."""
        if ground is not None:
            painter.fillRect(place, QColor(ground))
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _place(self, mark: Mark, drawn: QRectF, metrics: QFontMetricsF) -> QRectF | None:
        """Where a mark's number stands; nowhere if there is no room for it."""
        width, height = metrics.horizontalAdvance(mark.text) + 2, metrics.ascent() + metrics.descent()
        if mark.writing is Writing.INSIDE:
            if not mark.text or width > drawn.width() + 2 or height > drawn.height() + 2:
                return None
            return QRectF(drawn.center().x() - width / 2, drawn.center().y() - height / 2, width, height)
        if mark.writing is Writing.BEHIND:
            return QRectF(drawn.right() + 2 * _GAP, drawn.center().y() - height / 2, width, height)
        left = min(max(drawn.center().x() - width / 2, 0.0), self.frame.width + _GAP - width)
        return QRectF(left, drawn.top() - height - 1, width, height)

    def _pointer(self, painter: QPainter) -> None:
        """The mark under the pointer with a thin line round it, the current one with a strong one."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.pointed is not None and self.pointed is not self.current:
            painter.setPen(QPen(QColor(COLOURS.muted), 1))
            painter.drawRect(self.frame.drawn(self.pointed).adjusted(-1, -1, 1, 1))
        if self.current is not None:
            around = self.frame.drawn(self.current).adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(QColor(COLOURS.card), 4))
            painter.drawRect(around)
            painter.setPen(QPen(QColor(COLOURS.ink), 2))
            painter.drawRect(around)
