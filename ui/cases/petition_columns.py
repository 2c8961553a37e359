"""The columns that only lists of petitions have (信访台账的列): who came, what was answered, how it ended."""

from collections.abc import Callable, Mapping
from typing import Any

from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.party import PartyKind, kind_by_name
from gridapp.domain.person import masked_name, masked_phone
from gridapp.domain.petition import Channel
from gridapp.ports import CaseRow
from ui.cases.columns import ListColumn
from ui.theme import COLOURS

PETITION_USUAL: Mapping[str, str] = {
    "number": "信访编号",
    "title": "信访事项",
    "town": "乡镇",
    "village": "村社",
    "source": "信访形式",
    "petitioner": "信访人",
    "heads": "人数",
    "repeat": "初重访",
    "light": "灯",
    "status": "状态",
    "due_at": "内部期限",
    "legal_due_at": "法定期限",
    "reported_at": "信访时间",
    "purpose": "信访目的",
    "disposition": "处理方式",
    "category": "事项类别",
    "unit": "责任单位",
    "handler": "责任人",
    "closed_at": "办结时间",
    "backlog": "积案",
    "charge_leader": "包案领导",
}
"""The columns with which the list begins, under the ledger's headings."""

PETITION_OTHERS: Mapping[str, str] = {
    "group": "集体访",
    "concerned": "涉及人数",
    "phone": "联系电话",
    "tags": "情形标记",
    "origin": "交办来源",
    "outside_number": "上级编号",
    "step_due_at": "本环节时限",
    "informed_at": "告知时间",
    "accepted_at": "受理时间",
    "verdict": "处理意见",
    "reply_number": "文书文号",
    "served_at": "送达时间",
    "review_due_at": "复查复核期限",
    "settled_at": "化解时间",
    "concluded_at": "终结时间",
    "unit_satisfaction": "对责任单位满意度",
    "office_satisfaction": "对信访部门满意度",
    "backlog_entered_at": "列入积案时间",
    "backlog_resolved_at": "积案化解时间",
    "charge_due_at": "包案期限",
    "supervision": "督办",
    "chief": "首席负责人",
    "first_receiver": "首问责任人",
    "level": "级别",
}
"""The other columns."""

_Said = Callable[[Any, CaseRow], str]
_FIRST_AND_AGAIN = {Channel.VISIT: ("初访", "重访"), Channel.LETTER: ("初信", "重信")}


def petition_column(name: str, heading: str) -> ListColumn | None:
    """A column of a field that petitions alone have; nothing for one that they share with others."""
    if name not in _OWN:
        return None
    width, said = _OWN[name]

    def text(row: CaseRow, _: object) -> str:
        return said(row.own.get(name), row) if row.own else ""

    sort = None if name in _UNSORTED else name
    colour = (lambda row, _: COLOURS.warn if row.own and _listed(row) else COLOURS.ink) if name == "backlog" else None
    return ListColumn(name, heading, text, width, sort, is_number=name in _NUMBERS, colour=colour)


def _word(value: Any, _: CaseRow) -> str:
    return value or ""


def _number(value: Any, _: CaseRow) -> str:
    return "" if value is None else f"{value:,}"


def _moment(value: Any, _: CaseRow) -> str:
    return spoken(value) if value else ""


def _limit(value: Any, _: CaseRow) -> str:
    return spoken_limit(value) if value else ""


def _petitioner(value: Any, _: CaseRow) -> str:
    if not value:
        return "匿名"
    return masked_name(value) if kind_by_name(value) is PartyKind.PERSON else str(value)


def _repeat(value: Any, row: CaseRow) -> str:
    return _FIRST_AND_AGAIN.get(Channel(row.source), ("初次", "重复"))[bool(value)] if row.source in _CHANNELS else ""


_CHANNELS = frozenset(Channel)


def _group(value: Any, row: CaseRow) -> str:
    return ("联名信" if row.source == Channel.LETTER else "集体访") if value else ""


def _listed(row: CaseRow) -> bool:
    return bool(row.own["backlog_entered_at"] and not row.own["backlog_resolved_at"])


def _backlog(_: Any, row: CaseRow) -> str:
    return ("在列" if _listed(row) else "已化解") if row.own["backlog_entered_at"] else ""


def _leader(_: Any, row: CaseRow) -> str:
    return row.own["leader"] or ""


_OWN: Mapping[str, tuple[int, _Said]] = {
    "petitioner": (8, _petitioner),
    "heads": (5, _number),
    "concerned": (7, _number),
    "repeat": (6, _repeat),
    "group": (6, _group),
    "purpose": (8, _word),
    "phone": (12, lambda value, _: masked_phone(value) if value else ""),
    "origin": (10, _word),
    "outside_number": (16, _word),
    "disposition": (9, _word),
    "informed_at": (15, _moment),
    "legal_due_at": (15, _limit),
    "review_due_at": (15, _limit),
    "verdict": (9, _word),
    "reply_number": (20, _word),
    "served_at": (15, _moment),
    "settled_at": (15, _moment),
    "concluded_at": (15, _moment),
    "unit_satisfaction": (10, _word),
    "office_satisfaction": (10, _word),
    "backlog": (7, _backlog),
    "backlog_entered_at": (15, _moment),
    "backlog_resolved_at": (15, _moment),
    "charge_leader": (8, _leader),
    "charge_due_at": (15, _limit),
}
_NUMBERS = frozenset({"heads", "concerned"})
_UNSORTED = frozenset({"phone", "verdict", "reply_number", "served_at", "backlog", "charge_leader"})
