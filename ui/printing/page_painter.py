"""Pages drawn by the window (画页): the same words, strokes and pictures at the same places as in the PDF."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from gridapp.pages.blocks import Face
from gridapp.pages.drawn import Image, LaidPage, Stroke, Text
from ui.printing.print_faces import FINE, font_of

POINTS = 72
"""Points in an inch."""
_Type = tuple[Face, float, bool, float]


class PagePainter:
    """Draws pages with a painter whose origin is the corner of the paper, at so many dots an inch."""

    def __init__(self, painter: QPainter, dots: float) -> None:
        self._painter, self._scale = painter, dots / POINTS / FINE
        self._fonts: dict[_Type, QFont] = {}

    def draw(self, page: LaidPage) -> None:
        """Draws one page."""
        painter = self._painter
        painter.save()
        painter.scale(self._scale, self._scale)
        painter.setPen(Qt.GlobalColor.black)
        for item in page.items:
            if isinstance(item, Text):
                self._text(item)
            elif isinstance(item, Stroke):
                self._stroke(item)
            elif isinstance(item, Image):
                frame = QRectF(item.x * FINE, item.y * FINE, item.width * FINE, item.height * FINE)
                painter.drawImage(frame, QImage.fromData(item.data))
        painter.restore()

    def _text(self, text: Text) -> None:
        if not text.text:
            return
        known = (text.face, text.size, text.bold, text.spacing)
        if known not in self._fonts:
            self._fonts[known] = font_of(text.face, text.size, bold=text.bold, spacing=text.spacing)
        self._painter.setFont(self._fonts[known])
        self._painter.drawText(QPointF(text.x * FINE, text.y * FINE), text.text)

    def _stroke(self, stroke: Stroke) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, stroke.thickness * FINE))
        self._painter.drawLine(QPointF(stroke.x1 * FINE, stroke.y1 * FINE), QPointF(stroke.x2 * FINE, stroke.y2 * FINE))


def picture_of(page: LaidPage, dots: float) -> QImage:
    """A page as a picture at so many dots an inch."""
    image = QImage(round(page.width * dots / POINTS), round(page.height * dots / POINTS), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    PagePainter(painter, dots).draw(page)
    painter.end()
    return image
