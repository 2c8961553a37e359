"""What a step of a petition tells (信访办理经过), each line with its name."""

from collections.abc import Mapping
from typing import Any

from gridapp.domain.move import Move
from ui.handling.meeting_words import lines_of_meeting, session_of
from ui.handling.step_names import Changes, Lines, StepNames, StepWords

_NAMES = StepNames(
    units={
        Move.ACCEPT.value: "责任单位",
        Move.ASSIGN.value: "交办给",
        Move.TRANSFER.value: "转送给",
        Move.GUIDE.value: "引导到",
        Move.FEEDBACK.value: "反馈单位",
        Move.ISSUE_REPLY.value: "出具单位",
        Move.ASK_REVIEW.value: "复查机关",
        Move.ASK_FINAL_REVIEW.value: "复核机关",
        Move.TAKE_CHARGE.value: "责任单位",
    },
    handlers={},
    until={
        Move.ASSIGN.value: "报告结果的期限",
        Move.EXTEND_HANDLING.value: "延长到",
        Move.TAKE_CHARGE.value: "化解时限",
        Move.EXTEND_CHARGE.value: "新的化解时限",
    },
    texts={
        Move.ACCEPT.value: "告知和意见",
        Move.ANSWER.value: "答复",
        Move.ASSIGN.value: "告知和意见",
        Move.TRANSFER.value: "理由和告知",
        Move.GUIDE.value: "情况和告知",
        Move.REJECT.value: "理由和告知",
        Move.NO_LONGER_ACCEPT.value: "理由和告知",
        Move.OBJECT.value: "异议理由",
        Move.FEEDBACK.value: "办理结果",
        Move.ISSUE_REPLY.value: "处理意见书",
        Move.SERVE_REPLY.value: "送达方式",
        Move.CLOSE.value: "办理结果",
        Move.ASK_REVIEW.value: "申请理由",
        Move.DECIDE_REVIEW.value: "复查意见书",
        Move.ASK_FINAL_REVIEW.value: "申请理由",
        Move.DECIDE_FINAL_REVIEW.value: "复核意见书",
        Move.EVALUATE.value: "满意度",
        Move.SETTLE.value: "化解情况",
        Move.CONCLUDE.value: "终结条件",
        Move.EXTEND_HANDLING.value: "原因和告知",
        Move.URGE.value: "催办内容",
        Move.INSTRUCT.value: "批示",
        Move.RESOLVE_BACKLOG.value: "化解情况",
        Move.TAKE_CHARGE.value: "化解方案",
        Move.END_CHARGE.value: "化解结果",
        Move.NAME_CHIEF.value: "首席负责人",
    },
    handler="责任人",
    approver="批准领导",
    grades=frozenset({Move.EVALUATE.value}),
)

_TOLD = frozenset(
    {
        "backlog_entered_at",
        "backlog_resolved_at",
        "charges",
        "chief",
        "informed_at",
        "leader",
        "office_satisfaction",
        "replies",
        "sessions",
        "unit_satisfaction",
    }
)


def _lines(step: Mapping[str, Any], changes: Changes, _: Mapping[str, Any] | None) -> Lines:
    session = session_of(step, changes)
    yield from _NAMES.lines_of(step) if session is None else lines_of_meeting(step["move"], session)
    if step.get("evidence"):
        yield ("送达凭证" if step["move"] == Move.SERVE_REPLY else "佐证", step["evidence"])


PETITION_STEPS = StepWords(lines=_lines, told=_TOLD)
