"""The columns of the grid for many hazards (批量登记隐患列): those of the ledger, with its re-check."""

from collections.abc import Mapping

from gridapp.domain.columns import ledger_of
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS
from gridapp.domain.kind import Kind
from gridapp.domain.place_type import place_type_named
from ui.batch.columns import BatchColumn, Columns
from ui.batch.leaf_words import leaf_name

_LEDGER = ledger_of(Kind.HAZARD)


def usual_unit(said: Mapping[str, str]) -> str:
    """The unit in which hazards of a place's type are counted."""
    kind = place_type_named(said["place_type"])
    return kind.unit if kind else CountingUnit.ITEM.value


HAZARD_COLUMNS = Columns(
    (
        BatchColumn("place_name", "场所名称", 18, required=True, carried=True),
        BatchColumn("place_type", "场所类型", 11, required=True, carried=True),
        BatchColumn("village", "村社", 10, required=True, carried=True),
        BatchColumn("title", "隐患内容", 24, required=True),
        BatchColumn("category", "隐患类别", 16, required=True, carried=True, ours=leaf_name),
        BatchColumn("reported_at", "排查时间", 16, required=True, carried=True),
        BatchColumn("level", "等级", 6, meant=lambda _: LEVELS[0], ours=_LEDGER.column("level").in_our_words),
        BatchColumn("counting_unit", "计数单位", 8, meant=usual_unit),
        BatchColumn("spot", "部位", 12, names=("隐患部位", "位置")),
        BatchColumn("requirement", "整改要求", 16, names=("整改措施",)),
        BatchColumn("handler", "整改责任人", 10),
        BatchColumn("chief", "首席负责人", 10),
        BatchColumn("inspectors", "检查人", 14, carried=True, names=("检查人员", "排查人")),
        BatchColumn("notice_number", "整改通知书编号", 18),
        BatchColumn("due_at", "整改期限", 11),
        BatchColumn("rechecked_at", "复查时间", 16),
        BatchColumn("recheck_result", "复查结果", 9, ours=_LEDGER.column("recheck_result").in_our_words),
        BatchColumn("recheckers", "复查人", 12, names=("复查人员",)),
        BatchColumn("record", "复查情况", 18, names=("整改情况", "复查说明")),
        BatchColumn("evidence", "佐证", 12, names=("佐证材料", "整改佐证", "依据")),
        BatchColumn("closed_at", "销号时间", 16),
        BatchColumn("campaign", "专项行动", 14, carried=True),
        BatchColumn("note", "备注", 12),
    ),
    day="reported_at",
    ledger=Kind.HAZARD,
)
"""A re-check of which anything is said is one; what is to be struck off has its day."""
