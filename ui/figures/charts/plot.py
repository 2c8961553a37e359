"""The plot of a chart (绘图区): axes and marks, fitted to the room there is."""

from typing import Any

import pyqtgraph
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem
from typing_extensions import override

from ui.figures.charts.drawing import Drawing, Mark
from ui.figures.charts.frame import Frame
from ui.figures.charts.marks_item import MarksItem
from ui.figures.charts.room import OFFSET, Room
from ui.theme import COLOURS


class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Shows a `Drawing`, of more places than fit those from `first` on; `numbers` is what `Room` takes it to be."""

    fitted = Signal()
    """It has been laid into another room."""

    room: Room | None = None

    def __init__(self) -> None:
        super().__init__(background=COLOURS.card, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.disableAutoRange()
        item.layout.setContentsMargins(0, 0, 0, 0)
        for side in ("left", "bottom", "right"):
            item.showAxis(side)
            axis = item.getAxis(side)
            axis.setStyle(
                tickFont=QApplication.font(),
                tickLength=0,
                tickTextOffset=OFFSET,
                hideOverlappingLabels=False,
                autoExpandTextSpace=False,
            )
            axis.setPen(QPen(QColor(COLOURS.field_line if side == "bottom" else COLOURS.card)))
            axis.setTextPen(QPen(QColor(COLOURS.muted)))
        self.marks = MarksItem(QApplication.font())
        box = item.getViewBox()
        # What stands at the edge is seen whole: points on the base line, the line round the current mark.
        box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, enabled=False)
        self.marks.setParentItem(box)
        self.first = (0, 0)
        self.numbers: bool | None = None

    def show_drawing(self, drawing: Drawing) -> None:
        """Shows another drawing from its beginning."""
        self.first = (0, 0)
        self._fit(drawing)

    def show_numbers(self, *, shown: bool | None) -> None:
        """Writes the numbers, which may need more room, or leaves them out; nothing chosen: where there is room."""
        self.numbers = shown
        self.fit()

    def show_from(self, across: int, down: int) -> None:
        """Shows the places from these on."""
        self.first = (across, down)
        self.fit()

    def fit(self) -> None:
        """Lays the drawing into the room there is."""
        if self.room is not None:
            self._fit(self.room.drawing)

    def _fit(self, drawing: Drawing) -> None:
        self.room = room = Room(drawing, self.size(), self.fontMetrics(), self.numbers, self.first)
        frame, item = room.frame, self.getPlotItem()
        left, bottom, right = (item.getAxis(side) for side in ("left", "bottom", "right"))
        left.setWidth(room.left)
        right.setWidth(room.right)
        bottom.setHeight(room.below)
        item.getViewBox().setRange(
            xRange=(frame.left, frame.right), yRange=(frame.low, frame.top), padding=0, disableAutoRange=True
        )
        left.setTicks([room.at_the_left])
        right.setTicks([room.at_the_right])
        bottom.setTicks([room.underneath])
        self.marks.put(room)
        self.fitted.emit()

    def mark_at(self, position: Any) -> Mark | None:
        """The mark under a point of the scene; of several the one that is nearest."""
        if self.room is None:
            return None
        inside, frame = self.marks.mapFromScene(position), self.room.frame
        if not frame.inside.contains(inside):
            return None
        found = [mark for mark in self.room.drawing.marks if frame.reached(mark).contains(inside)]
        return min(found, key=lambda mark: _far(frame, mark, inside), default=None)

    @override
    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _far(frame: Frame, mark: Mark, point: QPointF) -> float:
    drawn = frame.drawn(mark)
    if drawn.contains(point):
        return 0.0
    return (drawn.center() - point).manhattanLength()
