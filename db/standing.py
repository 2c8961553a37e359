"""Where the cases of an older office stand by today's rules (旧状态归位)."""

from dataclasses import replace

from gridapp.domain.case import Case
from gridapp.domain.dispute import ended
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status

UPGRADE = "升级"
"""The action under which history keeps what an upgrade changed."""


def standing_today(case: Case) -> Case:
    """A case where it stands today: a dispute that only was 已办结, where its outcome (调解结果) has brought it."""
    if case.kind is not Kind.DISPUTE or case.status is not Status.CLOSED or case.closed is None:
        return case
    return replace(case, status=ended(case.kind, case.closed.outcome))
