"""The time for handling (办理计时): when it ran, when it stood still, and under which limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.case import Case
from gridapp.domain.move import ENDING, Move
from gridapp.domain.status import RUNNING, Status


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
    """When the clock of a case stopped that waits for its verification (核查); nothing for another."""
    return list(stretches(case))[-1].until if case.status is Status.FEEDBACK else None


_CLOSING = frozenset({Move.SELF_CLOSE, Move.CLOSE, *ENDING})
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
