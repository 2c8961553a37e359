"""Finding the columns of a ledger (台账列) in a sheet, under whatever headings and title rows it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from gridapp.domain.columns import Ledger
from gridapp.domain.problem import Refusal
from gridapp.importing.sheets import Cell, Sheet

_SEARCHED_ROWS = 30
_PUNCTUATION = str.maketrans("（）：＊", "():*", " \u3000\t\r\n*＊:：")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a sheet keeps a ledger: the (last) row of the headings, from 1, and the place of each column."""

    sheet: Sheet
    heading_row: int
    headings: Sequence[str]
    places: Mapping[str, int]


def find_ledger(sheets: Sequence[Sheet], ledger: Ledger) -> Found:
    """The first sheet that holds a ledger of a kind, under whatever title rows it has.

    Raises `Refusal` where there is none, or one that lacks a required column.
    """
    best: Found | None = None
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], 1):
            upper = sheet.rows[number - 2] if number > 1 else ()
            for headings in (_texts(row), _in_two_rows(_texts(upper), _texts(row))):
                places = _places(headings, ledger)
                if best is None or len(places) > len(best.places):
                    best = Found(sheet, number, headings, places)
    required = [column for column in ledger.columns if column.required]
    if best is None or len(best.places) < min(2, len(required)):
        raise Refusal(f"这不是{ledger.title}：没有找到表头，表头应有“{'、'.join(c.heading for c in required)}”等列。")
    missing = [column.heading for column in required if column.field not in best.places]
    if missing:
        raise Refusal(f"{ledger.title}缺少必填的列：{'、'.join(missing)}；请补上后再导入。")
    return best


def _texts(row: Sequence[Cell]) -> Sequence[str]:
    return [cell if isinstance(cell, str) else "" for cell in row]


def _in_two_rows(upper: Sequence[str], lower: Sequence[str]) -> Sequence[str]:
    """Headings of which some are merged over two rows and others stand below a common one."""
    return [below if below.strip() else above for above, below in zip_longest(upper, lower, fillvalue="")]


def _places(headings: Sequence[str], ledger: Ledger) -> Mapping[str, int]:
    cells = [_bare(heading) for heading in headings]
    places: dict[str, int] = {}
    for names in ((lambda c: (c.heading,)), (lambda c: c.aliases)):
        taken = set(places.values())
        for column in ledger.columns:
            wanted = {_bare(name) for name in names(column)}
            place = next((p for p, cell in enumerate(cells) if cell in wanted and p not in taken), None)
            if column.field not in places and place is not None:
                places[column.field] = place
                taken.add(place)
    return places


def _bare(heading: str) -> str:
    return heading.translate(_PUNCTUATION)
