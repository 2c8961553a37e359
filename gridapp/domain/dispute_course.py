"""The course of a dispute (矛盾纠纷; domain.md §3.2), as data."""

from gridapp.domain.move import Move, Need
from gridapp.domain.passage import Course, passage
from gridapp.domain.status import AGREED, MEDIATED, Status

_BEING_MEDIATED = (Status.ACCEPTED, Status.MEDIATING, Status.REOPENED)
_UNENDED = (Status.REPORTED, *_BEING_MEDIATED)
_ON_FILE = (*_UNENDED, *sorted(MEDIATED))

DISPUTE_COURSE: Course = {
    Move.ACCEPT: passage(Status.REPORTED, to=Status.ACCEPTED, needs=(Need.UNIT, Need.HANDLER, Need.INFORMED)),
    Move.REJECT: passage(Status.REPORTED, to=Status.INVALID, needs=(Need.REASON,)),
    Move.RECONSIDER: passage(Status.INVALID, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.SCHEDULE: passage(*_BEING_MEDIATED, to=Status.MEDIATING, needs=(Need.MEET_AT, Need.PLACE)),
    Move.CANCEL_SESSION: passage(Status.MEDIATING, needs=(Need.REASON,)),
    Move.INQUIRE: passage(*_BEING_MEDIATED, needs=(Need.PLACE, Need.PRESENT, Need.RECORD)),
    Move.MEDIATE: passage(
        *_BEING_MEDIATED,
        to=Status.MEDIATING,
        needs=(Need.PLACE, Need.PRESENT, Need.RECORD, Need.SESSION_RESULT),
    ),
    Move.HAND_OVER: passage(*_BEING_MEDIATED, to=Status.ACCEPTED, needs=(Need.MODE, Need.UNIT, Need.REASON)),
    Move.EXTEND: passage(*_BEING_MEDIATED, needs=(Need.BOTH_ASK, Need.UNTIL, Need.REASON)),
    Move.AGREE: passage(*_BEING_MEDIATED, to=Status.AGREED, needs=(Need.FORM, Need.RESULT)),
    Move.FAIL: passage(*_BEING_MEDIATED, to=Status.TERMINATED, needs=(Need.GROUND, Need.RESULT)),
    Move.WITHDRAW: passage(*_UNENDED, to=Status.WITHDRAWN, needs=(Need.REASON,)),
    Move.TRANSFER: passage(*_UNENDED, to=Status.TRANSFERRED, needs=(Need.UNIT, Need.REASON)),
    Move.PERFORM: passage(
        Status.AGREED, Status.PERFORMING, Status.UNPERFORMED, to=Status.PERFORMED, needs=(Need.EVIDENCE,)
    ),
    Move.BREACH: passage(Status.AGREED, Status.PERFORMING, to=Status.UNPERFORMED, needs=(Need.REASON,)),
    Move.REVISIT: passage(*sorted(AGREED), needs=(Need.RECORD, Need.SATISFACTION)),
    Move.APPLY_CONFIRMATION: passage(*sorted(AGREED), needs=(Need.BOTH_ASK, Need.UNIT)),
    Move.COURT_RECEIVES: passage(*sorted(AGREED), needs=(Need.RECEPTION,)),
    Move.COURT_EXTENDS: passage(*sorted(AGREED)),
    Move.COURT_RULES: passage(*sorted(AGREED), needs=(Need.RULING,)),
    Move.ARCHIVE: passage(*sorted(MEDIATED - {Status.PERFORMING}), to=Status.ARCHIVED),
    Move.REOPEN: passage(*sorted(MEDIATED), to=Status.REOPENED, needs=(Need.REASON,)),
    Move.ASSESS_RISK: passage(*_UNENDED, needs=(Need.RISK,)),
    Move.REPORT_POLICE: passage(*_UNENDED, needs=(Need.UNIT, Need.RECORD)),
    Move.RECORD_PREVENTION: passage(*_ON_FILE, needs=(Need.HARM, Need.PEOPLE)),
    Move.TAKE_CHARGE: passage(*_UNENDED, needs=(Need.CHIEF, Need.UNIT, Need.HANDLER, Need.PLAN, Need.UNTIL)),
    Move.TALK: passage(*_ON_FILE, needs=(Need.PLACE, Need.PRESENT, Need.RECORD)),
    Move.EXTEND_CHARGE: passage(*_ON_FILE, needs=(Need.UNTIL, Need.REASON, Need.APPROVER)),
    Move.END_CHARGE: passage(*_ON_FILE, needs=(Need.RESULT,)),
    Move.SUPERVISE: passage(*_UNENDED, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: passage(*_UNENDED, needs=(Need.REASON,)),
    Move.NAME_CHIEF: passage(*_UNENDED, needs=(Need.CHIEF,)),
}
"""The course of a dispute (矛盾纠纷; domain.md §3.2).

An agreement whose terms are not all performed leads to 履行中, one performed on the spot to 履行完毕; performing
one of several terms stays in 履行中.
"""
