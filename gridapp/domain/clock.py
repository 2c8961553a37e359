"""The time for handling (办理计时): when it ran, when it stood still, and under which limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import ENDING, STRIKING_OFF, Move
from gridapp.domain.status import RECTIFIED, RUNNING, Status


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the clock ran under one limit; `until` is nothing while it still runs."""

    start: datetime
    until: datetime | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Turn:
    """A moment at which the clock stopped or the limit changed; `due_at` held until then."""

    at: datetime
    due_at: datetime | None
    runs_on: bool


def stretches(case: Case) -> Iterator[Stretch]:
    """The stretches of a case, oldest first; it runs from the report until the handling is done."""
    started: datetime | None = case.reported_at
    for turn in sorted(_turns(case), key=lambda turn: turn.at):
        if started is not None:
            yield Stretch(started, turn.at, turn.due_at)
        started = turn.at if turn.runs_on else None
    if started is not None:
        yield Stretch(started, None, case.due_at)


def handled_at(case: Case) -> datetime | None:
    """When the clock of a case stopped that waits to be verified (核查), served (送达) or struck off; else nothing."""
    return list(stretches(case))[-1].until if case.status in _HANDED_IN else None


_HANDED_IN = RECTIFIED | {Status.FEEDBACK, Status.REPLIED}
_CLOSING = frozenset({Move.SELF_CLOSE, Move.CLOSE, *STRIKING_OFF, *ENDING})
_REOPENING = frozenset({Move.REFUTE, Move.REOPEN})


def _turns(case: Case) -> Iterator[_Turn]:
    """Every turn, those of one moment in the order in which they happened; a ledger's closings have no steps."""
    closed = {step.at for step in case.steps if step.move in _CLOSING}
    reopened = {step.at for step in case.steps if step.move in _REOPENING}
    for closing in case.closings:
        if closing.closed_at not in closed:
            yield _Turn(closing.closed_at, closing.due_at, runs_on=False)
        if closing.reopened_at is not None and closing.reopened_at not in reopened:
            yield _Turn(closing.reopened_at, None, runs_on=True)
    for step in case.steps:
        yield _Turn(step.at, step.due_at, runs_on=step.status in RUNNING)
    if isinstance(case, Hazard) and all(closing.closed_at in closed for closing in case.closings):
        yield from _told_recheck(case)


def _told_recheck(hazard: Hazard) -> Iterator[_Turn]:
    """A passed re-check that a ledger tells of what is still to be struck off; one on the course has its step."""
    rechecks = hazard.known_rechecks
    if rechecks and rechecks[0].passed and all(step.at > rechecks[0].at for step in hazard.steps):
        due_at = hazard.steps[0].due_at if hazard.steps else hazard.due_at
        yield _Turn(rechecks[0].at, due_at, runs_on=False)
