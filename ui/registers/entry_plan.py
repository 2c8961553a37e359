"""How the fields of a register's form lie (登记表单布局): it follows from the columns of its ledger."""

from collections.abc import Iterator, Sequence
from functools import cache

from gridapp.cases.register.draft import columns_of
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from ui.recording.case_form import FormPlan

ENDING = ("removed_at", "removed_reason")
"""When and why an entry was taken off its list (移出), of which a new one says nothing."""

Groups = tuple[tuple[tuple[str, int], ...], ...]

_COLUMNS = 12
_REGISTRATION = (2, 4)
_SPANS = {"moment": 4, "limit": 4, "day": 3, "count": 2, "quantity": 2, "flag": 2, "phone": 3, "word": 3, "words": 5}
_WIDE = frozenset({"title", "route", "address", "source_case", "extent", "situation", "removed_reason"})
_WHERE = frozenset({"town", "village", "grid", "address", "route", "begins", "ends", "shelter"})
_WHO = frozenset({"handler", "members", "heads", "deputy", "contact", "phone", "guardian", "guardian_phone", "unit"})
_WHEN = frozenset({"moment", "limit"})
_TOWN = Column("乡镇", "town", "word", required=True)
_GROUPS = ("内容", "地点", "时间", "人员", "情况", "移出")


@cache
def plan_of(kind: Kind) -> FormPlan:
    """The form of a register: what it is about, where, when, who, and what there is to tell."""
    columns = sorted((_TOWN, *columns_of(kind)), key=lambda column: column.type != "case")
    groups = {name: tuple(_rows([column for column in columns if _group_of(column) == name])) for name in _GROUPS}
    return FormPlan(
        names={
            **{column.field: _called(column) for column in columns},
            "registered_at": "登记时间",
            "late_reason": "补录原因（晚于次日登记）",
            "attachments": "",
            "reason": "更正原因（改变已经统计的数字，须说明原因）",
        },
        groups={
            **{name: _with_registration(rows) if name == "时间" else rows for name, rows in groups.items() if rows},
            "附件": ((("attachments", 12),),),
            "更正": ((("reason", 12),),),
        },
        required=frozenset({"late_reason", "reason", *(column.field for column in columns if column.required)}),
        phrases={"late_reason": "late_reason"},
    )


def fields_in_order(plan: FormPlan) -> Sequence[str]:
    """The fields as one reads them, which is the order of Tab."""
    return [field for rows in plan.groups.values() for row in rows for field, _ in row]


def _called(column: Column) -> str:
    if column.type == "flag":
        return " "
    return f"{column.heading}（{column.unit}）" if column.unit else column.heading


def _group_of(column: Column) -> str:
    if column.field in ENDING:
        return "移出"
    if column.long:
        return "情况"
    if column.field in _WHERE:
        return "地点"
    if column.field in _WHO:
        return "人员"
    return "时间" if column.type in _WHEN else "内容"


def _rows(columns: Sequence[Column]) -> Iterator[tuple[tuple[str, int], ...]]:
    row: list[tuple[str, int]] = []
    for column in columns:
        span = 6 if column.long else 5 if column.field in _WIDE else _SPANS.get(column.type, 3)
        if sum(width for _, width in row) + span > _COLUMNS:
            yield _filled(row)
            row = []
        row.append((column.field, span))
    if row:
        yield _filled(row)


def _with_registration(rows: Groups) -> Groups:
    """When it was registered, and why late, go into the last row if there is room."""
    *before, last = rows
    taken = sum(width for _, width in last)
    if taken + sum(_REGISTRATION) > _COLUMNS:
        return (*rows, (("registered_at", _REGISTRATION[0]), ("late_reason", _COLUMNS - _REGISTRATION[0])))
    room = _COLUMNS - taken - _REGISTRATION[0]
    return (*before, (*last, ("registered_at", _REGISTRATION[0]), ("late_reason", room)))


def _filled(row: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """The last field of a row of long ones takes what the others leave; short ones keep their size."""
    field, span = row[-1]
    left = _COLUMNS - sum(width for _, width in row)
    grown = span + left if span >= 5 else span
    return (*row[:-1], (field, grown))
