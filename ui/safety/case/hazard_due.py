"""What is due in a hazard (隐患期限), each with its day, what is left, and its light in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gridapp.domain.deadline import Deadlines, Light
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_limit import HazardStage
from gridapp.domain.moment import spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.status import RUNNING, Status
from ui.handling.due_line import DueLine, running, waiting
from ui.handling.state_words import LimitWords

_STEPS: Mapping[Status, tuple[HazardStage, Move]] = {
    Status.TO_RECTIFY: (HazardStage.ORDER, Move.ORDER_MENDING),
    Status.TO_RECHECK: (HazardStage.RECHECK, Move.RECHECK),
    Status.TO_STRIKE_OFF: (HazardStage.STRIKE_OFF, Move.STRIKE_OFF),
    Status.UNRECTIFIED: (HazardStage.SUBMIT, Move.SUBMIT),
}


def due_lines(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Sequence[DueLine]:
    """Everything that is waited for; nothing of a voided or merged hazard."""
    return () if hazard.excluded is not None else tuple(_lines(hazard, now, deadlines))


def _lines(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    if hazard.due_at is not None:
        yield DueLine("整改期限", _mending(hazard, hazard.due_at, now, deadlines), Move.MEND)
    step = _STEPS.get(hazard.status)
    if step is not None and hazard.step_due_at is not None:
        stage, move = step
        yield DueLine(f"{stage.label}期限", waiting(hazard.step_due_at, now, deadlines), move)


def _mending(hazard: Hazard, due_at: datetime, now: datetime, deadlines: Deadlines) -> LimitWords:
    closed = hazard.closed
    if closed is not None:
        return LimitWords(f"{spoken_limit(due_at)}，{'按期' if closed.in_time else '超期'}整改", None)
    if hazard.status not in RUNNING:
        return LimitWords(f"{spoken_limit(due_at)}，{hazard.status.label}", Light.GREY)
    return running(due_at, hazard.accepted_at or hazard.reported_at, now, deadlines)
