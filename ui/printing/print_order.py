"""What is to be printed (打印任务): told once, laid out as often as the paper is turned or changed."""

from collections.abc import Callable
from dataclasses import dataclass

from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.pages.progress import Steps

NOTHING = "表里没有内容，没有可打印的内容。"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is to be printed: rows, and about how many pages they take."""

    rows: int
    pages: int

    def __str__(self) -> str:
        return f"共 {self.rows:,} 行，约 {self.pages:,} 页"


def nothing_to_read() -> Steps[None]:
    """What has everything at hand."""
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """`make` gives the document on pages of a set-up; it runs behind the window and may ask the database.

    What may be long says its `extent` first and is asked about, then it is read (`read`) piece by piece, as often as it
    is laid out. `title` names the file and what waits at the printer. What is `fixed` to its paper cannot be turned.
    """

    title: str
    make: Callable[[PageSetUp], Document]
    read: Callable[[], Steps[None]] = nothing_to_read
    extent: Callable[[], Extent] | None = None
    set_up: PageSetUp = LANDSCAPE
    fixed: bool = False
