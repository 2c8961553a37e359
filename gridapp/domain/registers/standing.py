"""Registers of what stands (在册名录): entered on one day, taken off the list on another, on file between them."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.case import Case
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Case):
    """An entry that stays on file until it is taken off (移出); then `removed_reason` says why.

    `reported_at` is when it was entered (列入时间), `removed_at` when it was taken off; both count on their days, so
    that what is on file at the end of a period is what was entered less what was taken off.
    """

    removed_at: datetime | None = None
    removed_reason: str | None = None


def status_of(entry: Case) -> Status:
    """Where an entry of a register stands: 在册 or 已移出; what is only put on record (流水) is 已登记."""
    if not isinstance(entry, Standing):
        return Status.RECORDED
    return Status.ON_FILE if entry.removed_at is None else Status.REMOVED
