"""The columns of the grid for many events (批量登记列)."""

from collections.abc import Mapping

from gridapp.cases.event.draft import LEVELS
from gridapp.domain.kind import Kind
from ui.batch.columns import BatchColumn, Columns
from ui.batch.leaf_words import leaf_meant, leaf_name

USUAL_LEVEL = "一般"
"""The level of an event whose category brings none of its own."""


def default_level(said: Mapping[str, str]) -> str:
    """The level that an event has where nobody says another."""
    leaf = leaf_meant(said["category"])
    return leaf.default_level if leaf and leaf.default_level in LEVELS else USUAL_LEVEL


EVENT_COLUMNS = Columns(
    (
        BatchColumn("title", "标题", 26, required=True),
        BatchColumn("category", "类别", 18, required=True, ours=leaf_name),
        BatchColumn("village", "村社", 11, required=True, carried=True),
        BatchColumn("grid", "网格", 15, carried=True),
        BatchColumn("address", "地点", 14),
        BatchColumn("reporter", "上报人", 9, carried=True),
        BatchColumn("phone", "联系电话", 13),
        BatchColumn("source", "来源", 10, carried=True),
        BatchColumn("reported_at", "上报时间", 17, required=True, carried=True),
        BatchColumn("level", "级别", 8, names=("事件等级",), meant=default_level),
        BatchColumn("result", "处置结果", 18),
        BatchColumn("evidence", "佐证", 14, names=("佐证材料", "办结佐证", "依据")),
        BatchColumn("note", "备注", 14),
    ),
    day="reported_at",
    ledger=Kind.EVENT,
)
