"""The columns of the grid for many disputes settled on the spot (批量登记当场调解列)."""

from collections.abc import Mapping

from gridapp.domain.columns import ledger_of
from gridapp.domain.committee import committee_named
from gridapp.domain.dispute import Mode
from gridapp.domain.dispute_words import UNASKED
from gridapp.domain.kind import Kind
from ui.batch.columns import BatchColumn, Columns
from ui.batch.leaf_words import leaf_meant, leaf_name
from ui.mediation.spot.party_words import persons_in
from ui.mediation.spot.proposed_title import proposed_title

YES, NO = "是", "否"
_YES_WORDS = frozenset({"是", "已履行", "当场履行", "√", "Y", "y", "1", "有"})
_NO_WORDS = frozenset({"否", "未履行", "×", "N", "n", "0", "无"})


def _title(said: Mapping[str, str]) -> str:
    return proposed_title(said["party_a"], said["party_b"], leaf_meant(said["category"]))


def _people(said: Mapping[str, str]) -> str:
    return str(persons_in(said["party_a"], said["party_b"]) or "")


def _yes_or_no(said: str) -> str:
    word = said.strip()
    return YES if word in _YES_WORDS else NO if word in _NO_WORDS else said


SETTLED_COLUMNS = Columns(
    (
        BatchColumn("category", "类别", 16, required=True, ours=leaf_name),
        BatchColumn("party_a", "甲方", 14, required=True, names=("甲方姓名", "当事人", "双方当事人")),
        BatchColumn("party_b", "乙方", 14, names=("乙方姓名",)),
        BatchColumn("title", "纠纷名称", 30, meant=_title),
        BatchColumn("village", "村社", 11, required=True, carried=True),
        BatchColumn("reported_at", "调解时间", 17, required=True, carried=True, names=("时间", "日期", "调解日期")),
        BatchColumn("unit", "调解组织", 24, required=True, carried=True),
        BatchColumn("handler", "调解员", 9, required=True, carried=True),
        BatchColumn("result", "调解结果", 26, required=True, names=("结果", "协议内容", "调解协议", "处理结果")),
        BatchColumn("performed", "当场履行", 8, meant=lambda _: YES, names=("是否履行", "履行情况"), ours=_yes_or_no),
        BatchColumn("people", "涉及人数", 8, meant=_people),
        BatchColumn("amount", "涉及金额（元）", 12),
        BatchColumn("phone_a", "甲方电话", 13, names=("联系电话", "甲方联系电话", "当事人电话")),
        BatchColumn("phone_b", "乙方电话", 13, names=("乙方联系电话",)),
        BatchColumn("address", "地点", 14, names=("发生地点", "调解地点", "地址")),
        BatchColumn("committee", "调委会类型", 12, meant=lambda said: committee_named(said["unit"]) or ""),
        BatchColumn(
            "mode",
            "调解方式",
            14,
            meant=lambda _: Mode.PEOPLE.value,
            ours=ledger_of(Kind.DISPUTE).column("mode").in_our_words,
        ),
        BatchColumn("source", "来源", 10, meant=lambda _: UNASKED),
        BatchColumn("entrusted_by", "委托移送单位", 12, names=("移送单位", "委托单位")),
        BatchColumn("project", "项目名称", 14),
        BatchColumn("note", "简要情况", 20, names=("纠纷简况", "案情")),
    ),
    day="reported_at",
    ledger=Kind.DISPUTE,
)
