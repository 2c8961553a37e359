"""The fields of records and their values in the office's words (字段名称): for history and detail pages."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.paper import masked_paper_number
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from ui.cases.part_words import PARTS

NAMES: Mapping[str, str] = {
    "number": "编号",
    "title": "标题",
    "town": "乡镇",
    "village": "所属村社",
    "grid": "网格",
    "category": "类别",
    "level": "级别",
    "source": "来源",
    "campaign": "专项行动",
    "tags": "标记",
    "occurred_at": "发生时间",
    "reported_at": "上报时间",
    "registered_at": "登记时间",
    "late_reason": "补录原因",
    "accepted_at": "受理时间",
    "due_at": "办理时限",
    "step_due_at": "本环节时限",
    "status": "状态",
    "unit": "承办单位",
    "handler": "承办人",
    "first_receiver": "首问责任人",
    "chief": "首席负责人",
    "supervision": "督办",
    "source_case": "来源案件",
    "steps": "办理步骤",
    "closings": "办结情况",
    "excluded": "作废或并案",
    "address": "地点",
    "reporter": "上报人",
    "phone": "联系电话",
    "party_a": "当事人甲",
    "party_b": "当事人乙",
    "people": "涉及人数",
    "amount": "涉及金额",
    "parties": "当事人",
    "mode": "调解方式",
    "committee": "调委会类型",
    "co_mediators": "共同调解员",
    "entrusted_by": "委托单位",
    "mediation_type": "人民调解类型",
    "monthly_type": "综治月报类型",
    "campaign_column": "强基促稳栏目",
    "scale": "规模",
    "difficult": "疑难",
    "project": "阻工项目",
    "risk": "激化风险",
    "risk_reported_at": "报告公安时间",
    "informed": "权利义务告知",
    "sessions": "调解和走访",
    "terms": "履行事项",
    "revisited_at": "回访时间",
    "revisit_due_at": "回访期限",
    "satisfaction": "满意度",
    "confirmations": "司法确认",
    "confirm_due_at": "司法确认期限",
    "charges": "领导包案",
    "preventions": "防止激化",
    "petitioner": "信访人",
    "heads": "人数",
    "concerned": "涉及人数",
    "group": "集体访或联名信",
    "purpose": "信访目的",
    "demand": "诉求",
    "accused": "被反映人",
    "origin": "交办来源",
    "outside_number": "上级编号",
    "repeat": "是否重复",
    "earlier": "上次信访件",
    "reception": "领导接待日",
    "disposition": "处理方式",
    "informed_at": "告知时间",
    "legal_due_at": "法定期限",
    "replies": "意见书",
    "unit_satisfaction": "对责任单位满意度",
    "office_satisfaction": "对信访部门满意度",
    "backlog_entered_at": "列入积案时间",
    "backlog_resolved_at": "积案化解时间",
    "leader": "包案领导",
    "place_name": "场所名称",
    "place_type": "场所类型",
    "counting_unit": "计数单位",
    "spot": "部位",
    "requirement": "整改要求",
    "on_the_spot": "当场整改",
    "notice_number": "整改通知书编号",
    "rechecked_at": "复查时间",
    "recheck_result": "复查结果",
    "rechecks": "复查",
    "securities": "整改保障",
    "listed_by": "挂牌机关",
    "listed_at": "挂牌时间",
    "delisted_at": "摘牌时间",
    "result": "检查结果",
    "party": "当事人",
    "document_number": "文书编号",
    "quantity": "数量",
    "quantities": "处置数量",
    "promises": "承诺事项",
    "attachments": "附件",
    "note": "备注",
}
"""Every field that people see, in the order in which they see them; technical ones are left out."""

_OF_KIND: Mapping[Kind, Mapping[str, str]] = {
    Kind.DISPUTE: {
        "title": "纠纷名称",
        "category": "纠纷类型",
        "reported_at": "排查时间",
        "due_at": "调解期限",
        "unit": "调解组织",
        "handler": "调解员",
        "demand": "申请事项",
        "note": "简要情况",
    },
    Kind.PETITION: {
        "title": "信访事项",
        "category": "事项类别",
        "source": "信访形式",
        "channel": "信访形式",
        "flags": "情形标记",
        "reported_at": "信访时间",
        "address": "住址",
        "parties": "列名信访人",
        "tags": "情形标记",
        "sessions": "约谈走访",
    },
    Kind.HAZARD: {
        "title": "隐患内容",
        "category": "隐患类别",
        "level": "隐患等级",
        "reported_at": "排查时间",
        "due_at": "整改期限",
        "handler": "整改责任人",
        "closings": "销号情况",
    },
    Kind.INSPECTION: {
        "title": "检查内容",
        "reported_at": "检查时间",
        "handler": "检查人",
        "inspectors": "检查人员",
        "nature": "检查性质",
        "planned_at": "计划检查时间",
        "filed_at": "报备时间",
        "filing_number": "报备文号",
        "filing_reason": "报备事由",
        "result": "检查结果",
        "checks": "检查表",
    },
    Kind.NOTICE: {
        "title": "文书内容",
        "number": "文书编号",
        "category": "文书种类",
        "reported_at": "开具时间",
        "due_at": "整改期限",
        "served_to": "签收人",
        "served_at": "送达时间",
        "signers": "签名检查人",
    },
    Kind.ENFORCEMENT: {
        "title": "处置内容",
        "category": "措施",
        "unit": "决定机关",
        "reported_at": "决定时间",
        "party": "当事人",
        "document_number": "文书编号",
        "from_at": "开始日期",
        "until_at": "截止日期",
    },
    Kind.WORKLOG: {"title": "工作内容"},
}

_AREAS = ("town", "village", "grid")
_PAPERS = ("paper_number",)
_LINKS = ("earlier", "reception")


def name_of(kind: Kind, field: str) -> str | None:
    """A field's name in the words of its ledger; nothing for what people do not see."""
    return _of_ledger(kind).get(field) or _OF_KIND.get(kind, {}).get(field) or NAMES.get(field)


@cache
def _of_ledger(kind: Kind) -> Mapping[str, str]:
    """The headings of a register, whose ledger names everything that it holds."""
    if kind not in REGISTERS:
        return {}
    return {column.field: column.heading for column in ledger_of(kind).columns}


def value_of(field: str, value: Any, areas: AreaTree) -> str:
    """A plain value (as history keeps it) in words."""
    if value is None or value == "":
        return "（空）"
    if field in _AREAS:
        return areas.name(value) or value
    if field == "category":
        leaf = vocabulary().leaf(value)
        return f"{leaf.platform_name} · {leaf.name}" if leaf else str(value)
    if field == "status":
        return Status(value).label
    if field == "excluded":
        done = "已并案" if value.get("merged_into") else "已作废"
        return f"{done}：{value['reason']}"
    if field in _LINKS:
        return "已关联"
    if field in PARTS:
        return "；".join(PARTS[field](part) for part in value) or "（空）"
    if field.endswith("due_at"):
        return spoken_limit(datetime.fromisoformat(value))
    if field.endswith("_at"):
        return spoken(datetime.fromisoformat(value))
    if field in _PAPERS:
        return masked_paper_number(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(value) or "（空）"
    return str(value)
