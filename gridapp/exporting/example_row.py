"""The example that stands in an empty ledger (示例行): a whole case, invented, that an import passes over."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column, Ledger
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.exporting.column import Content
from gridapp.exporting.column_choices import choices_of

MARK = "示例"
"""With this the first cell of the row begins; an import passes such a row over."""

_BEGUN, _LIMIT, _ENDED = datetime(2018, 6, 11, 9, 30), date(2018, 6, 20), datetime(2018, 6, 15, 16, 0)
_SHIFT = timedelta(hours=2)
_BORN = date(1980, 1, 1)
_CITIZEN = "331121198001010018"
"""A number that nobody bears (domain.md §9.2)."""

_LEFT_EMPTY = frozenset(
    {
        *("removed_at", "removed_reason", "unheld_reason", "late_reason", "earlier_number", "reception"),
        *("backlog", "backlog_entered_at", "backlog_resolved_at", "settled_at", "concluded_at", "next_due_at"),
    }
)
"""What only some cases have."""


def example_of(ledger: Ledger, town: Area, areas: AreaTree) -> Mapping[str, Content]:
    """What the columns hold in the example, by their fields; nothing in those that are left empty."""
    told = {column.field: _told(ledger.kind, column, town, areas) for column in ledger.columns}
    return {field: content for field, content in told.items() if content is not None}


def _told(kind: Kind, column: Column, town: Area, areas: AreaTree) -> Content:
    if column.field in _LEFT_EMPTY or column.type == "case":
        return None
    if column.field == "number":
        return MARK
    if column.type in _BY_TYPE:
        return _BY_TYPE[column.type](column)
    if column.type == "platform":
        return vocabulary().opening(kind)[0].platform_name
    choices = choices_of(kind, column, town, areas)
    if choices is not None:
        return choices.words[0] if choices.words else None
    return f"{MARK}{column.heading}"


def _moment(column: Column) -> Content:
    if column.field == "occurred_at":
        return _BEGUN.date()
    if column.field == "reported_at":
        return _BEGUN
    return _BEGUN + _SHIFT if column.field == "until_at" else _ENDED


_BY_TYPE: Mapping[str, Callable[[Column], Content]] = {
    "moment": _moment,
    "limit": lambda _: _LIMIT,
    "day": lambda _: _BORN,
    "count": lambda _: 2,
    "quantity": lambda _: Decimal("1.5"),
    "phone": lambda _: "13800000000",
    "paper": lambda _: _CITIZEN,
    "words": lambda column: f"{MARK}甲、{MARK}乙",
}
