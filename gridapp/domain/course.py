"""The courses of cases (流转): which move is lawful in which state and where it leads, as data, one table a kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need
from gridapp.domain.status import AGREED, MEDIATED, OPEN, RUNNING, Status


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
    Move.REFER: _passage(
        Status.ACCEPTED,
        Status.ASSIGNED,
        Status.PROCESSING,
        Status.REWORK,
        Status.REOPENED,
        Status.FEEDBACK,
        to=Status.REFERRED,
        needs=(Need.REASON,),
    ),
    Move.REFERRAL_SETTLED: _passage(Status.REFERRED, to=Status.FEEDBACK, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.REFERRAL_RETURNED: _passage(Status.REFERRED, to=Status.PROCESSING, needs=(Need.REASON,)),
}
"""The course of a grid event (网格事件; domain.md §1.4)."""

_BEING_MEDIATED = (Status.ACCEPTED, Status.MEDIATING, Status.REOPENED)
_UNENDED = (Status.REPORTED, *_BEING_MEDIATED)
_ON_FILE = (*_UNENDED, *sorted(MEDIATED))

DISPUTE_COURSE: Course = {
    Move.ACCEPT: _passage(Status.REPORTED, to=Status.ACCEPTED, needs=(Need.UNIT, Need.HANDLER, Need.INFORMED)),
    Move.REJECT: _passage(Status.REPORTED, to=Status.INVALID, needs=(Need.REASON,)),
    Move.RECONSIDER: _passage(Status.INVALID, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.SCHEDULE: _passage(*_BEING_MEDIATED, to=Status.MEDIATING, needs=(Need.MEET_AT, Need.PLACE)),
    Move.CANCEL_SESSION: _passage(Status.MEDIATING, needs=(Need.REASON,)),
    Move.INQUIRE: _passage(*_BEING_MEDIATED, needs=(Need.PLACE, Need.PRESENT, Need.RECORD)),
    Move.MEDIATE: _passage(
        *_BEING_MEDIATED,
        to=Status.MEDIATING,
        needs=(Need.PLACE, Need.PRESENT, Need.RECORD, Need.SESSION_RESULT),
    ),
    Move.HAND_OVER: _passage(*_BEING_MEDIATED, to=Status.ACCEPTED, needs=(Need.MODE, Need.UNIT, Need.REASON)),
    Move.EXTEND: _passage(*_BEING_MEDIATED, needs=(Need.BOTH_ASK, Need.UNTIL, Need.REASON)),
    Move.AGREE: _passage(*_BEING_MEDIATED, to=Status.AGREED, needs=(Need.FORM, Need.RESULT)),
    Move.FAIL: _passage(*_BEING_MEDIATED, to=Status.TERMINATED, needs=(Need.GROUND, Need.RESULT)),
    Move.WITHDRAW: _passage(*_UNENDED, to=Status.WITHDRAWN, needs=(Need.REASON,)),
    Move.TRANSFER: _passage(*_UNENDED, to=Status.TRANSFERRED, needs=(Need.UNIT, Need.REASON)),
    Move.PERFORM: _passage(
        Status.AGREED, Status.PERFORMING, Status.UNPERFORMED, to=Status.PERFORMED, needs=(Need.EVIDENCE,)
    ),
    Move.BREACH: _passage(Status.AGREED, Status.PERFORMING, to=Status.UNPERFORMED, needs=(Need.REASON,)),
    Move.REVISIT: _passage(*sorted(AGREED), needs=(Need.RECORD, Need.SATISFACTION)),
    Move.APPLY_CONFIRMATION: _passage(*sorted(AGREED), needs=(Need.BOTH_ASK, Need.UNIT)),
    Move.COURT_RECEIVES: _passage(*sorted(AGREED), needs=(Need.RECEPTION,)),
    Move.COURT_EXTENDS: _passage(*sorted(AGREED)),
    Move.COURT_RULES: _passage(*sorted(AGREED), needs=(Need.RULING,)),
    Move.ARCHIVE: _passage(*sorted(MEDIATED - {Status.PERFORMING}), to=Status.ARCHIVED),
    Move.REOPEN: _passage(*sorted(MEDIATED), to=Status.REOPENED, needs=(Need.REASON,)),
    Move.ASSESS_RISK: _passage(*_UNENDED, needs=(Need.RISK,)),
    Move.REPORT_POLICE: _passage(*_UNENDED, needs=(Need.UNIT, Need.RECORD)),
    Move.RECORD_PREVENTION: _passage(*_ON_FILE, needs=(Need.HARM, Need.PEOPLE)),
    Move.TAKE_CHARGE: _passage(*_UNENDED, needs=(Need.CHIEF, Need.UNIT, Need.HANDLER, Need.PLAN, Need.UNTIL)),
    Move.TALK: _passage(*_ON_FILE, needs=(Need.PLACE, Need.PRESENT, Need.RECORD)),
    Move.EXTEND_CHARGE: _passage(*_ON_FILE, needs=(Need.UNTIL, Need.REASON, Need.APPROVER)),
    Move.END_CHARGE: _passage(*_ON_FILE, needs=(Need.RESULT,)),
    Move.SUPERVISE: _passage(*_UNENDED, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: _passage(*_UNENDED, needs=(Need.REASON,)),
    Move.NAME_CHIEF: _passage(*_UNENDED, needs=(Need.CHIEF,)),
}
"""The course of a dispute (矛盾纠纷; domain.md §3.2).

An agreement whose terms are not all performed leads to 履行中, one performed on the spot to 履行完毕; performing
one of several terms stays in 履行中.
"""

PLAIN_COURSE: Course = {
    Move.ACCEPT: _passage(Status.REPORTED, to=Status.ACCEPTED),
    Move.CLOSE: _passage(Status.REPORTED, Status.ACCEPTED, Status.REOPENED, to=Status.CLOSED, needs=(Need.RESULT,)),
    Move.REOPEN: _passage(Status.CLOSED, to=Status.REOPENED, needs=(Need.REASON,)),
}
"""The short course of the other kinds: received, closed, reopened."""


def course_of(kind: Kind) -> Course:
    """The course on which cases of a kind run."""
    return _COURSES.get(kind, PLAIN_COURSE)


_COURSES: Mapping[Kind, Course] = {Kind.EVENT: EVENT_COURSE, Kind.DISPUTE: DISPUTE_COURSE}


def lawful(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that the table allows in a state, in its order."""
    return tuple(move for move, passage in course_of(kind).items() if status in passage.sources)


def ways_on(kind: Kind, status: Status) -> tuple[Move, ...]:
    """The moves that lead on from a state to another."""
    course = course_of(kind)
    return tuple(move for move in lawful(kind, status) if course[move].target not in (None, status))
