"""How the form of an inspection lies on the screen (检查表单布局), when it is new and when it is changed."""

from dataclasses import replace

from ui.recording.case_form import FormPlan

NEW = FormPlan(
    names={
        "place": "被检查场所",
        "new_place": "",
        "town": "乡镇",
        "village": "所属村社",
        "grid": "网格",
        "reported_at": "检查时间",
        "inspectors": "检查人（至少两名）",
        "nature": "检查性质",
        "campaign": "专项行动",
        "filed_at": "报备时间",
        "filing_number": "报备文号",
        "filing_reason": "报备事由",
        "checks": "",
        "findings": "",
        "notice": "",
        "result": "检查结果（可不填）",
        "note": "备注",
        "attachments": "",
        "late_reason": "补录原因（晚于次日登记）",
        "reason": "更正原因",
        "title": "标题",
        "category": "类别",
        "level": "级别",
        "registered_at": "登记时间",
    },
    groups={
        "场所": (
            (("place", 6), ("town", 2), ("reported_at", 4)),
            (("new_place", 12),),
            (("village", 4), ("grid", 4)),
        ),
        "检查": (
            (("inspectors", 5), ("nature", 3), ("campaign", 4)),
            (("filed", 12),),
            (("filed_at", 3), ("filing_number", 3), ("filing_reason", 6)),
            (("late_reason", 12),),
        ),
        "检查表": ((("checks", 12),),),
        "隐患": ((("findings", 12),),),
        "文书": ((("notice", 12),),),
        "其他": ((("result", 6), ("note", 6)), (("attachments", 12),)),
        "更正": ((("reason", 12),),),
    },
    required=frozenset(
        {"place", "village", "reported_at", "inspectors", "filed_at", "filing_reason", "late_reason", "reason"}
    ),
    phrases={"late_reason": "late_reason"},
)

_NEW_ONLY = ("隐患", "文书")
CHANGED = replace(NEW, groups={name: rows for name, rows in NEW.groups.items() if name not in _NEW_ONLY})
"""A saved one is changed without its hazards and its notice: those are cases of their own."""
