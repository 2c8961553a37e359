"""Entering a case late (补录), which asks for a reason."""

from datetime import datetime, timedelta

from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem

LATE_AFTER = timedelta(days=1)
"""A case entered more than this many days after the day of its report is a late registration (补录)."""


def is_late(reported_at: datetime, now: datetime) -> bool:
    """Whether registering now would be late (补录): the day after the report is still in time."""
    return day_of(now) - day_of(reported_at) > LATE_AFTER


def problems_of_late(reported_at: datetime | None, reason: str, now: datetime, report: str) -> tuple[Problem, ...]:
    """A late registration says why; `report` is the word for what it comes late after (上报, 信访, 排查, 检查)."""
    if reported_at is None or not is_late(reported_at, now) or reason.strip():
        return ()
    return (Problem("late_reason", "required", f"登记晚于{report}次日，属补录，请填写补录原因。"),)


def kept_late_reason(reported_at: datetime, reason: str, now: datetime) -> str | None:
    """The reason (补录原因) that is kept: none of what is not late."""
    return reason.strip() or None if is_late(reported_at, now) else None
