"""A file that is being read (打开的文件): its sheets, and their rows as often as they are asked for."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import takewhile
from types import TracebackType
from typing import Self

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Merged, Row
from gridapp.importing.reading.source import SheetHead


class BookSheet(ABC):
    """One sheet (工作表).

    `last_row` is the last row that holds anything, 0 where none does, and unknown of a text;
    `merged` are its merged regions.
    """

    name: str
    visible: bool
    last_row: int | None
    merged: Sequence[Merged]

    @abstractmethod
    def rows(self) -> Iterator[Row]:
        """Every row that holds anything, from the first, each time it is called; raises `Refusal` on late damage."""

    def first(self, count: int) -> Sequence[Row]:
        """The rows that are numbered up to `count`."""
        return list(takewhile(lambda row: row.number <= count, self.rows()))


class Book(ABC):
    """A file that is open for reading; closing it ends whatever reads it, also in the middle.

    `epoch_1904`: plain serial numbers of days count from 1904 (days that are formatted as such arrive as days).
    `remarks`: sentences that the office should read, such as that macros did not run.
    """

    sheets: Sequence[SheetHead]
    epoch_1904: bool = False
    remarks: Sequence[str] = ()

    def sheet(self, name: str) -> BookSheet:
        """The sheet of a name; raises `Refusal` where there is none, naming those that are there, or it is damaged."""
        head = next((sheet for sheet in self.sheets if sheet.name == name), None)
        if head is None:
            names = "、".join(sheet.name for sheet in self.sheets)
            raise Refusal(f"文件里没有叫“{name}”的工作表，现有：{names}。")
        return self._read(head)

    @abstractmethod
    def _read(self, head: SheetHead) -> BookSheet: ...

    @abstractmethod
    def close(self) -> None:
        """Ends the reading."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
