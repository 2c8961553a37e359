"""What a file holds (读取文件): its sheets with headings and what their columns may fill; runs behind the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gridapp.domain.area import Area
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.importing.headings import Headed, headed_at, ledgers_in
from gridapp.importing.likelier_kind import likelier_kind
from gridapp.importing.proposing import Proposed, proposed
from gridapp.importing.reading.book import Book
from gridapp.importing.reading.opening import opened
from gridapp.importing.values import text_of
from gridapp.ports import Office

_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that is open, and its sheets that may be ledgers, the most alike first.

    `likelier` is another kind of ledger that the file rather is.
    """

    path: Path
    kind: Kind
    book: Book
    sheets: Sequence[Headed]
    likelier: Kind | None = None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet with what its columns may fill; `samples` are the first cells of each column."""

    headed: Headed
    proposed: Proposed
    samples: Sequence[Sequence[str]]


def open_file(path: Path, kind: Kind, waiting: Callable[[], None]) -> OpenedFile:
    """Opens a file; whoever takes it closes its book. `waiting` is called again and again meanwhile, and may raise.

    Raises `Refusal` where it cannot be read or holds no sheet.
    """
    book = opened(path, waiting)
    try:
        waiting()
        found = ledgers_in(book, ledger_of(kind))
        likelier = likelier_kind(book, kind, found)
        sheets = found or [headed_at(book.sheet(head.name), 1) for head in book.sheets]
    except BaseException:
        book.close()
        raise
    return OpenedFile(path, kind, book, sheets, likelier)


def read_sheet(office: Office, headed: Headed, kind: Kind, town: Area) -> ReadSheet:
    """What the columns of a sheet may fill, with their first cells."""
    rows = headed.sheet.first(headed.heading_row + _SAMPLES)
    below = [row.cells for row in rows if row.number > headed.heading_row]
    samples = [
        [text_of(cells[place]) if place < len(cells) else "" for cells in below]
        for place in range(len(headed.headings))
    ]
    return ReadSheet(headed, proposed(office, headed, kind, town), samples)


def headed_anew(headed: Headed, row: int) -> Headed:
    """The same sheet with its headings in another row; an empty one has none."""
    return headed_at(headed.sheet, row)
