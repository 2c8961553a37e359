"""The usual next moves (常用办理) of a hazard as it stands, and the groups in which all of them lie."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import past
from gridapp.domain.move import Move
from gridapp.domain.status import Status

HAZARD_GROUPS: Mapping[str, Sequence[Move]] = {
    "责令整改": (Move.ORDER_MENDING, Move.MEND_ON_THE_SPOT, Move.EXTEND, Move.MEND),
    "复查销号": (Move.RECHECK, Move.STRIKE_OFF, Move.REOPEN),
    "上报执法": (Move.SUBMIT, Move.ENFORCE),
    "重大隐患": (Move.SECURE, Move.NAME_CHIEF, Move.PUT_IN_PLAN, Move.LIST_PUBLICLY, Move.DELIST),
}
"""Supervision and the like stand behind 更多."""

_USUAL: Mapping[Status, tuple[Move, ...]] = {
    Status.TO_RECTIFY: (Move.ORDER_MENDING, Move.MEND_ON_THE_SPOT),
    Status.RECTIFYING: (Move.MEND, Move.RECHECK),
    Status.TO_RECHECK: (Move.RECHECK,),
    Status.TO_STRIKE_OFF: (Move.STRIKE_OFF,),
    Status.UNRECTIFIED: (Move.SUBMIT, Move.RECHECK),
    Status.SUBMITTED: (Move.ENFORCE, Move.MEND, Move.RECHECK),
    Status.ENFORCED: (Move.MEND, Move.RECHECK),
    Status.PLANNED: (Move.MEND, Move.RECHECK),
    Status.STRUCK_OFF: (),
}


def next_of_hazard(hazard: Hazard, now: datetime) -> Sequence[Move]:
    """The usual next moves; what a major hazard still lacks before it may be struck off comes first."""
    return tuple(dict.fromkeys(_usual(hazard, now)))


def _usual(hazard: Hazard, now: datetime) -> Iterator[Move]:
    if hazard.major and hazard.status is Status.TO_STRIKE_OFF:
        if hazard.missing_securities:
            yield Move.SECURE
        if hazard.last_step(Move.SUBMIT) is None:
            yield Move.SUBMIT
    is_late = hazard.due_at is not None and past(now, hazard.due_at)
    if hazard.status is Status.RECTIFYING and is_late:
        yield Move.RECHECK
    yield from _USUAL.get(hazard.status, ())
