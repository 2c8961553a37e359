"""A plot with scroll bars (可滚动的图): they are there only where more places are to be shown than fit."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget
from typing_extensions import override

from ui.figures.charts.drawing import Drawing, Mark, Places
from ui.figures.charts.plot import Plot

_NOTCH = 120
"""What a wheel says for one of its notches."""


class ScrolledPlot(QWidget):
    """The names at the axes stay in sight, only the marks move."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot()
        self.across = QScrollBar(Qt.Orientation.Horizontal)
        self.down = QScrollBar(Qt.Orientation.Vertical)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.plot, 0, 0)
        layout.addWidget(self.down, 0, 1)
        layout.addWidget(self.across, 1, 0)
        for bar in (self.across, self.down):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.hide()
            bar.valueChanged.connect(self._scrolled)
        self.plot.fitted.connect(self._fit_bars)

    def show_drawing(self, drawing: Drawing) -> None:
        """Shows another drawing from its beginning."""
        for bar in (self.across, self.down):
            with QSignalBlocker(bar):
                bar.setValue(0)
        self.plot.show_drawing(drawing)

    def bring_into_sight(self, mark: Mark) -> None:
        """Scrolls no farther than it must."""
        places = {self.across: mark.place, self.down: -mark.row}
        for bar, axis, seen in self._bars():
            if isinstance(axis, Places):
                bar.setValue(min(max(bar.value(), places[bar] - seen + 1), places[bar]))

    def _bars(self) -> Iterator[tuple[QScrollBar, object, int]]:
        room = self.plot.room
        if room is not None:
            yield self.across, room.drawing.across, room.seen[0]
            yield self.down, room.drawing.up, room.seen[1]

    def _scrolled(self) -> None:
        self.plot.show_from(self.across.value(), self.down.value())

    def _fit_bars(self) -> None:
        for bar, axis, seen in self._bars():
            beyond = len(axis.names) - seen if isinstance(axis, Places) else 0
            bar.setRange(0, max(beyond, 0))
            bar.setPageStep(max(seen, 1))
            bar.setVisible(beyond > 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned: QPoint = event.angleDelta()
        bar = self.down if self.down.isVisible() and not turned.x() else self.across
        before = bar.value()
        bar.setValue(before - round((turned.x() or turned.y()) / _NOTCH * max(bar.pageStep() // 4, 1)))
        event.setAccepted(bar.isVisible() and bar.value() != before)
