"""Papers to be printed (打印文书): as they were made, one after another."""

from collections.abc import Sequence

from gridapp.pages.document import PORTRAIT, Document, PageSetUp
from gridapp.papers.catalogue import form_named
from gridapp.ports import IssuedPaper
from ui.desk import Desk
from ui.printing.print_order import PrintOrder


def paper_order(desk: Desk, papers: Sequence[IssuedPaper]) -> PrintOrder:
    """Their paper is their own; it cannot be turned."""
    title = papers[0].title if len(papers) == 1 else f"{papers[0].title}等{len(papers)}份文书"

    def make(_: PageSetUp) -> Document:
        # Reading Word files is slow to import and only needed here.
        from gridapp.papers.making import kept
        from gridapp.papers.printed import one_after_another

        contents = ((form_named(p.paper), kept(desk.office, p, desk.actor, desk.clock)) for p in papers)
        return one_after_another(title, list(contents))

    return PrintOrder(title=title, make=make, set_up=PORTRAIT, fixed=True)
