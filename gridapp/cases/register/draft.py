"""An entry of a register as it is being entered (登记草稿), and everything that is wrong with it at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.cases.late import is_late
from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.person import is_phone
from gridapp.domain.problem import Problem
from gridapp.domain.registers.problems import problems_of_entry

_TOLD_AT_ONCE = frozenset({Kind.ACCIDENT, Kind.DRILL, Kind.PATROL, Kind.VISIT, Kind.WORKLOG})
"""The registers in which entering something days later is a late registration (补录)."""

_CHOSEN = frozenset({"village", "grid", "word", "case"})
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """What the form of a register holds; empty text and nothing are the same.

    `values` are what was entered by the names of the fields: for each column of `columns_of` (but the one of type
    `case`, which is `source_case`) a value of the field's own type, and `promises` of a reception day. `late_reason`
    says why it is entered late (补录原因), `reason` why what has been counted is changed (更正原因).
    """

    kind: Kind
    town: str
    values: Mapping[str, Any] = field(default_factory=dict)
    source_case: UUID | None = None
    attachments: tuple[Attachment, ...] = ()
    late_reason: str = ""
    reason: str = ""

    @property
    def entered(self) -> Mapping[str, Any]:
        """The values that say something, texts without blanks around them, with the case from which it comes."""
        plain = {name: value.strip() if isinstance(value, str) else value for name, value in self.values.items()}
        told = {name: value for name, value in plain.items() if value not in (None, "", ())}
        return told if self.source_case is None else {**told, "source_case": self.source_case}


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns that a form of a register shows, in order; its number is given by itself."""
    return tuple(column for column in ledger_of(kind).columns if column.field != "number")


def check(draft: EntryDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; nothing wrong means that it can be saved."""
    return tuple(_problems(draft, areas, now))


def problems_of_new(draft: EntryDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be entered now; a late one (补录) says why."""
    problems = check(draft, areas, now)
    started = draft.entered.get("reported_at")
    late = draft.kind in _TOLD_AT_ONCE and started is not None and is_late(started, now)
    if late and not draft.late_reason.strip():
        return (*problems, Problem("late_reason", "required", "登记晚于次日，属补录，请填写补录原因。"))
    return problems


def _problems(draft: EntryDraft, areas: AreaTree, now: datetime) -> Iterator[Problem]:
    entered, columns = draft.entered, columns_of(draft.kind)
    for column in columns:
        if column.field in entered:
            yield from _problems_of_value(column, entered[column.field])
        elif column.required:
            verb = "选择" if column.type in _CHOSEN else "填写"
            yield Problem(column.field, "required", f"请{verb}{column.heading}。")
    if "village" in entered:
        place = (entered["village"], entered.get("grid"))
        yield from problems_of_place(areas, draft.town, *place, entered.get("reported_at"), "登记")
    elif "grid" in entered:
        yield Problem("village", "required", "选了网格的，请选择所属村社。")
    yield from problems_of_entry(draft.kind, entered, {column.field: column.heading for column in columns}, now)
    names = [file.name for file in draft.attachments]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _problems_of_value(column: Column, value: Any) -> Iterator[Problem]:
    if column.type == "word" and value not in column.words:
        yield Problem(column.field, "word", f"{column.heading}应为{'、'.join(column.words)}之一。")
    elif column.type == "phone" and not is_phone(value):
        yield Problem(column.field, "phone", f"{column.heading}应为 11 位手机号、固定电话或 6 位短号。")
    elif column.type in ("count", "quantity") and value < 0:
        yield Problem(column.field, "number", f"{column.heading}不能小于 0。")
    elif isinstance(value, str) and len(value) > _LONGEST:
        yield Problem(column.field, "long", f"{column.heading}超过 {_LONGEST} 字，请精简。")
