"""What a step of the course tells (步骤内容), each line with the name that the office gives it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from gridapp.domain.moment import spoken_limit
from gridapp.domain.move import Move

_TEXTS: Mapping[str, str] = {
    Move.SELF_CLOSE.value: "处置结果",
    Move.FEEDBACK.value: "处置结果",
    Move.VERIFY.value: "核查意见",
    Move.CONFIRM.value: "抽查意见",
    Move.CLOSE.value: "核查意见",
    Move.ASSIGN.value: "交办意见",
    Move.RESEND.value: "补正说明",
    Move.EVALUATE.value: "评价意见",
    Move.NAME_CHIEF.value: "首席负责人",
    Move.ON_SITE.value: "现场情况",
    Move.REFER.value: "转办情况",
    Move.REFERRAL_SETTLED.value: "化解情况",
    Move.REFERRAL_RETURNED.value: "纠纷结果",
}
_UNITS: Mapping[str, str] = {
    Move.ASSIGN.value: "主办单位",
    Move.ASSIST.value: "协办单位",
    Move.COPY.value: "抄告单位",
    Move.SIGN.value: "签收单位",
    Move.RETURN_UNIT.value: "退回单位",
    Move.FEEDBACK.value: "反馈单位",
}
_DECIDING = ("同意", "不同意")


def lines_of_step(step: Mapping[str, Any], closing: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    """The lines of a step as history keeps it; `closing` is the one that it made."""
    move = step["move"]
    if step.get("unit"):
        yield (_UNITS.get(move, "单位"), step["unit"])
    if step.get("handler"):
        yield ("承办人", step["handler"])
    if step.get("grade"):
        yield ("满意度" if move == Move.EVALUATE else "督办级别", step["grade"])
    if step.get("days"):
        yield ("天数", f"{step['days']} 个工作日")
    if step.get("until"):
        yield ("截止", spoken_limit(datetime.fromisoformat(step["until"])))
    if step.get("text"):
        yield (_TEXTS.get(move) or ("审批意见" if move.startswith(_DECIDING) else "原因"), step["text"])
    if closing is not None and closing.get("result") and move == Move.CLOSE:
        yield ("处置结果", closing["result"])
    if step.get("evidence"):
        yield ("佐证", step["evidence"])
    if step.get("approver"):
        yield ("审批领导", step["approver"])
