"""What a reader of one format gives (数据来源): sheets, and the rows of each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from gridapp.importing.reading.cells import Merged, Row


class SheetHead(NamedTuple):
    """A sheet before it is read (工作表): its name, and whether the office sees it."""

    name: str
    visible: bool = True


class SheetContent(NamedTuple):
    """A sheet that is read: the last row that holds anything (0 where none does), what is merged, and its rows."""

    last_row: int
    merged: Sequence[Merged]
    rows: Iterator[Row]


class Source(Protocol):
    """A file of some format."""

    @property
    def sheets(self) -> Sequence[SheetHead]:
        """The sheets in the file's own order, without charts."""

    @property
    def epoch_1904(self) -> bool:
        """Whether plain serial numbers of days count from 1904."""

    @property
    def remarks(self) -> Sequence[str]:
        """What the office should know of the file, in sentences."""

    def content(self, name: str) -> SheetContent:
        """A sheet's rows; raises `Refusal` where they cannot be read."""
