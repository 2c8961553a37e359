"""Pages laid out for the tests (排版): what stands on them, and where it ends."""

from collections.abc import Sequence

from gridapp.pages.blocks import Block, Row, Table, cells_of
from gridapp.pages.document import PORTRAIT, Document, PageSetUp, Section
from gridapp.pages.drawn import LaidPage, Stroke, Text
from gridapp.pages.face_files import FileMetrics
from gridapp.pages.layout import laid_out
from gridapp.pages.ruler import Ruler

RULER = Ruler(FileMetrics())


def pages_of(*blocks: Block, set_up: PageSetUp = PORTRAIT) -> Sequence[LaidPage]:
    """The pages of some blocks."""
    return laid_out(Document("演示", (Section(set_up, blocks),)), FileMetrics())


def texts_of(page: LaidPage) -> list[Text]:
    """The words of a page."""
    return [item for item in page.items if isinstance(item, Text)]


def said(page: LaidPage) -> list[str]:
    """The words of a page without their places."""
    return [text.text for text in texts_of(page)]


def right_end(text: Text) -> float:
    """Where words end."""
    return text.x + RULER.width(text.text, text.face, text.size) + len(text.text) * text.spacing


def strokes_of(page: LaidPage) -> list[Stroke]:
    """The strokes of a page."""
    return [item for item in page.items if isinstance(item, Stroke)]


def simple(rows: Sequence[Sequence[str]], head: int = 1, size: float = 10.0) -> Table:
    """A table of plain words."""
    return Table(rows=tuple(Row(cells=cells_of(row, size)) for row in rows), head=head)
