"""What is said beside a limit that is not filled in (办理时限提示): what the calendar will make of it."""

from datetime import datetime

from gridapp.domain.deadline import Deadlines, Stage
from gridapp.domain.moment import spoken_limit
from gridapp.domain.workdays import CalendarMissing


def limit_in_words(deadlines: Deadlines, category: str | None, level: str, start: datetime) -> str:
    """The limit that an event of a category and level gets when it is accepted, and when it would be over."""
    limit = deadlines.limits.limit(Stage.HANDLE, category, level or None)
    if limit is None:
        return "本类事件没有办理时限"
    try:
        due_at = deadlines.due(Stage.HANDLE, category, level or None, start)
    except CalendarMissing as missing:
        return f"{missing.year} 年的工作日历未维护，不计算时限"
    until = "" if due_at is None else f"，至 {spoken_limit(due_at)}"
    return f"受理后 {limit.label}{until}"
