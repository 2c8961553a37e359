"""A chart as a sheet of paper (图的图片): heading, area, period, unit and rule stay with it wherever it is pasted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.figures.charts.chart import Chart

A4 = QSize(3508, 2480)
"""A landscape page at 300 dots an inch."""
_LEAST = QSize(720, 420)
_WIDEST = 1400
"""Pixels up to which a page is widened for numbers that are not on the screen."""


class ChartSheet(QWidget):
    """The same chart drawn anew, with what must be read beside it."""

    def __init__(self, chart: "Chart") -> None:
        super().__init__()
        self.setObjectName("sheet")
        spec = chart.spec
        self.chart = type(chart)(chart.name)
        line = QHBoxLayout()
        line.addWidget(_label(spec.scope, "muted"), 1)
        line.addWidget(_label(f"单位：{spec.unit}" if spec.unit else "", "muted"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(6)
        layout.addWidget(_label(spec.heading, "sheet_title"))
        layout.addLayout(line)
        layout.addWidget(self.chart, 1)
        for words in (spec.note, f"口径：{spec.rule}" if spec.rule else ""):
            if words:
                layout.addWidget(_label(words, "muted"))
        self.chart.draw(spec)
        self._seen = chart.plot.marks.numbers

    def picture(self, size: QSize) -> QImage:
        """The sheet filling so many pixels; of much to be shown everything is drawn the smaller."""
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        page = self._page(size)
        self.resize(page)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size.width() / page.width(), size.height() / page.height())
        self.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return image

    def _needed(self) -> QSize:
        room = self.chart.plot.room
        return room.needed if room else QSize()

    def _page(self, size: QSize) -> QSize:
        """The smallest page of the wished shape on which every place is in sight."""
        self.resize(_LEAST)
        # Laid out as if it were seen; a page of much to be shown is painted only once.
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()
        self.chart.show_numbers(shown=True)
        if self._needed().width() > _WIDEST:
            self.chart.show_numbers(shown=self._seen)
        around = self.size() - self.chart.plot.size()
        needed = (self._needed() + around).expandedTo(_LEAST)
        scale = max(needed.width() / size.width(), needed.height() / size.height())
        return QSize(round(size.width() * scale), round(size.height() * scale))


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
