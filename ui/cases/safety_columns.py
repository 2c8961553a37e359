"""The columns of the lists of hazards, inspections, notices and measures (安全台账的列), under their own headings."""

from collections.abc import Callable, Mapping
from typing import Any

from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.recheck import RecheckResult
from gridapp.ports import CaseRow
from ui.cases.columns import ListColumn
from ui.theme import COLOURS

SAFETY_USUAL: Mapping[Kind, Mapping[str, str]] = {
    Kind.HAZARD: {
        "number": "隐患编号",
        "title": "隐患内容",
        "town": "乡镇",
        "place_name": "场所",
        "level": "等级",
        "counting_unit": "单位",
        "light": "灯",
        "status": "状态",
        "due_at": "整改期限",
        "handler": "整改责任人",
        "recheck_result": "复查结果",
        "reported_at": "排查时间",
        "village": "村社",
        "category": "隐患类别",
        "closed_at": "销号时间",
    },
    Kind.INSPECTION: {
        "number": "检查编号",
        "title": "检查内容",
        "town": "乡镇",
        "village": "村社",
        "place_name": "场所",
        "place_type": "场所类型",
        "nature": "检查性质",
        "reported_at": "检查时间",
        "status": "状态",
        "handler": "检查人",
    },
    Kind.NOTICE: {
        "number": "文书编号",
        "title": "文书内容",
        "town": "乡镇",
        "place_name": "场所",
        "category": "文书种类",
        "reported_at": "开具时间",
        "due_at": "整改期限",
        "served_to": "签收人",
    },
    Kind.ENFORCEMENT: {
        "number": "编号",
        "title": "处置内容",
        "town": "乡镇",
        "place_name": "场所",
        "category": "措施",
        "unit": "决定机关",
        "document_number": "文书编号",
        "reported_at": "决定时间",
        "until_at": "截止",
    },
}
"""The columns with which each list begins."""

SAFETY_OTHERS: Mapping[Kind, Mapping[str, str]] = {
    Kind.HAZARD: {
        "place_type": "场所类型",
        "spot": "部位",
        "requirement": "整改要求",
        "notice_number": "通知书编号",
        "rechecked_at": "复查时间",
        "on_the_spot": "当场整改",
        "listed_by": "挂牌机关",
        "listed_at": "挂牌时间",
        "delisted_at": "摘牌时间",
        "step_due_at": "本环节时限",
        "accepted_at": "责令时间",
        "campaign": "专项行动",
        "supervision": "督办",
        "chief": "首席负责人",
        "first_receiver": "首问责任人",
    },
    Kind.INSPECTION: {
        "campaign": "专项行动",
        "result": "检查结果",
        "planned_at": "计划检查时间",
        "filed_at": "报备时间",
        "filing_number": "报备文号",
    },
    Kind.NOTICE: {"place_type": "场所类型", "served_at": "送达时间", "campaign": "专项行动"},
    Kind.ENFORCEMENT: {"place_type": "场所类型", "party": "当事人", "from_at": "开始", "campaign": "专项行动"},
}
"""The other columns."""

_Said = Callable[[Any], str]
_RESULTS: Mapping[str | None, str] = {
    RecheckResult.PASSED: COLOURS.good,
    RecheckResult.PARTLY: COLOURS.warn,
    RecheckResult.FAILED: COLOURS.bad,
}


def safety_column(name: str, heading: str) -> ListColumn | None:
    """A column of a field that these kinds alone have; nothing for one that they share with others."""
    if name not in _OWN:
        return None
    width, said = _OWN[name]

    def text(row: CaseRow, _: object) -> str:
        return said(row.own.get(name)) if row.own else ""

    return ListColumn(name, heading, text, width, name, colour=_result_colour if name == "recheck_result" else None)


def _result_colour(row: CaseRow, _: object) -> str:
    return _RESULTS.get(row.own.get("recheck_result") if row.own else None, COLOURS.ink)


def _word(value: Any) -> str:
    return value or ""


def _moment(value: Any) -> str:
    return spoken(value) if value else ""


_OWN: Mapping[str, tuple[int, _Said]] = {
    "place_name": (14, _word),
    "place_type": (11, _word),
    "counting_unit": (5, _word),
    "spot": (12, _word),
    "requirement": (16, _word),
    "notice_number": (20, _word),
    "recheck_result": (8, _word),
    "rechecked_at": (15, _moment),
    "on_the_spot": (8, lambda value: "当场整改" if value else ""),
    "listed_by": (14, _word),
    "listed_at": (15, _moment),
    "delisted_at": (15, _moment),
    "nature": (10, _word),
    "result": (18, _word),
    "planned_at": (15, _moment),
    "filed_at": (15, _moment),
    "filing_number": (18, _word),
    "served_to": (10, _word),
    "served_at": (15, _moment),
    "party": (10, _word),
    "document_number": (20, _word),
    "from_at": (15, _moment),
    "until_at": (15, lambda value: spoken_limit(value) if value else ""),
}
