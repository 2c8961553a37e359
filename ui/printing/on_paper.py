"""Pages on a printer (送打印机): from corner to corner of the paper; what lies among what stands is turned on it."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from gridapp.pages.drawn import LaidPage
from ui.printing.page_painter import POINTS, PagePainter

_QUARTER = -90


def new_printer(page: LaidPage, title: str) -> QPrinter:
    """The printer that is usually used, set up for a page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(page))
    return printer


def print_pages(printer: QPrinter, pages: Sequence[LaidPage]) -> bool:
    """Prints pages on paper like the first; says whether the printer has taken them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    drawing = PagePainter(painter, printer.resolution())
    for place, page in enumerate(pages):
        if place and not printer.newPage():
            return False
        painter.save()
        if _lies(page) is not _lies(pages[0]):
            painter.translate(0, pages[0].height * printer.resolution() / POINTS)
            painter.rotate(_QUARTER)
        drawing.draw(page)
        painter.restore()
    return painter.end()


def layout_of(page: LaidPage) -> QPageLayout:
    """Paper for a page: A4 where it is of that size, standing or lying."""
    short, long = sorted((page.width, page.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    side = QPageLayout.Orientation.Landscape if _lies(page) else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, side, QMarginsF(), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _lies(page: LaidPage) -> bool:
    return page.width > page.height
