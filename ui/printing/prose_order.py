"""A report in words to be printed (打印文字材料): as the file of it is, with the table of sources."""

from gridapp.pages.document import OFFICIAL, PageSetUp
from gridapp.pages.document import Document as Paper
from gridapp.reporting.prose.document import Document
from ui.desk import Desk
from ui.printing.print_order import PrintOrder


def prose_order(desk: Desk, report: Document) -> PrintOrder:
    """A report, on the standing pages that official documents have."""

    def make(_: PageSetUp) -> Paper:
        # The pages of a report are only needed where it is printed.
        from gridapp.reporting.prose.page import report_pages
        from gridapp.reporting.prose.sources import sources_of

        return report_pages(report, sources_of(report, desk.office.ledger, desk.words))

    return PrintOrder(title=report.title, make=make, set_up=OFFICIAL, fixed=True)
