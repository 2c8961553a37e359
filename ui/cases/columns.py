"""The columns of the lists (列): which a kind has, what stands in them, and by what they are sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseRow

VOIDED = "已作废"
"""The state of a case that was taken out of all counting."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column; `sort` is the field by which the database sorts, `width` is in characters."""

    heading: str
    text: Callable[[CaseRow, AreaTree], str]
    width: int
    sort: str | None = None
    is_state: bool = False
    is_number: bool = False


def columns_of(kind: Kind) -> tuple[ListColumn, ...]:
    """The columns of a kind's list, in the ledger's own words."""
    return tuple(_COLUMNS[name](heading) for name, heading in _LISTS[kind].items())


def state_of(row: CaseRow) -> str:
    """The state in words."""
    return VOIDED if row.excluded else row.status.label


def _plain(field: str, width: int) -> Callable[[str], ListColumn]:
    return lambda heading: ListColumn(heading, lambda row, _: getattr(row, field) or "", width, field)


def _moment(field: str) -> Callable[[str], ListColumn]:
    def text(row: CaseRow, _: AreaTree) -> str:
        value = getattr(row, field)
        return spoken(value) if value else ""

    return lambda heading: ListColumn(heading, text, 15, field)


def _category(row: CaseRow, _: AreaTree) -> str:
    leaf = vocabulary().leaf(row.category)
    return leaf.name if leaf else row.category or ""


_COLUMNS: Mapping[str, Callable[[str], ListColumn]] = {
    "number": _plain("number", 25),
    "title": _plain("title", 30),
    "town": lambda heading: ListColumn(heading, lambda row, areas: areas.name(row.town) or "", 6),
    "village": lambda heading: ListColumn(heading, lambda row, areas: areas.name(row.village) or "", 9, "village"),
    "category": lambda heading: ListColumn(heading, _category, 17, "category"),
    "level": _plain("level", 6),
    "source": _plain("source", 10),
    "handler": _plain("handler", 10),
    "unit": _plain("unit", 16),
    "reported_at": _moment("reported_at"),
    "closed_at": _moment("closed_at"),
    "due_at": lambda heading: ListColumn(
        heading, lambda row, _: spoken_limit(row.due_at) if row.due_at else "", 15, "due_at"
    ),
    "status": lambda heading: ListColumn(heading, lambda row, _: state_of(row), 7, "status", is_state=True),
}

_LISTS: Mapping[Kind, Mapping[str, str]] = {
    Kind.EVENT: {
        "number": "事件编号",
        "title": "标题",
        "town": "乡镇",
        "village": "村社",
        "category": "类别",
        "reported_at": "上报时间",
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
        "reported_at": "受理时间",
        "due_at": "办理时限",
        "status": "状态",
        "handler": "调解员",
        "unit": "调解组织",
        "closed_at": "办结时间",
        "source": "来源",
    },
    Kind.PETITION: {
        "number": "信访编号",
        "title": "信访事项",
        "town": "乡镇",
        "village": "村社",
        "category": "事项类别",
        "source": "信访形式",
        "reported_at": "信访时间",
        "due_at": "办理时限",
        "status": "状态",
        "closed_at": "办结时间",
    },
    Kind.HAZARD: {
        "number": "隐患编号",
        "title": "隐患内容",
        "town": "乡镇",
        "village": "村社",
        "category": "隐患类别",
        "level": "等级",
        "reported_at": "排查时间",
        "due_at": "整改期限",
        "status": "状态",
        "handler": "整改责任人",
        "closed_at": "销号时间",
    },
    Kind.INSPECTION: {
        "number": "检查编号",
        "title": "检查内容",
        "town": "乡镇",
        "village": "村社",
        "reported_at": "检查时间",
        "handler": "检查人",
    },
    Kind.NOTICE: {
        "number": "文书编号",
        "title": "文书内容",
        "town": "乡镇",
        "category": "文书种类",
        "reported_at": "开具时间",
        "due_at": "整改期限",
    },
    Kind.ENFORCEMENT: {
        "number": "编号",
        "title": "处置内容",
        "town": "乡镇",
        "category": "措施",
        "unit": "决定机关",
        "reported_at": "决定时间",
    },
    Kind.PERSON: {
        "number": "编号",
        "title": "姓名",
        "town": "乡镇",
        "village": "村社",
        "category": "类别",
        "reported_at": "排摸时间",
    },
    Kind.WORKLOG: {
        "number": "编号",
        "title": "工作内容",
        "town": "乡镇",
        "village": "村社",
        "reported_at": "日期",
    },
}
