"""A list on paper (打印台账): its columns as they stand, the question in words, headings on every page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import overload

from typing_extensions import override

from gridapp.pages.blocks import LongTable, Row
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.pages.framed import figure_cell, framed, heading_row, label_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOnPaper:
    """What is printed of a list: `question` is its filter in words, `unit` who hands it in (填报单位).

    `measure` is in what its rows are counted (条, 家次), `numbers` are the places of the columns set to the right,
    `labels` is how many columns stand on every sheet where there are too many for one.
    """

    title: str
    question: str
    unit: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    measure: str = "条"
    numbers: Collection[int] = ()
    labels: int = 1


def list_page(told: ListOnPaper, set_up: PageSetUp = LANDSCAPE) -> Document:
    """The list as a document."""
    about = f"填报单位：{told.unit}　　　共 {len(told.rows):,} {told.measure}"
    rows = _Rows(told.rows, frozenset(told.numbers))
    table = LongTable(head=heading_row(told.headings), rows=rows, labels=told.labels)
    return Document(told.title, (framed(told.title, (about, told.question), table, set_up=set_up),))


class _Rows(Sequence[Row]):
    """Rows made of their words when they are asked for: of a long list only a few stand at a time."""

    def __init__(self, texts: Sequence[Sequence[str]], numbers: Collection[int]) -> None:
        self._texts, self._numbers = texts, numbers

    @override
    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    @override
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self._row(texts) for texts in self._texts[place]]
        return self._row(self._texts[place])

    def _row(self, texts: Sequence[str]) -> Row:
        cells = (figure_cell(text) if n in self._numbers else label_cell(text) for n, text in enumerate(texts))
        return Row(cells=tuple(cells))
