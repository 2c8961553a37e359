"""A chart to be printed (打印统计图): the sheet with heading, area, unit, legend and rule, as sharp as a printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from gridapp.pages.blocks import Picture
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp, Section
from ui.printing.print_order import PrintOrder


def chart_order(title: str, picture: QImage) -> PrintOrder:
    """A picture of a chart on a page of its own."""
    taken: list[bytes] = []

    def make(set_up: PageSetUp) -> Document:
        if not taken:
            taken.append(_png(picture))
        wide, high = picture.width(), picture.height()
        factor = min(set_up.room / wide, (set_up.height - set_up.top - set_up.bottom) / high)
        block = Picture(data=taken[0], width=wide * factor, height=high * factor)
        return Document(title, (Section(set_up, (block,)),))

    return PrintOrder(title=title, make=make, set_up=LANDSCAPE)


def _png(picture: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PySide's stub asks for bytes where the name of the form is text.
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
