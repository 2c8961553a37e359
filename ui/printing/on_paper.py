"""Pages on a printer (送打印机): from corner to corner of the paper; what lies among what stands is turned on it."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from gridapp.pages.drawn import LaidPage
from gridapp.pages.progress import Progress, Steps
from ui.printing.page_painter import POINTS, PagePainter

_QUARTER = -90
_Size = tuple[float, float]


def new_printer(size: _Size, title: str) -> QPrinter:
    """The printer that is usually used, set up for pages of a size."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(size))
    return printer


def putting_on_paper(printer: QPrinter, pages: Sequence[LaidPage], places: Sequence[int]) -> Steps[bool]:
    """Prints some of the pages, page by page, on paper like the first; says whether the printer has taken them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        drawing = PagePainter(painter, printer.resolution())
        first = pages[places[0]]
        for done, place in enumerate(places):
            if done and not printer.newPage():
                return False
            page = pages[place]
            painter.save()
            if _lies((page.width, page.height)) is not _lies((first.width, first.height)):
                painter.translate(0, first.height * printer.resolution() / POINTS)
                painter.rotate(_QUARTER)
            drawing.draw(page)
            painter.restore()
            yield Progress("正在送往打印机", done + 1, len(places), "页")
    finally:
        taken = painter.end()
    return taken


def layout_of(size: _Size) -> QPageLayout:
    """Paper for pages of a size: A4 or A3 where they are of it, standing or lying."""
    short, long = sorted(size)
    paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    side = QPageLayout.Orientation.Landscape if _lies(size) else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, side, QMarginsF(), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _lies(size: _Size) -> bool:
    return size[0] > size[1]
