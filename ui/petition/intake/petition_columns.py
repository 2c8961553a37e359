"""The columns of the grid for many petitions (批量登记信访列), under the fields of the ledger."""

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.petition import PetitionPurpose
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_flag
from ui.batch.columns import BatchColumn, Columns
from ui.batch.leaf_words import leaf_name

YES, NO = "是", "否"
_AGAIN = {"重访": YES, "重信": YES, "初访": NO, "初信": NO}
_LEDGER = ledger_of(Kind.PETITION)


def _yes_or_no(said: str) -> str:
    word = said.strip()
    if word in _AGAIN:
        return _AGAIN[word]
    try:
        return YES if read_flag(word, _LEDGER.column("repeat")) else NO
    except Unreadable:
        return said


PETITION_COLUMNS = Columns(
    (
        BatchColumn("source", "信访形式", 9, required=True, carried=True, ours=_LEDGER.column("source").in_our_words),
        BatchColumn("petitioner", "信访人", 10, required=True),
        BatchColumn("heads", "人数", 6, meant=lambda _: "1"),
        BatchColumn("phone", "联系电话", 13),
        BatchColumn("village", "所属村社", 11),
        BatchColumn("category", "事项类别", 18, required=True, carried=True, ours=leaf_name),
        BatchColumn("demand", "诉求", 34, required=True),
        BatchColumn("reported_at", "信访时间", 17, required=True, carried=True, names=("日期", "时间", "来信日期")),
        BatchColumn("answer", "当场答复", 22, names=("当场答复内容", "答复内容", "解释答复内容")),
        BatchColumn("repeat", "是否重访", 8, meant=lambda _: NO, ours=_yes_or_no),
        BatchColumn(
            "purpose",
            "信访目的",
            10,
            meant=lambda _: PetitionPurpose.CLAIM.value,
            ours=_LEDGER.column("purpose").in_our_words,
        ),
        BatchColumn("accused", "被反映人", 12),
        BatchColumn("concerned", "涉及人数", 8),
        BatchColumn("origin", "交办来源", 12, carried=True),
        BatchColumn("outside_number", "上级编号", 12),
        BatchColumn("address", "住址", 14),
        BatchColumn("tags", "情形标记", 14),
        BatchColumn("note", "备注", 14),
    ),
    day="reported_at",
    ledger=Kind.PETITION,
    about="demand",
)
