"""Leaders' charges within a period (包案情况): taken, struck off, in force at its end, and late then."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from gridapp.domain.moment import past, start_of
from gridapp.domain.period import Period
from gridapp.ports import ChargeLine


class Share(StrEnum):
    """Which charges are looked at; the value is the office's own word."""

    TAKEN = "本期新包"
    ENDED = "本期销案"
    IN_FORCE = "期末在包"
    LATE = "其中逾期"


def shares_of(lines: Sequence[ChargeLine], period: Period, now: datetime) -> Mapping[Share, Sequence[ChargeLine]]:
    """The charges of each share; where the period is not over yet its end is the present moment."""
    start, end = start_of(period.start), min(start_of(period.end), now)
    in_force = [line for line in lines if line.charge.taken_at < end and not _ended_by(line, end)]
    return {
        Share.TAKEN: [line for line in lines if start <= line.charge.taken_at < end],
        Share.ENDED: [line for line in lines if _ended_by(line, end) and not _ended_by(line, start)],
        Share.IN_FORCE: in_force,
        Share.LATE: [line for line in in_force if past(end, line.charge.due_at)],
    }


def _ended_by(line: ChargeLine, moment: datetime) -> bool:
    ended = line.charge.ended_at
    return ended is not None and ended < moment
