"""The columns of a grid (表格栏目), and how headings of other tables name them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind

Row = tuple[str, ...]
"""The words of a row, column by column."""
Cell = tuple[int, int]
"""The place of a row, and that of a column."""

_MARKS = str.maketrans("（）", "()", " \u3000\t\r\n*＊:：")


@dataclass(frozen=True, slots=True)
class BatchColumn:
    """A column: the field it fills, its heading, its width in digits, and whether it must be filled.

    A `carried` one is proposed from the row above, a `locked` one is only shown. `names` are other headings of it.
    `meant` says what an empty cell means by the other words of its row, `ours` how the words of another table are
    written here.
    """

    field: str
    heading: str
    width: int
    required: bool = False
    carried: bool = False
    locked: bool = False
    names: Sequence[str] = ()
    meant: Callable[[Mapping[str, str]], str] | None = None
    ours: Callable[[str], str] | None = None


class Columns:
    """The columns of one grid; `day` is the one in which Ctrl+; writes today, `ledger` knows more headings.

    `about` is the one that says what a row is about.
    """

    def __init__(self, columns: Sequence[BatchColumn], day: str, ledger: Kind, about: str = "title") -> None:
        self._columns, self._ledger = tuple(columns), ledger
        self.places: Mapping[str, int] = {column.field: place for place, column in enumerate(columns)}
        self.day, self.about = self.places[day], self.places[about]
        self.blank: Row = ("",) * len(columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __iter__(self) -> Iterator[BatchColumn]:
        return iter(self._columns)

    def __getitem__(self, place: int) -> BatchColumn:
        return self._columns[place]

    def said(self, row: Row) -> Mapping[str, str]:
        """The words of a row by their fields."""
        return {column.field: text for column, text in zip(self._columns, row, strict=True)}

    def is_filled(self, row: Row) -> bool:
        """Whether somebody has written anything into a row."""
        return any(text and not column.locked for column, text in zip(self._columns, row, strict=True))

    def meant(self, row: Row, place: int) -> str:
        """What a cell of a filled row means while it is empty."""
        meant = self._columns[place].meant
        return meant(self.said(row)) if meant else ""

    def in_our_words(self, place: int, said: str) -> str:
        """A cell of another table as it is written here."""
        ours = self._columns[place].ours
        return ours(said) if ours else said

    def place_of_heading(self, heading: str) -> int | None:
        """The column that a heading names, in our words or in those of other ledgers; nothing if it names none."""
        return self._by_heading.get(_bare(heading))

    @cached_property
    def _by_heading(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for column in ledger_of(self._ledger).columns:
            if column.field in self.places:
                for name in (column.heading, *column.aliases):
                    found.setdefault(_bare(name), self.places[column.field])
        for place, own in enumerate(self._columns):
            for name in (own.heading, *own.names):
                found[_bare(name)] = place
        return found


def _bare(heading: str) -> str:
    return heading.translate(_MARKS)
