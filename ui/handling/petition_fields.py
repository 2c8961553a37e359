"""What the dialogs of a petition's moves ask for (信访办理栏目): their fields in order, and what each is called."""

from collections.abc import Mapping

from gridapp.domain.move import Move
from gridapp.domain.petition_words import petition_words
from ui.handling.charge_fields import CHARGE_FIELDS, CHARGE_LABELS, CHARGE_TOPICS
from ui.handling.dialog_layout import DialogLayout, Words
from ui.handling.move_field import Form

_DECIDING = ("verdict", "number", "result", "service")

_FIELDS: Mapping[Move, tuple[str, ...]] = {
    **CHARGE_FIELDS,
    Move.ACCEPT: ("unit", "handler", "informed", "opinion"),
    Move.ANSWER: ("result", "evidence"),
    Move.ASSIGN: ("unit", "handler", "until", "informed", "opinion"),
    Move.TRANSFER: ("unit", "informed", "reason"),
    Move.GUIDE: ("unit", "informed", "reason"),
    Move.REJECT: ("informed", "reason"),
    Move.NO_LONGER_ACCEPT: ("ground", "informed", "reason"),
    Move.ISSUE_REPLY: ("verdict", "number", "unit", "result"),
    Move.SERVE_REPLY: ("service", "evidence"),
    Move.DECIDE_REVIEW: _DECIDING,
    Move.DECIDE_FINAL_REVIEW: _DECIDING,
    Move.EVALUATE: ("satisfaction", "office_satisfaction", "opinion"),
    Move.CONCLUDE: ("ground", "reason"),
    Move.EXTEND_HANDLING: ("until", "approver", "informed", "reason"),
}

_LABELS: Mapping[str | tuple[Move, str], str] = {
    **CHARGE_LABELS,
    "unit": "责任单位",
    "handler": "责任人",
    "informed": "告知信访人的方式",
    "number": "文号（不填则自动编号）",
    "service": "送达方式",
    "approver": "批准领导",
    "evidence": "佐证（添加附件，或写明文号、回访记录）",
    (Move.ACCEPT, "opinion"): "拟办意见",
    (Move.ANSWER, "result"): "解释答复的内容",
    (Move.ASSIGN, "unit"): "交办给（单位）",
    (Move.ASSIGN, "handler"): "承办人",
    (Move.ASSIGN, "until"): "报告办理结果的期限",
    (Move.ASSIGN, "opinion"): "交办意见",
    (Move.TRANSFER, "unit"): "转送给（单位）",
    (Move.TRANSFER, "reason"): "转送的理由",
    (Move.GUIDE, "unit"): "引导到（政法机关）",
    (Move.GUIDE, "reason"): "涉法涉诉情况",
    (Move.REJECT, "reason"): "不予受理的理由和告知的法定途径",
    (Move.NO_LONGER_ACCEPT, "ground"): "不再受理的理由",
    (Move.NO_LONGER_ACCEPT, "reason"): "说明",
    (Move.OBJECT, "reason"): "单位提出异议的理由",
    (Move.FEEDBACK, "result"): "办理结果报告",
    (Move.REWORK, "reason"): "退回重新办理的原因",
    (Move.ISSUE_REPLY, "verdict"): "处理意见",
    (Move.ISSUE_REPLY, "unit"): "出具意见的单位（不填为责任单位）",
    (Move.ISSUE_REPLY, "result"): "处理意见书的内容",
    (Move.SERVE_REPLY, "evidence"): "送达凭证（回证、邮单号，或添加附件）",
    (Move.CLOSE, "result"): "办理结果",
    (Move.ASK_REVIEW, "unit"): "复查机关",
    (Move.ASK_REVIEW, "reason"): "申请复查的理由",
    (Move.DECIDE_REVIEW, "verdict"): "复查意见",
    (Move.DECIDE_REVIEW, "number"): "复查意见书文号",
    (Move.DECIDE_REVIEW, "result"): "复查意见书的内容",
    (Move.ASK_FINAL_REVIEW, "unit"): "复核机关",
    (Move.ASK_FINAL_REVIEW, "reason"): "申请复核的理由",
    (Move.DECIDE_FINAL_REVIEW, "verdict"): "复核意见",
    (Move.DECIDE_FINAL_REVIEW, "number"): "复核意见书文号",
    (Move.DECIDE_FINAL_REVIEW, "result"): "复核意见书的内容",
    (Move.EVALUATE, "satisfaction"): "对责任单位的满意度",
    (Move.EVALUATE, "office_satisfaction"): "对信访部门的满意度",
    (Move.EVALUATE, "opinion"): "信访人的意见",
    (Move.SETTLE, "result"): "化解情况",
    (Move.SETTLE, "evidence"): "息诉息访承诺书或协议（添加附件，或写明文号）",
    (Move.CONCLUDE, "ground"): "终结的条件",
    (Move.CONCLUDE, "reason"): "说明",
    (Move.EXTEND_HANDLING, "until"): "延长到",
    (Move.EXTEND_HANDLING, "approver"): "批准延期的负责人",
    (Move.URGE, "opinion"): "催办内容",
    (Move.INSTRUCT, "chief"): "批示领导",
    (Move.INSTRUCT, "opinion"): "批示内容",
    (Move.ENTER_BACKLOG, "reason"): "列入积案的原因",
    (Move.RESOLVE_BACKLOG, "result"): "积案化解情况",
}

_LISTS: Mapping[str | tuple[Move, str], Words] = {
    "informed": lambda: petition_words().informed,
    "verdict": lambda: petition_words().review_verdicts,
    "service": lambda: petition_words().services,
    (Move.ISSUE_REPLY, "verdict"): lambda: petition_words().verdicts,
    (Move.NO_LONGER_ACCEPT, "ground"): lambda: petition_words().refusals,
    (Move.CONCLUDE, "ground"): lambda: petition_words().conclusions,
}

_TOPICS: Mapping[tuple[Move, str], str] = {
    **CHARGE_TOPICS,
    (Move.ANSWER, "result"): "petition_answer",
    (Move.CLOSE, "result"): "petition_answer",
    (Move.REJECT, "reason"): "petition_other_ways",
    (Move.GUIDE, "reason"): "petition_other_ways",
    (Move.ISSUE_REPLY, "result"): "petition_reply",
    (Move.FEEDBACK, "result"): "petition_reply",
    (Move.EXTEND_HANDLING, "reason"): "petition_extension",
    (Move.SETTLE, "result"): "petition_settlement",
    (Move.RESOLVE_BACKLOG, "result"): "petition_settlement",
}

PETITION_DIALOGS = DialogLayout(
    fields=_FIELDS,
    labels=_LABELS,
    forms={"place": Form.PLACE},
    lists=_LISTS,
    topics=_TOPICS,
)
