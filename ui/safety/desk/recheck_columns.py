"""The columns of the table in which many hazards are re-checked together (集中复查列)."""

from collections.abc import Mapping

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.recheck import RecheckResult
from ui.batch.columns import BatchColumn, Columns

YES, NO = "是", "否"
NOW = "现在"


def _now(said: Mapping[str, str]) -> str:
    return NOW if said["recheck_result"] else ""


def _no(said: Mapping[str, str]) -> str:
    return NO if said["recheck_result"] == RecheckResult.PASSED else ""


RECHECK_COLUMNS = Columns(
    (
        BatchColumn("number", "编号", 27, locked=True),
        BatchColumn("place_name", "场所", 14, locked=True),
        BatchColumn("title", "隐患内容", 20, locked=True),
        BatchColumn("unit", "单位", 5, locked=True),
        BatchColumn("state", "状态", 9, locked=True),
        BatchColumn("hint", "提示", 20, locked=True),
        BatchColumn(
            "recheck_result",
            "复查结果",
            9,
            required=True,
            ours=ledger_of(Kind.HAZARD).column("recheck_result").in_our_words,
        ),
        BatchColumn("inspectors", "复查人", 14, required=True, carried=True, names=("复查人员",)),
        BatchColumn("record", "复查情况", 22, required=True, names=("复查说明",)),
        BatchColumn("evidence", "佐证", 14, names=("佐证材料", "依据")),
        BatchColumn("strike_off", "同时销号", 8, meant=_no, names=("销号",)),
        BatchColumn("until", "新的整改期限", 12, names=("新期限",)),
        BatchColumn("rechecked_at", "复查时间", 16, meant=_now, names=("复查日期",)),
    ),
    day="rechecked_at",
    ledger=Kind.HAZARD,
)
"""What is shown of a hazard, and what its re-check found: each has its own result."""
