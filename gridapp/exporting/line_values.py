"""What a line of a list holds (列表行取值), typed: moments, days, numbers, and words as a ledger writes them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, get_type_hints

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.vocabulary import vocabulary
from gridapp.exporting.column import Content, Read
from gridapp.ports import CaseRow

_AREAS = frozenset({"town", "village", "grid"})
_CODES = frozenset({"number", "phone", "guardian_phone"})
_SAME_DAY, _DAY_BEFORE = timedelta(), timedelta(days=1)
_VOIDED = "已作废"
_OF_LINES = get_type_hints(CaseRow)
_WRITTEN = frozenset(name for name, hint in _OF_LINES.items() if hint in (str, str | None))
"""The fields of lines that hold words as they were written."""

APART = frozenset({Kind.EVENT, Kind.DISPUTE})
"""The kinds of which a line tells nothing but what stands in the line itself."""


def held(row: CaseRow, name: str) -> Any:
    """What a line has in a field, of all kinds or of its own; nothing where it has none, or is veiled."""
    return row.own[name] if name in row.own else getattr(row, name, None)


def is_code(name: str) -> bool:
    """Whether what stands in a field only looks like a number."""
    return name in _CODES or name.endswith("_number")


def typed_content(kind: Kind, name: str, areas: AreaTree) -> Read:
    """How a field of a kind's lines is written into a cell; areas, leaves and states by their names."""
    get = _getter(kind, name)
    if name in _AREAS:
        return lambda row: areas.name(get(row))
    if name == "status":
        return lambda row: _VOIDED if row.excluded else row.status.label
    if name == "category":
        return lambda row: _leaf(get(row))
    if name.endswith("due_at") or (kind is Kind.ENFORCEMENT and name == "until_at"):
        return lambda row: _limit(get(row))
    if kind in APART and name in _WRITTEN:
        return get
    return lambda row: content_of(get(row))


def _getter(kind: Kind, name: str) -> Callable[[CaseRow], Any]:
    """How a field of a kind's lines is found; of some kinds in the line itself, which is sooner done."""
    if kind in APART and name in _OF_LINES:
        return attrgetter(name)
    return lambda row: held(row, name)


def content_of(value: Any) -> Content:
    """A value of a record as a cell holds it; a moment without a time of day is a day, as on the screen."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    content: Content = value
    return content


def _moment(moment: datetime, whole_day: timedelta = _SAME_DAY) -> Content:
    """A moment as the clocks of the office show it, to the minute; at midnight the day alone, or one before it."""
    local = moment.astimezone(SHANGHAI).replace(tzinfo=None)
    if local.hour or local.minute:
        # Most moments have no seconds, and to look is sooner done than to take them away.
        return local.replace(second=0, microsecond=0) if local.second or local.microsecond else local
    is_midnight = not local.second and not local.microsecond
    return local.date() - whole_day if is_midnight else local.replace(second=0, microsecond=0)


def _limit(due_at: datetime | None) -> Content:
    """A limit that runs until 24:00 is written as its own day."""
    return None if due_at is None else _moment(due_at, _DAY_BEFORE)


def _leaf(code: str | None) -> str | None:
    leaf = vocabulary().leaf(code)
    return leaf.name if leaf else code
