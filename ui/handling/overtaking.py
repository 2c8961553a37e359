"""Who saved a case while somebody else was at it (被他人抢先保存), in words."""

from collections.abc import Sequence

from gridapp.domain.moment import spoken
from gridapp.ports import HistoryEntry


def who_and_when(history: Sequence[HistoryEntry]) -> str:
    """Who saved last, from where, when, and what that was."""
    last = history[-1]
    place = f"（{last.workstation}）" if last.workstation else ""
    return f"{last.person}{place}在 {spoken(last.at)} 做了“{last.action}”"
