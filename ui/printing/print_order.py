"""What is to be printed (打印任务): told once, laid out as often as the paper is turned."""

from collections.abc import Callable
from dataclasses import dataclass

from gridapp.pages.document import LANDSCAPE, Document, PageSetUp


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """`make` gives the document on pages of a set-up; it runs behind the window and may ask the database.

    `title` names the file and what waits at the printer. What is `fixed` to its paper cannot be turned.
    """

    title: str
    make: Callable[[PageSetUp], Document]
    set_up: PageSetUp = LANDSCAPE
    fixed: bool = False
