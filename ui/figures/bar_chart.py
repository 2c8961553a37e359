"""Bars (柱状图), drawn with pyqtgraph; a click on a bar opens its cases."""

from typing import Any

import pyqtgraph
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.amount import spoken
from ui.figures.chart_spec import ChartSpec, height
from ui.figures.figure_words import value_in_words
from ui.theme import COLOURS, SERIES

_GROUP = 0.62
_LOWEST = 110
_LINES = 2
"""Lines of a label; what does not fit is cut."""
_AXIS = 56
"""Pixels beside the bars: the axis with its numbers."""


class BarChart(QWidget):
    """Draws a `ChartSpec`."""

    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.spec = ChartSpec("", (), ())
        self.plot = pyqtgraph.PlotWidget(background=COLOURS.card)
        self.plot.setAccessibleName(name)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self.plot.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(y=True, alpha=0.35)
        font = QApplication.font()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setStyle(tickFont=font, tickLength=0)
            axis.setPen(QPen(QColor(COLOURS.field_line)))
            axis.setTextPen(QPen(QColor(COLOURS.muted)))
            axis.setZValue(-10)
        item.getAxis("bottom").setStyle(hideOverlappingLabels=True, autoExpandTextSpace=False)
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        self.plot.scene().sigMouseMoved.connect(self._pointed)
        self.plot.setMinimumHeight(_LOWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def draw(self, spec: ChartSpec) -> None:
        """Draws another chart."""
        self.spec = spec
        item = self.plot.getPlotItem()
        item.clear()
        if item.legend is not None:
            item.legend.clear()
        count = max(len(spec.series), 1)
        width = _GROUP / count
        for n, series in enumerate(spec.series):
            offset = (n - (count - 1) / 2) * width
            bars = pyqtgraph.BarGraphItem(
                x=[place + offset for place in range(len(series.bars))],
                height=[height(bar) for bar in series.bars],
                width=width * 0.94,
                brush=QBrush(QColor(SERIES[n % len(SERIES)])),
                pen=QPen(Qt.PenStyle.NoPen),
            )
            item.addItem(bars)
            if count > 1:
                item.addLegend(offset=(-10, 4), labelTextColor=COLOURS.ink).addItem(bars, series.name)
            self._write_values(n, offset)
        item.setXRange(-0.6, max(len(spec.labels), 1) - 0.4, padding=0)
        self._fit()

    def _fit(self) -> None:
        """Wraps the labels to the room they have, and leaves room for a number above the highest bar."""
        item, metrics = self.plot.getPlotItem(), self.fontMetrics()
        room = (self.plot.width() - _AXIS) / max(len(self.spec.labels), 1)
        letters = max(int(room / metrics.horizontalAdvance("村")), 2)
        labels = [_wrapped(label, letters) for label in self.spec.labels]
        below = max((label.count("\n") + 1 for label in labels), default=1) * metrics.height() + 8
        axis = item.getAxis("bottom")
        axis.setTicks([list(enumerate(labels))])
        axis.setHeight(below)
        inside = max(self.plot.height() - below, 2 * metrics.height())
        item.setYRange(0, (self.spec.top or 1) * inside / (inside - 1.4 * metrics.height()), padding=0)

    def _write_values(self, number: int, offset: float) -> None:
        if len(self.spec.labels) * len(self.spec.series) > 26:
            return
        for place, bar in enumerate(self.spec.series[number].bars):
            if bar is not None and height(bar):
                label = pyqtgraph.TextItem(spoken(bar.value), color=COLOURS.muted, anchor=(0.5, 1))
                label.setPos(place + offset, height(bar))
                self.plot.getPlotItem().addItem(label)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def open_bar(self, place: int, series: int = 0) -> None:
        """Opens the cases of a bar, as a click on it does."""
        bar = self.spec.series[series].bars[place]
        if bar is not None and bar.value is not None:
            self.asked.emit(bar)

    def _bar_at(self, position: Any) -> tuple[int, int] | None:
        """The place and series under a point of the scene."""
        view = self.plot.getPlotItem().getViewBox()
        if not self.spec.labels or not view.sceneBoundingRect().contains(position):
            return None
        x = view.mapSceneToView(position).x()
        place = round(x)
        series = int((x - place + _GROUP / 2) / _GROUP * len(self.spec.series) // 1)
        inside = 0 <= place < len(self.spec.labels) and 0 <= series < len(self.spec.series)
        return (place, series) if inside else None

    def _clicked(self, event: Any) -> None:
        found = self._bar_at(event.scenePos())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.open_bar(*found)

    def _pointed(self, position: Any) -> None:
        found = self._bar_at(position)
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        bar = self.spec.series[found[1]].bars[found[0]] if found else None
        self.plot.setToolTip(f"{bar.where}：{value_in_words(bar.value)}，点击查看" if bar else "")


def _wrapped(label: str, letters: int) -> str:
    """A label in lines of so many characters, cut where it will not fit."""
    lines = [label[n : n + letters] for n in range(0, len(label), letters)]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][:-1] + "…"]
    return "\n".join(lines)
