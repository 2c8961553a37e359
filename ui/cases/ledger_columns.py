"""Which columns the list of a kind has (台账的列), in the ledger's own words: the usual ones, and all others."""

from collections.abc import Iterable, Mapping

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from ui.cases.columns import ListColumn, column
from ui.cases.petition_columns import PETITION_OTHERS, PETITION_USUAL, petition_column
from ui.cases.register_columns import register_columns, usual_register_names
from ui.cases.safety_columns import SAFETY_OTHERS, SAFETY_USUAL, safety_column


def usual_columns(kind: Kind, *, several_towns: bool = True) -> tuple[ListColumn, ...]:
    """The columns with which a list begins; the town is shown where there are several."""
    if kind in REGISTERS:
        names = usual_register_names(kind)
        return tuple(
            one for one in register_columns(kind) if one.name in names and (several_towns or one.name != "town")
        )
    return tuple(
        _made(kind, name, heading) for name, heading in _USUAL[kind].items() if several_towns or name != "town"
    )


def all_columns(kind: Kind) -> tuple[ListColumn, ...]:
    """Every column that a kind's list can show, the usual ones first."""
    if kind in REGISTERS:
        own = register_columns(kind)
        shown = {one.name for one in own}
        return (*own, *(column(name, heading) for name, heading in _OTHERS.items() if name not in shown))
    headings = {**_USUAL[kind], **{name: word for name, word in _others(kind).items() if name not in _USUAL[kind]}}
    return tuple(_made(kind, name, heading) for name, heading in headings.items())


def columns_named(kind: Kind, names: Iterable[str]) -> tuple[ListColumn, ...]:
    """The columns of some names, in that order; a name of another version is left out."""
    known = {one.name: one for one in all_columns(kind)}
    return tuple(known[name] for name in dict.fromkeys(names) if name in known)


def _made(kind: Kind, name: str, heading: str) -> ListColumn:
    if kind is Kind.PETITION:
        return petition_column(name, heading) or column(name, heading)
    return (safety_column(name, heading) if kind in SAFETY_USUAL else None) or column(name, heading)


def _others(kind: Kind) -> Mapping[str, str]:
    if kind is Kind.EVENT:
        return _EVENTS_OTHERS | _OTHERS
    if kind is Kind.DISPUTE:
        return _DISPUTES_OTHERS | _OTHERS
    if kind is Kind.PETITION:
        return {**PETITION_OTHERS, **_OTHERS}
    return {**SAFETY_OTHERS[kind], **_OTHERS}


_EVENTS_OTHERS = {
    "unit": "承办单位",
    "grid": "网格",
    "address": "地点",
    "reporter": "上报人",
    "phone": "联系电话",
    "platform": "平台",
    "major": "大类",
    "occurred_at": "发生时间",
    "accepted_at": "受理时间",
    "step_due_at": "本环节时限",
    "supervision": "督办",
    "awaited": "待审批",
    "first_receiver": "首问责任人",
    "chief": "首席负责人",
    "tags": "标记",
    "campaign": "专项行动",
}
_DISPUTES_OTHERS = {
    "party_a": "当事人甲",
    "party_b": "当事人乙",
    "mode": "调解方式",
    "committee": "调委会类型",
    "risk": "激化风险",
    "risk_reported_at": "报告公安时间",
    "agreement_number": "协议编号",
    "revisit_due_at": "回访期限",
    "revisited_at": "回访时间",
    "satisfaction": "满意度",
    "confirm_due_at": "司法确认期限",
    "charge_leader": "包案领导",
    "charge_due_at": "包案期限",
    "mediation_type": "人民调解类型",
    "monthly_type": "综治月报类型",
    "campaign_column": "强基促稳栏目",
    "scale": "规模",
    "level": "级别",
    "difficult": "疑难",
    "project": "阻工项目",
    "entrusted_by": "委托单位",
    "address": "地点",
    "occurred_at": "发生时间",
    "accepted_at": "受理时间",
    "closed_at": "办结时间",
    "step_due_at": "本环节时限",
    "supervision": "督办",
    "chief": "首席负责人",
    "first_receiver": "首问责任人",
}
_OTHERS = {
    "grid": "网格",
    "registered_at": "登记时间",
    "late": "补录",
    "excluded_reason": "作废原因",
}

_USUAL: Mapping[Kind, Mapping[str, str]] = {
    Kind.EVENT: {
        "number": "事件编号",
        "title": "标题",
        "town": "乡镇",
        "village": "村社",
        "category": "类别",
        "reported_at": "上报时间",
        "light": "灯",
        "due_at": "办理时限",
        "status": "状态",
        "handler": "承办人",
        "closed_at": "办结时间",
        "source": "来源",
        "level": "级别",
    },
    Kind.DISPUTE: {
        "number": "纠纷编号",
        "title": "纠纷名称",
        "town": "乡镇",
        "village": "村社",
        "category": "纠纷类型",
        "light": "灯",
        "status": "状态",
        "due_at": "调解期限",
        "next_session_at": "下次约调",
        "next_term_due_at": "履行期限",
        "handler": "调解员",
        "unit": "调解组织",
        "reported_at": "排查时间",
        "people": "人数",
        "amount": "金额（元）",
        "outcome": "调解结果",
        "form": "协议形式",
        "source": "来源",
    },
    Kind.PETITION: PETITION_USUAL,
    **SAFETY_USUAL,
}
