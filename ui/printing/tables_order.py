"""Official tables to be printed (打印报表): the very cells of the screen, with the names of those who signed."""

from collections.abc import Callable, Sequence

from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable
from ui.printing.print_order import PrintOrder

Signed = Callable[[], Signers]
"""Who signed, asked behind the window."""


def tables_order(
    title: str, tables: Callable[[], Sequence[OfficialTable]], signed: Signed = Signers, set_up: PageSetUp = LANDSCAPE
) -> PrintOrder:
    """Some tables, each on pages of its own; `tables` is asked behind the window."""

    def make(chosen: PageSetUp) -> Document:
        # The pages of tables are only needed where they are printed.
        from gridapp.reporting.official.page import official_pages

        return official_pages(tables(), signed(), chosen)

    return PrintOrder(title=title, make=make, set_up=set_up)
