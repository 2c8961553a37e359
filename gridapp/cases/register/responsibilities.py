"""Who answers for what where (责任矩阵): the responsibilities that hold, seen from three sides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseList, CaseQuery, CaseRow


class Side(StrEnum):
    """A side from which the responsibilities are seen; the value is what its rows and columns are."""

    VILLAGES = "村社 × 事项"
    LEADERS = "领导 × 村社"
    FIELDS = "领导 × 事项"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns by their words, and in each cell the responsibilities that meet there."""

    rows: Sequence[str]
    columns: Sequence[str]
    cells: Mapping[tuple[str, str], Sequence[CaseRow]]


def read_responsibilities(lists: CaseList, town: str, now: datetime) -> Sequence[CaseRow]:
    """The responsibilities of a town that hold at a moment; asks the database.

    One that ends later (截止时间在将来) is kept as off the list already, but holds until then.
    """
    query = CaseQuery(
        kind=Kind.RESPONSIBILITY, town=town, conditions=(Condition(Field.EXCLUDED, Test.NO),), descending=False
    )
    return [row for row in lists.load_rows(lists.find_ids(query)) if _holds(row, now)]


def matrix_of(
    rows: Sequence[CaseRow], side: Side, village_name: Callable[[CaseRow], str], villages: Sequence[str]
) -> Matrix:
    """The responsibilities from one side; `villages` are all of the town, so that what nobody answers for is seen."""
    words = _WORDS[side]
    cells: dict[tuple[str, str], list[CaseRow]] = {}
    for row in rows:
        cells.setdefault((words[0](row, village_name), words[1](row, village_name)), []).append(row)
    across = dict.fromkeys(place for place, _ in cells)
    down = dict.fromkeys(place for _, place in cells)
    if side is Side.VILLAGES:
        across = dict.fromkeys([*(name for name in across if name not in villages), *villages])
    elif side is Side.LEADERS:
        down = dict.fromkeys([*(name for name in down if name not in villages), *villages])
    return Matrix(tuple(across), tuple(down), cells)


def said_in(side: Side, row: CaseRow, village_name: Callable[[CaseRow], str]) -> str:
    """What a responsibility says in its cell: what its row and column do not."""
    return _WORDS[side][2](row, village_name)


def _holds(row: CaseRow, now: datetime) -> bool:
    until = row.own.get("removed_at")
    return row.reported_at <= now and (row.status is Status.ON_FILE or (until is not None and until > now))


_Words = Callable[[CaseRow, Callable[[CaseRow], str]], str]


def _village(row: CaseRow, name: Callable[[CaseRow], str]) -> str:
    return name(row)


def _leader(row: CaseRow, _: Callable[[CaseRow], str]) -> str:
    return row.handler or ""


def _field(row: CaseRow, _: Callable[[CaseRow], str]) -> str:
    return row.title


def _people(row: CaseRow, _: Callable[[CaseRow], str]) -> str:
    deputy = row.own.get("deputy")
    return f"{row.handler}（{deputy}）" if deputy else row.handler or ""


_WORDS: Mapping[Side, tuple[_Words, _Words, _Words]] = {
    Side.VILLAGES: (_village, _field, _people),
    Side.LEADERS: (_leader, _village, _field),
    Side.FIELDS: (_leader, _field, _village),
}
