"""Entering a case late (补录), which asks for a reason."""

from datetime import datetime, timedelta

from gridapp.domain.moment import day_of

LATE_AFTER = timedelta(days=1)
"""A case entered more than this many days after the day of its report is a late registration (补录)."""


def is_late(reported_at: datetime, now: datetime) -> bool:
    """Whether registering now would be late (补录): the day after the report is still in time."""
    return day_of(now) - day_of(reported_at) > LATE_AFTER
