"""The courses of cases (流转): which move is lawful in which state and where it leads, as data, one table a kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need
from gridapp.domain.status import OPEN, RUNNING, Status


@dataclass(frozen=True, slots=True)
class Passage:
    """A move's line in the table: from which states, to which (nothing: it stays), and what it asks for."""

    sources: frozenset[Status]
    target: Status | None
    needs: tuple[Need, ...] = ()


Course = Mapping[Move, Passage]


def _passage(*sources: Status, to: Status | None = None, needs: tuple[Need, ...] = ()) -> Passage:
    return Passage(frozenset(sources), to, needs)


_IN_HAND = RUNNING - {Status.REPORTED}

EVENT_COURSE: Course = {
    Move.ACCEPT: _passage(Status.REPORTED, to=Status.ACCEPTED),
    Move.REJECT: _passage(Status.REPORTED, Status.RETURNED, to=Status.INVALID, needs=(Need.REASON,)),
    Move.RETURN: _passage(Status.REPORTED, to=Status.RETURNED, needs=(Need.REASON,)),
    Move.RESEND: _passage(Status.RETURNED, to=Status.REPORTED, needs=(Need.OPINION,)),
    Move.RECONSIDER: _passage(Status.INVALID, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.SELF_CLOSE: _passage(Status.REPORTED, to=Status.SELF_CLOSED, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.CONFIRM: _passage(Status.SELF_CLOSED, to=Status.CLOSED, needs=(Need.OPINION,)),
    Move.REFUTE: _passage(Status.SELF_CLOSED, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.ASSIGN: _passage(
        Status.ACCEPTED, Status.UNIT_RETURNED, Status.REOPENED, to=Status.ASSIGNED, needs=(Need.UNIT,)
    ),
    Move.SIGN: _passage(Status.ASSIGNED, to=Status.PROCESSING),
    Move.RETURN_UNIT: _passage(Status.ASSIGNED, Status.PROCESSING, to=Status.UNIT_RETURNED, needs=(Need.REASON,)),
    Move.FEEDBACK: _passage(
        Status.PROCESSING, Status.REWORK, Status.ESCALATED, to=Status.FEEDBACK, needs=(Need.RESULT, Need.EVIDENCE)
    ),
    Move.VERIFY: _passage(Status.FEEDBACK, needs=(Need.OPINION,)),
    Move.REWORK: _passage(Status.FEEDBACK, to=Status.REWORK, needs=(Need.REASON,)),
    Move.CLOSE: _passage(
        Status.ACCEPTED, Status.FEEDBACK, Status.REOPENED, to=Status.CLOSED, needs=(Need.RESULT, Need.EVIDENCE)
    ),
    Move.EVALUATE: _passage(Status.CLOSED, to=Status.EVALUATED, needs=(Need.SATISFACTION,)),
    Move.ARCHIVE: _passage(Status.CLOSED, Status.EVALUATED, to=Status.ARCHIVED),
    Move.REOPEN: _passage(Status.CLOSED, to=Status.REOPENED, needs=(Need.REASON, Need.APPROVER)),
    Move.CONTINUE: _passage(Status.REOPENED, to=Status.PROCESSING),
    Move.ASK_EXTENSION: _passage(*_IN_HAND, needs=(Need.REASON, Need.DAYS)),
    Move.GRANT_EXTENSION: _passage(*_IN_HAND, needs=(Need.DAYS, Need.OPINION, Need.APPROVER)),
    Move.DENY_EXTENSION: _passage(*_IN_HAND, needs=(Need.OPINION, Need.APPROVER)),
    Move.ASK_SUSPENSION: _passage(Status.PROCESSING, needs=(Need.REASON, Need.UNTIL)),
    Move.GRANT_SUSPENSION: _passage(
        Status.PROCESSING, to=Status.SUSPENDED, needs=(Need.UNTIL, Need.OPINION, Need.APPROVER)
    ),
    Move.DENY_SUSPENSION: _passage(Status.PROCESSING, needs=(Need.OPINION, Need.APPROVER)),
    Move.RESUME: _passage(Status.SUSPENDED, to=Status.PROCESSING),
    Move.ASK_ESCALATION: _passage(Status.ACCEPTED, Status.PROCESSING, needs=(Need.REASON, Need.UNIT)),
    Move.GRANT_ESCALATION: _passage(
        Status.ACCEPTED, Status.PROCESSING, to=Status.ESCALATED, needs=(Need.UNIT, Need.OPINION, Need.APPROVER)
    ),
    Move.DENY_ESCALATION: _passage(Status.ACCEPTED, Status.PROCESSING, needs=(Need.OPINION, Need.APPROVER)),
    Move.COUNTY_RETURN: _passage(Status.ESCALATED, to=Status.PROCESSING, needs=(Need.REASON,)),
    Move.SUPERVISE: _passage(*OPEN, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: _passage(*OPEN, needs=(Need.REASON,)),
    Move.NAME_CHIEF: _passage(*OPEN, needs=(Need.CHIEF,)),
    Move.ON_SITE: _passage(*_IN_HAND, needs=(Need.PLACE, Need.TASKS)),
}
"""The course of a grid event (网格事件; domain.md §1.4)."""

PLAIN_COURSE: Course = {
    Move.ACCEPT: _passage(Status.REPORTED, to=Status.ACCEPTED),
    Move.CLOSE: _passage(Status.REPORTED, Status.ACCEPTED, Status.REOPENED, to=Status.CLOSED, needs=(Need.RESULT,)),
    Move.REOPEN: _passage(Status.CLOSED, to=Status.REOPENED, needs=(Need.REASON,)),
}
"""The short course of the other kinds: received, closed, reopened."""


def course_of(kind: Kind) -> Course:
    """The course on which cases of a kind run."""
    return EVENT_COURSE if kind is Kind.EVENT else PLAIN_COURSE


def lawful(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that the table allows in a state, in its order."""
    return tuple(move for move, passage in course_of(kind).items() if status in passage.sources)


def ways_on(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that lead on from a state to another."""
    course = course_of(kind)
    return tuple(move for move in lawful(kind, status) if course[move].target not in (None, status))
