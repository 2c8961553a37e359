"""The columns of the table in which many disputes are ended together (集中办结列)."""

from collections.abc import Mapping

from gridapp.domain.columns import ledger_of
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from ui.batch.columns import BatchColumn, Columns
from ui.mediation.spot.settled_columns import NO, YES

NOW = "现在"


def _form(said: Mapping[str, str]) -> str:
    return AgreementForm.ORAL.value if said["outcome"] == Outcome.SUCCEEDED else ""


def _at_once(said: Mapping[str, str]) -> str:
    if said["outcome"] != Outcome.SUCCEEDED:
        return ""
    return NO if said["form"] == AgreementForm.WRITTEN else YES


def _ended_at(said: Mapping[str, str]) -> str:
    return NOW if said["outcome"] else ""


_LEDGER = ledger_of(Kind.DISPUTE)

ENDING_COLUMNS = Columns(
    (
        BatchColumn("number", "编号", 26, locked=True),
        BatchColumn("title", "纠纷名称", 20, locked=True),
        BatchColumn("parties", "当事人", 12, locked=True),
        BatchColumn("received", "受理日期", 11, locked=True),
        BatchColumn("hint", "提示", 22, locked=True),
        BatchColumn("outcome", "结果", 10, required=True, ours=_LEDGER.column("outcome").in_our_words),
        BatchColumn("form", "协议形式", 8, meant=_form, ours=_LEDGER.column("form").in_our_words),
        BatchColumn("at_once", "当场履行", 8, meant=_at_once),
        BatchColumn("result", "结果说明", 22, names=("协议内容", "说明")),
        BatchColumn("reason", "理由", 18, names=("终止理由", "原因")),
        BatchColumn("unit", "转送去向", 14, names=("去向", "转送单位")),
        BatchColumn("ended_at", "办结时间", 16, meant=_ended_at, names=("办结日期",)),
    ),
    day="ended_at",
    ledger=Kind.DISPUTE,
)
"""What is shown of a dispute, and how it ends: each end asks for some of the columns."""
