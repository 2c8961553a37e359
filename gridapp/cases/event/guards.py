"""What stands in the way of a move with an event although its table allows it (网格事件的条件)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gridapp.cases.procedure import Guard
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move, Need
from gridapp.domain.status import Status
from gridapp.domain.workdays import CalendarMissing

ARCHIVED_AFTER = timedelta(days=15)
"""How long a closed event waits for an evaluation or a reopening before it may be archived (domain.md §1.4)."""


def needs_besides(event: Event, move: Move) -> tuple[Need, ...]:
    """What a move asks for in this event beside its table: an opinion on what was not verified (核查)."""
    unseen = move is Move.CLOSE and event.status is Status.FEEDBACK and not _verified(event)
    return (Need.OPINION,) if unseen else ()


def _verified(event: Event) -> bool:
    last = event.last_step(Move.VERIFY, Move.FEEDBACK, Move.REFERRAL_SETTLED)
    return last is not None and last.move is Move.VERIFY


def _return_unit(event: Event, now: datetime, deadlines: Deadlines) -> str | None:
    returned = [step.unit for step in event.steps if step.move is Move.RETURN_UNIT]
    if event.unit in returned:
        return f"{event.unit}已经退回过一次，不能再退；有异议请由领导协调。"
    assigned = event.last_step(Move.ASSIGN)
    try:
        late = assigned and day_of(now) > deadlines.calendar.add_workdays(day_of(assigned.at), 1)
    except CalendarMissing:
        late = False
    return "交办已超过 1 个工作日，不能再退回。" if late else None


def _extend(event: Event, _: datetime, __: Deadlines) -> str | None:
    return None if event.due_at else "没有办理时限，不需要延期。"


def _archive(event: Event, now: datetime, _: Deadlines) -> str | None:
    closed = event.closed
    early = closed is not None and now < closed.closed_at + ARCHIVED_AFTER
    return f"办结满 {ARCHIVED_AFTER.days} 天后才能归档。" if early else None


def _by_the_dispute(_: Event, __: datetime, ___: Deadlines) -> str | None:
    return "转出的矛盾纠纷有了结果，事件自动继续，不用另外办理。"


GUARDS: Mapping[Move, Guard[Event]] = {
    Move.RETURN_UNIT: _return_unit,
    Move.ASK_EXTENSION: _extend,
    Move.ARCHIVE: _archive,
    Move.REFERRAL_SETTLED: _by_the_dispute,
    Move.REFERRAL_RETURNED: _by_the_dispute,
}
