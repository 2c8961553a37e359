"""What the form of a dispute looks like (纠纷表单布局)."""

from ui.recording.case_form import FormPlan

DANGER = "可能引发治安、刑事案件的，应当报告公安机关（人民调解法第二十五条）。"
"""What a mediator must do where the risk is high."""

PLAN = FormPlan(
    names={
        "title": "纠纷名称",
        "category": "类别",
        "level": "级别",
        "scale": "规模",
        "people": "涉及人数",
        "amount": "金额（元）",
        "risk": "激化风险",
        "difficult": "疑难案件",
        "risk_report": "报告公安情况（何时、向谁、怎样报告）",
        "project": "项目名称（阻工）",
        "town": "乡镇",
        "village": "所属村社",
        "grid": "网格",
        "address": "发生地点",
        "parties": "",
        "source": "案件来源",
        "entrusted_by": "委托移送单位",
        "demand": "申请事项",
        "occurred_at": "发生时间",
        "reported_at": "排查（收到）时间",
        "registered_at": "登记时间",
        "late_reason": "补录原因（晚于次日登记）",
        "mode": "调解方式",
        "unit": "调解组织",
        "committee": "调委会类型",
        "handler": "调解员",
        "co_mediators": "共同调解员",
        "chief": "包案（责任）领导",
        "informed": "权利义务告知",
        "note": "简要情况",
        "mediation_type": "人民调解类型（18 类）",
        "monthly_type": "综治月报类型（19 类）",
        "campaign_column": "强基促稳栏目（8 栏）",
        "attachments": "",
        "reason": "更正原因（已办结的纠纷，更正须说明原因）",
    },
    groups={
        "事项": (
            (("title", 5), ("category", 4), ("level", 3)),
            (("scale", 3), ("people", 2), ("amount", 2), ("risk", 3), ("difficult", 2)),
            (("danger", 12),),
            (("risk_report", 7), ("project", 5)),
        ),
        "地点": ((("town", 2), ("village", 3), ("grid", 3), ("address", 4)),),
        "当事人": ((("parties", 12),),),
        "来源": ((("source", 3), ("entrusted_by", 3), ("demand", 6)),),
        "时间": ((("occurred_at", 3), ("reported_at", 3), ("registered_at", 2), ("late_reason", 4)),),
        "调解": (
            (("mode", 3), ("unit", 5), ("committee", 4)),
            (("handler", 3), ("co_mediators", 4), ("chief", 3), ("informed", 2)),
        ),
        "情况": ((("note", 12),),),
        "归类": ((("mediation_type", 4), ("monthly_type", 4), ("campaign_column", 4)),),
        "附件": ((("attachments", 12),),),
        "更正": ((("reason", 12),),),
    },
    required=frozenset(
        {"title", "category", "project", "town", "village", "entrusted_by", "reported_at", "late_reason", "reason"}
    ),
    phrases={
        "demand": "demand",
        "risk_report": "risk_report",
        "late_reason": "late_reason",
        "note": "dispute_note",
    },
)
