"""What the dialogs of a dispute's moves ask for (调解办理栏目): their fields in order, and what each is called."""

from collections.abc import Mapping

from gridapp.domain.move import Move
from ui.handling.charge_fields import CHARGE_FIELDS, CHARGE_LABELS, CHARGE_TOPICS, MEETING
from ui.handling.dialog_layout import DialogLayout
from ui.handling.dispute_options import LISTS
from ui.handling.move_field import Form

_FIELDS: Mapping[Move, tuple[str, ...]] = {
    **CHARGE_FIELDS,
    Move.ACCEPT: ("unit", "handler", "mediators", "informed"),
    Move.SCHEDULE: ("meet_at", "minutes", "place", "mediators", "present"),
    Move.CANCEL_SESSION: ("session", "reason"),
    Move.INQUIRE: MEETING,
    Move.MEDIATE: ("session", *MEETING, "session_result"),
    Move.HAND_OVER: ("mode", "unit", "committee", "handler", "mediators", "reason"),
    Move.EXTEND: ("both_ask", "until", "reason"),
    Move.AGREE: ("form", "at_once", "result", "terms", "effective_at", "number", "evidence"),
    Move.FAIL: ("ground", "result"),
    Move.TRANSFER: ("unit", "reason"),
    Move.PERFORM: ("term", "evidence"),
    Move.REVISIT: ("place", "mediators", "present", "satisfaction", "record"),
    Move.APPLY_CONFIRMATION: ("both_ask", "unit"),
    Move.COURT_RECEIVES: ("reception", "number"),
    Move.COURT_RULES: ("ruling", "number"),
    Move.REOPEN: ("reason", "until"),
    Move.ASSESS_RISK: ("risk", "opinion"),
    Move.REPORT_POLICE: ("unit", "record"),
    Move.RECORD_PREVENTION: ("harm", "people"),
}
"""The fields of a move in their order."""

_LABELS: Mapping[str | tuple[Move, str], str] = {
    **CHARGE_LABELS,
    "handler": "主持调解员",
    "mediators": "调解员",
    "informed": "权利义务告知方式",
    "meet_at": "约定时间",
    "minutes": "时长（分钟）",
    "session": "对应的约定",
    "present": "到场的当事人和参加人",
    "record": "调解记录",
    "session_result": "本次调解结果",
    "mode": "改用的调解方式",
    "committee": "调委会类型（人民调解的）",
    "both_ask": "双方当事人共同申请延期",
    "form": "协议形式",
    "at_once": "当场履行",
    "terms": "履行事项（谁、做什么、金额、期限）",
    "effective_at": "生效日期（不填为达成之日）",
    "number": "协议编号（不填则自动编号）",
    "term": "履行的事项",
    "ground": "终止理由",
    "reception": "法院是否受理",
    "ruling": "裁定结果",
    "risk": "激化风险",
    "harm": "防止了什么",
    "people": "涉及人数",
    "until": "新的调解期限",
    (Move.ACCEPT, "unit"): "调解组织",
    (Move.ACCEPT, "mediators"): "共同调解员",
    (Move.SCHEDULE, "mediators"): "参加调解的调解员",
    (Move.SCHEDULE, "present"): "通知的人",
    (Move.INQUIRE, "mediators"): "调查人",
    (Move.INQUIRE, "present"): "被调查人和参加人",
    (Move.INQUIRE, "record"): "调查记录",
    (Move.HAND_OVER, "unit"): "移交给（调解组织）",
    (Move.HAND_OVER, "mediators"): "共同调解员",
    (Move.AGREE, "result"): "协议内容",
    (Move.AGREE, "evidence"): "履行凭证（当场履行的）",
    (Move.FAIL, "result"): "终止说明和告知的其他途径",
    (Move.TRANSFER, "unit"): "转送给",
    (Move.PERFORM, "evidence"): "履行凭证（收条、汇款单等，或添加附件）",
    (Move.BREACH, "reason"): "未履行的情况",
    (Move.REVISIT, "mediators"): "回访人",
    (Move.REVISIT, "present"): "被回访人",
    (Move.REVISIT, "record"): "回访情况",
    (Move.APPLY_CONFIRMATION, "both_ask"): "双方当事人共同申请司法确认",
    (Move.APPLY_CONFIRMATION, "unit"): "受理法院",
    (Move.COURT_RECEIVES, "number"): "文书编号",
    (Move.COURT_RULES, "number"): "裁定书文号",
    (Move.ARCHIVE, "reason"): "卷宗情况说明（材料不全的原因）",
    (Move.REOPEN, "until"): "新的调解期限（不填为重新计算一个月）",
    (Move.ASSESS_RISK, "opinion"): "已采取的防范措施",
    (Move.REPORT_POLICE, "unit"): "报告给（公安机关）",
    (Move.REPORT_POLICE, "record"): "报告情况",
}

_TOPICS: Mapping[tuple[Move, str], str] = {
    **CHARGE_TOPICS,
    (Move.MEDIATE, "record"): "mediation_record",
    (Move.AGREE, "result"): "agreement",
    (Move.FAIL, "result"): "other_ways",
    (Move.WITHDRAW, "reason"): "withdrawal",
}
"""The topics of standard phrases (常用语) for what is written freely."""

DISPUTE_DIALOGS = DialogLayout(
    fields=_FIELDS,
    labels=_LABELS,
    forms={"place": Form.PLACE, (Move.REVISIT, "record"): Form.PROMPTS},
    lists=LISTS,
    topics=_TOPICS,
)
