"""Printing for a page of the window (打印): lays out behind the window, then opens the preview."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gridapp.domain.problem import Refusal
from gridapp.pages.document import PageSetUp, marked
from gridapp.pages.drawn import LaidPage
from ui.desk import Desk
from ui.figures.demonstration_mark import DEMONSTRATION
from ui.jobs import Questions
from ui.printing.print_order import PrintOrder

if TYPE_CHECKING:
    from ui.printing.print_preview import PrintPreview

KEYS = "Ctrl+P"


class Printing(QObject):
    """Opens the preview of what is ordered, over the widget that it belongs to."""

    told = Signal(str)
    refused = Signal(str)
    opened = Signal(object)
    """The preview that is open now."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._questions = Questions(desk.jobs, self)

    def show(self, order: PrintOrder) -> None:
        """Lays out what is ordered and shows how it will look."""
        mark = self._mark
        self._questions.ask(
            "pages",
            lambda: _pages(order, order.set_up, mark),
            lambda pages: self._open(order, pages),
            self._refuse,
        )

    @property
    def _mark(self) -> str:
        """What stands on every page of invented cases."""
        return DEMONSTRATION if self._desk.reference_day else ""

    def _open(self, order: PrintOrder, pages: list[LaidPage]) -> None:
        # Qt's printing is loaded when somebody prints.
        from ui.printing.print_preview import PrintPreview

        preview = PrintPreview(self._owner.window(), self._desk, order, pages)
        preview.turned.connect(lambda set_up: self._lay_out_again(preview, order, set_up))
        preview.told.connect(self.told)
        preview.refused.connect(self.refused)
        preview.open()
        self.opened.emit(preview)

    def _lay_out_again(self, preview: "PrintPreview", order: PrintOrder, set_up: PageSetUp) -> None:
        mark = self._mark
        self._questions.ask("pages", lambda: _pages(order, set_up, mark), preview.show_pages, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))


def _pages(order: PrintOrder, set_up: PageSetUp, mark: str) -> list[LaidPage]:
    # What measures letters is slow to import and only needed where something is printed.
    from gridapp.pages.face_files import FileMetrics
    from gridapp.pages.layout import laid_out

    document = order.make(set_up)
    return laid_out(marked(document, mark) if mark else document, FileMetrics())
