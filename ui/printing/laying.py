"""An order laid out (排版): read, made into a document, and set on pages, step by step."""

from gridapp.pages.document import PageSetUp, marked
from gridapp.pages.laid_pages import LaidPages
from gridapp.pages.progress import Steps
from ui.desk import Desk
from ui.figures.demonstration_mark import DEMONSTRATION
from ui.printing.print_order import PrintOrder


def mark_of(desk: Desk) -> str:
    """What stands on every page of invented cases."""
    return DEMONSTRATION if desk.reference_day else ""


def laying(order: PrintOrder, set_up: PageSetUp, mark: str) -> Steps[LaidPages]:
    """The pages of an order on a set-up."""
    # What measures letters is slow to import and only needed where something is printed.
    from gridapp.pages.face_files import FileMetrics
    from gridapp.pages.layout import laying_out

    yield from order.read()
    document = order.make(set_up)
    return (yield from laying_out(marked(document, mark) if mark else document, FileMetrics()))
