"""Finding the headings of a ledger (台账表头) under title rows, in one row or in two with merged cells."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from gridapp.domain.columns import Ledger
from gridapp.domain.problem import Refusal
from gridapp.importing.names import bare, places_by_name
from gridapp.importing.reading.book import Book, BookSheet
from gridapp.importing.reading.cells import Cell, Row

SEARCHED = 30
"""Headings stand in one of the first rows, below a title and who handed the ledger in."""

RETURNED = ("原行号", "原因")
"""What a workbook of refused rows has beside the office's own columns."""

_TEN_THOUSANDS = re.compile(r"单位[:：]\s*(?:人民币)?万元")


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet with its headings: the last row that they take, from 1, and one text a column, empty where there is none.

    `in_ten_thousands` says that a title row gives 万元 as the unit of money; at `returned` (from 0) stand, without a
    heading, the two columns that a workbook of refused rows has added, if it is one.
    """

    sheet: BookSheet
    heading_row: int
    headings: tuple[str, ...]
    in_ten_thousands: bool = False
    returned: int | None = None


def ledgers_in(book: Book, ledger: Ledger, named: Sequence[str] = ()) -> Sequence[Headed]:
    """The sheets of a file in which headings of a ledger were found, the most alike first; hidden ones at the end.

    `named` are headings that it is known to have.
    """
    found = [headed for head in book.sheets if (headed := _found(book.sheet(head.name), ledger, named)) is not None]
    return sorted(found, key=lambda one: (not one.sheet.visible, -_likeness(one.headings, ledger, named)))


def ledger_sheet(book: Book, ledger: Ledger, wanted: str | None, named: Sequence[str] = ()) -> Headed:
    """The sheet that is wanted, or the one that is most like a ledger; `named` are headings that it is known to have.

    Raises `Refusal` where it has no headings of that ledger, or there is no such sheet.
    """
    found = ledgers_in(book, ledger, named) if wanted is None else [_found(book.sheet(wanted), ledger, named)]
    if not found or found[0] is None:
        required = "、".join(column.heading for column in ledger.columns if column.required)
        raise Refusal(f"这不是{ledger.title}：没有找到表头，表头应有“{required}”等列。")
    return found[0]


def headed_at(sheet: BookSheet, heading_row: int, rows: int = 1) -> Headed:
    """A sheet with the headings that somebody points at: the last of so many rows that they take."""
    first = {row.number: row for row in sheet.first(heading_row)}
    return _headed(sheet, _Top(sheet, first), heading_row, rows)


def _found(sheet: BookSheet, ledger: Ledger, named: Sequence[str]) -> Headed | None:
    top = _Top(sheet, {row.number: row for row in sheet.first(SEARCHED)})
    best, most = None, 0
    for number in sorted(top.rows):
        if top.goes_on_below(number):
            continue
        # Rows above may tell equal headings apart.
        choices = [_headed(sheet, top, number, rows) for rows in (1, 2, 3)]
        headed = max(choices, key=lambda one: (_likeness(one.headings, ledger, named), len({*one.headings})))
        alike = _likeness(headed.headings, ledger, named)
        if alike > most:
            best, most = headed, alike
    required = sum(column.required for column in ledger.columns)
    return best if most >= min(2, required) else None


def _likeness(headings: Sequence[str], ledger: Ledger, named: Sequence[str]) -> int:
    """How many headings are names of the ledger's columns, or known otherwise."""
    known = {bare(name) for name in named}
    return len(places_by_name(headings, ledger)) + sum(bare(heading) in known for heading in headings)


def _headed(sheet: BookSheet, top: "_Top", number: int, rows: int) -> Headed:
    lines = [top.texts(above) for above in range(max(number - rows + 1, 1), number + 1)]
    titles = (text for above in top.rows if above < number for text in top.texts(above))
    ten_thousands = any(_TEN_THOUSANDS.search(text) for text in titles)
    headings = _below_each_other(lines)
    returned = next((place for place, pair in enumerate(pairwise(headings)) if pair == RETURNED), None)
    if returned is not None:
        headings[returned : returned + len(RETURNED)] = [""] * len(RETURNED)
    return Headed(sheet, number, _cut(headings), ten_thousands, returned)


class _Top:
    """The first rows of a sheet, in which the text of a merged region stands in each of its cells."""

    def __init__(self, sheet: BookSheet, rows: Mapping[int, Row]) -> None:
        self.rows = rows
        self._merged = [region for region in sheet.merged if region.first_row <= SEARCHED]

    def goes_on_below(self, number: int) -> bool:
        """Whether a cell of a row is merged with the one below it: headings do not end in such a row."""
        return any(one.first_row <= number < one.last_row and one.first_place == one.last_place for one in self._merged)

    def texts(self, number: int) -> list[str]:
        texts = _texts(self.rows[number].cells) if number in self.rows else []
        for region in self._merged:
            if region.first_row <= number <= region.last_row and region.first_row in self.rows:
                said = _texts(self.rows[region.first_row].cells)[region.first_place : region.first_place + 1]
                texts += [""] * (region.last_place + 1 - len(texts))
                for place in range(region.first_place, region.last_place + 1):
                    texts[place] = said[0] if said else ""
        return texts


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.strip() if isinstance(cell, str) else "" for cell in cells]


def _below_each_other(lines: Sequence[Sequence[str]]) -> list[str]:
    """One heading a column: the lowest text, with what stands above it where it alone does not tell columns apart."""
    width = max(map(len, lines), default=0)
    full = [[*line, *[""] * (width - len(line))] for line in lines]
    for above, below in pairwise(full):
        _without_titles(above)
        _continued(above, below)
    columns = [tuple(dict.fromkeys(filter(None, texts))) for texts in zip(*full, strict=True)]
    often = Counter(texts[-1] for texts in columns if texts)
    return [texts[-1] if texts and often[texts[-1]] == 1 else "".join(texts[-2:]) if texts else "" for texts in columns]


def _without_titles(above: list[str]) -> None:
    """A text over most of the columns is the title of the sheet, and heads none of them."""
    often = Counter(filter(None, above))
    for place, text in enumerate(above):
        if often[text] > max(len(above) // 2, 2):
            above[place] = ""


def _continued(above: list[str], below: Sequence[str]) -> None:
    """A common heading that was centred, not merged, stands over all columns up to the next one."""
    for place in range(1, len(above)):
        if not above[place] and below[place] and below[place - 1] and above[place - 1]:
            above[place] = above[place - 1]


def _cut(headings: Iterable[str]) -> tuple[str, ...]:
    """The headings without empty ones at the end."""
    found = list(headings)
    empty = sum(1 for _ in takewhile(lambda text: not text, reversed(found)))
    return tuple(found[: len(found) - empty])
