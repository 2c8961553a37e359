"""What a column holds (列的内容): how many of its cells can be read as a field asks, whatever its heading says."""

from collections.abc import Sequence

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column
from gridapp.domain.vocabulary import Vocabulary
from gridapp.importing.reading.cells import Cell
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import READERS, text_of

_FEWEST = 3
"""Fewer cells say nothing about a column."""

_TELLING = {
    "village": (True, "本镇村社"),
    "leaf": (True, "类别表中的类别"),
    "platform": (True, "四平台的名称"),
    "paper": (True, "18 位公民身份号码"),
    "phone": (False, "电话号码"),
    "moment": (False, "日期"),
}
"""The types of which the content says what they are, whether it does so alone, and what it is then."""


class ColumnContent:
    """The first rows below the headings, column by column."""

    def __init__(self, rows: Sequence[Sequence[Cell]], town: Area, areas: AreaTree, words: Vocabulary) -> None:
        self._rows, self._town, self._areas, self._words = rows, town, areas, words
        self._shares: dict[tuple[int, str], float | None] = {}

    def share(self, place: int, column: Column) -> float | None:
        """The share of a column's filled cells that can be read for a field; nothing where too few are filled."""
        key = place, column.field
        if key not in self._shares:
            cells = [row[place] for row in self._rows if place < len(row) and text_of(row[place])]
            readable = sum(self._readable(cell, column) for cell in cells)
            self._shares[key] = readable / len(cells) if len(cells) >= _FEWEST else None
        return self._shares[key]

    def telling(self, place: int, column: Column) -> tuple[float, bool, str] | None:
        """As `share`, where content says what a column is: whether it does so without a name, and in words."""
        if column.type not in _TELLING:
            return None
        share = self.share(place, column)
        return None if share is None else (share, *_TELLING[column.type])

    def _readable(self, cell: Cell, column: Column) -> bool:
        said = text_of(cell)
        if column.type == "village":
            return self._areas.child_named(self._town.code, said, None) is not None
        if column.type == "leaf":
            return self._words.leaf(said) is not None
        if column.type == "platform":
            return said in self._words.platforms or said in self._words.platforms.values()
        if column.type not in READERS:
            return True
        try:
            READERS[column.type](cell, column)
        except Unreadable as error:
            # A day without a year is one all the same.
            return error.code == "date-year"
        return True
