"""A grid event as it is being entered (事件草稿), and everything that is wrong with it at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.person import is_phone
from gridapp.domain.problem import Problem
from gridapp.domain.quantity import Quantity
from gridapp.domain.vocabulary import vocabulary

LEVELS = ("一般", "较大", "重大", "特别重大")
"""The levels (级别) of an event, lowest first (domain.md §1.5)."""

SOURCES = ("网格上报", "巡查发现", "群众来电", "窗口受理", "热线转办", "微信", "上级交办", "走访")
"""Where events come from (来源); an office may write others."""


TAGS = ("加急", "重大", "群体性", "历史遗留")
"""Flags (标记) of an event that are no states (domain.md §1.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """What the form holds; empty text and nothing are the same.

    `late_reason` says why it is entered late (补录原因); `reason` why an event is changed that others have
    received already (更正原因).
    """

    town: str
    title: str = ""
    category: str | None = None
    village: str | None = None
    grid: str | None = None
    address: str = ""
    reporter: str = ""
    phone: str = ""
    people: int | None = None
    source: str = ""
    level: str = ""
    tags: tuple[str, ...] = ()
    occurred_at: datetime | None = None
    reported_at: datetime | None = None
    late_reason: str = ""
    due_at: datetime | None = None
    unit: str = ""
    handler: str = ""
    chief: str = ""
    note: str = ""
    reason: str = ""
    quantities: tuple[Quantity, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def check(draft: EventDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; nothing wrong means it can be saved."""
    return tuple(_problems(draft, areas, now))


def _problems(draft: EventDraft, areas: AreaTree, now: datetime) -> Iterator[Problem]:
    if not draft.title.strip():
        yield Problem("title", "required", "请填写标题。")
    yield from _category_problems(draft)
    yield from problems_of_place(areas, draft.town, draft.village, draft.grid, draft.reported_at, "上报")
    if draft.phone and not is_phone(draft.phone):
        yield Problem("phone", "phone", "联系电话应为 11 位手机号、固定电话或 6 位短号。")
    if draft.reported_at is None:
        yield Problem("reported_at", "required", "请填写上报时间。")
    elif draft.reported_at > now:
        yield Problem("reported_at", "future", "上报时间不能晚于现在。")
    else:
        yield from _moment_problems(draft, draft.reported_at)
    if draft.people is not None and draft.people < 1:
        yield Problem("people", "count", "涉及人数至少为 1。")
    if any(done.amount <= 0 or not done.unit.strip() for done in draft.quantities):
        yield Problem("quantities", "quantity", "数量应大于 0，并写明单位。")
    names = [file.name for file in draft.attachments]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _moment_problems(draft: EventDraft, reported_at: datetime) -> Iterator[Problem]:
    if draft.occurred_at is not None and draft.occurred_at > reported_at:
        yield Problem("occurred_at", "order", "发生时间不能晚于上报时间。")
    if draft.due_at is not None and draft.due_at < reported_at:
        yield Problem("due_at", "order", "办理时限不能早于上报时间。")


def _category_problems(draft: EventDraft) -> Iterator[Problem]:
    leaf = vocabulary().leaf(draft.category)
    if leaf is None:
        yield Problem("category", "required", "请选择事件类别。")
    elif leaf.note_required and not draft.note.strip():
        yield Problem("note", "required", "类别为“其他”时，请在备注中说明是什么事。")
