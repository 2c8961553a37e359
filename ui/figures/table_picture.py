"""A table as a picture (表格图片): the whole of it, also what the window has no room for."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from ui.figures.figure_view import FigureView
from ui.theme import COLOURS

_SCALE = 2
_MARGIN = 14
_MOST = 8000
"""Pixels of the longest side, before scaling; what is beyond is left out."""


def picture_of(view: FigureView, caption: str) -> QImage:
    """The table on a white ground under its caption, at twice the size of the screen."""
    whole = FigureView(view.accessibleName())
    whole.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    whole.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    whole.show_sheet(view.figures.sheet)
    whole.setCurrentIndex(whole.figures.index(-1, -1))
    size = QSize(
        whole.above.length() + whole.beside.sizeHint().width() + 4,
        whole.beside.length() + whole.above.sizeHint().height() + 4,
    ).boundedTo(QSize(_MOST, _MOST))
    whole.resize(size)
    whole.show()
    head = 2 * view.fontMetrics().lineSpacing()
    image = QImage(
        QSize(size.width() + 2 * _MARGIN, size.height() + head + 2 * _MARGIN) * _SCALE, QImage.Format.Format_RGB32
    )
    image.fill(QColor(COLOURS.card))
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    font = view.font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(COLOURS.ink))
    painter.drawText(
        QRect(_MARGIN, _MARGIN, size.width(), head), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, caption
    )
    whole.render(painter, QPoint(_MARGIN, _MARGIN + head), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    whole.deleteLater()
    return image
