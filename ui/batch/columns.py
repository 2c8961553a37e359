"""The columns of the grid for many events (批量登记列), and how headings of other tables name them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gridapp.domain.kind import Kind
from gridapp.importing.columns import ledger_of

_MARKS = str.maketrans("（）", "()", " \u3000\t\r\n*＊:：")


@dataclass(frozen=True, slots=True)
class BatchColumn:
    """A column: the field it fills, its heading, its width in digits, and whether it must be filled.

    A `carried` one is proposed from the row above.
    """

    field: str
    heading: str
    width: int
    required: bool = False
    carried: bool = False


COLUMNS: Sequence[BatchColumn] = (
    BatchColumn("title", "标题", 26, required=True),
    BatchColumn("category", "类别", 18, required=True),
    BatchColumn("village", "村社", 11, required=True, carried=True),
    BatchColumn("grid", "网格", 15, carried=True),
    BatchColumn("address", "地点", 14),
    BatchColumn("reporter", "上报人", 9, carried=True),
    BatchColumn("phone", "联系电话", 13),
    BatchColumn("source", "来源", 10, carried=True),
    BatchColumn("reported_at", "上报时间", 17, required=True, carried=True),
    BatchColumn("level", "级别", 8),
    BatchColumn("result", "处置结果", 18),
    BatchColumn("evidence", "佐证", 14),
    BatchColumn("note", "备注", 14),
)

PLACES: Mapping[str, int] = {column.field: place for place, column in enumerate(COLUMNS)}
"""Where each field stands."""

CARRIED: Sequence[int] = tuple(place for place, column in enumerate(COLUMNS) if column.carried)
"""The columns that are proposed from the row above."""

_OWN_WORDS = {"evidence": ("佐证材料", "办结佐证", "依据"), "level": ("事件等级",)}


def place_of_heading(heading: str) -> int | None:
    """The column that a heading names, in our words or in those of other ledgers; nothing if it names none."""
    return _by_heading().get(_bare(heading))


@cache
def _by_heading() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for column in ledger_of(Kind.EVENT).columns:
        if column.field in PLACES:
            for name in (column.heading, *column.aliases):
                found.setdefault(_bare(name), PLACES[column.field])
    for place, own in enumerate(COLUMNS):
        for name in (own.heading, *_OWN_WORDS.get(own.field, ())):
            found[_bare(name)] = place
    return found


def _bare(heading: str) -> str:
    return heading.translate(_MARKS)
