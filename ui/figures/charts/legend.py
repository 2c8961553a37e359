"""The legend of a chart (图例): which fill is which series, above the plot."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ui.figures.charts.fill import Fill
from ui.figures.charts.fill_painter import line_pen, paint_fill, paint_point
from ui.widgets.clearing import clear
from ui.widgets.flow_layout import FlowLayout


class Legend(QWidget):
    """Samples with their names, in as many lines as they need; nothing for a single series."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=14)

    def name_fills(self, fills: Sequence[tuple[str, Fill]], *, lines: bool) -> None:
        """Names other fills; `lines` where they are those of lines."""
        clear(self._flow)
        for name, fill in fills:
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            label = QLabel(name)
            label.setObjectName("muted")
            line.addWidget(Swatch(fill, line=lines))
            line.addWidget(label)
            self._flow.addWidget(entry)
        self.setVisible(bool(fills))


class Swatch(QWidget):
    """A sample of a fill beside its name."""

    def __init__(self, fill: Fill, *, line: bool = False) -> None:
        super().__init__()
        self._fill, self._line = fill, line
        size = self.fontMetrics().ascent()
        self.setFixedSize(QSize(2 * size if line else size, size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._line)
        box = QRectF(self.rect()).adjusted(0, 0, -1, -1)
        if not self._line:
            paint_fill(painter, box, self._fill)
            return
        painter.setPen(line_pen(self._fill))
        painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
        point = QRectF(0, 0, 9, 9)
        point.moveCenter(box.center())
        paint_point(painter, point, self._fill)
