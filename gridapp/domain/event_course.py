"""The course of a grid event (网格事件; domain.md §1.4), as data."""

from gridapp.domain.move import Move, Need
from gridapp.domain.passage import Course, passage
from gridapp.domain.status import OPEN, RUNNING, Status

_IN_HAND = RUNNING - {Status.REPORTED}

EVENT_COURSE: Course = {
    Move.ACCEPT: passage(Status.REPORTED, to=Status.ACCEPTED),
    Move.REJECT: passage(Status.REPORTED, Status.RETURNED, to=Status.INVALID, needs=(Need.REASON,)),
    Move.RETURN: passage(Status.REPORTED, to=Status.RETURNED, needs=(Need.REASON,)),
    Move.RESEND: passage(Status.RETURNED, to=Status.REPORTED, needs=(Need.OPINION,)),
    Move.RECONSIDER: passage(Status.INVALID, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.SELF_CLOSE: passage(Status.REPORTED, to=Status.SELF_CLOSED, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.CONFIRM: passage(Status.SELF_CLOSED, to=Status.CLOSED, needs=(Need.OPINION,)),
    Move.REFUTE: passage(Status.SELF_CLOSED, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.ASSIGN: passage(
        Status.ACCEPTED, Status.UNIT_RETURNED, Status.REOPENED, to=Status.ASSIGNED, needs=(Need.UNIT,)
    ),
    Move.SIGN: passage(Status.ASSIGNED, to=Status.PROCESSING),
    Move.RETURN_UNIT: passage(Status.ASSIGNED, Status.PROCESSING, to=Status.UNIT_RETURNED, needs=(Need.REASON,)),
    Move.FEEDBACK: passage(
        Status.PROCESSING, Status.REWORK, Status.ESCALATED, to=Status.FEEDBACK, needs=(Need.RESULT, Need.EVIDENCE)
    ),
    Move.VERIFY: passage(Status.FEEDBACK, needs=(Need.OPINION,)),
    Move.REWORK: passage(Status.FEEDBACK, to=Status.REWORK, needs=(Need.REASON,)),
    Move.CLOSE: passage(
        Status.ACCEPTED, Status.FEEDBACK, Status.REOPENED, to=Status.CLOSED, needs=(Need.RESULT, Need.EVIDENCE)
    ),
    Move.EVALUATE: passage(Status.CLOSED, to=Status.EVALUATED, needs=(Need.SATISFACTION,)),
    Move.ARCHIVE: passage(Status.CLOSED, Status.EVALUATED, to=Status.ARCHIVED),
    Move.REOPEN: passage(Status.CLOSED, to=Status.REOPENED, needs=(Need.REASON, Need.APPROVER)),
    Move.CONTINUE: passage(Status.REOPENED, to=Status.PROCESSING),
    Move.ASK_EXTENSION: passage(*_IN_HAND, needs=(Need.REASON, Need.DAYS)),
    Move.GRANT_EXTENSION: passage(*_IN_HAND, needs=(Need.DAYS, Need.OPINION, Need.APPROVER)),
    Move.DENY_EXTENSION: passage(*_IN_HAND, needs=(Need.OPINION, Need.APPROVER)),
    Move.ASK_SUSPENSION: passage(Status.PROCESSING, needs=(Need.REASON, Need.UNTIL)),
    Move.GRANT_SUSPENSION: passage(
        Status.PROCESSING, to=Status.SUSPENDED, needs=(Need.UNTIL, Need.OPINION, Need.APPROVER)
    ),
    Move.DENY_SUSPENSION: passage(Status.PROCESSING, needs=(Need.OPINION, Need.APPROVER)),
    Move.RESUME: passage(Status.SUSPENDED, to=Status.PROCESSING),
    Move.ASK_ESCALATION: passage(Status.ACCEPTED, Status.PROCESSING, needs=(Need.REASON, Need.UNIT)),
    Move.GRANT_ESCALATION: passage(
        Status.ACCEPTED, Status.PROCESSING, to=Status.ESCALATED, needs=(Need.UNIT, Need.OPINION, Need.APPROVER)
    ),
    Move.DENY_ESCALATION: passage(Status.ACCEPTED, Status.PROCESSING, needs=(Need.OPINION, Need.APPROVER)),
    Move.COUNTY_RETURN: passage(Status.ESCALATED, to=Status.PROCESSING, needs=(Need.REASON,)),
    Move.SUPERVISE: passage(*OPEN, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: passage(*OPEN, needs=(Need.REASON,)),
    Move.NAME_CHIEF: passage(*OPEN, needs=(Need.CHIEF,)),
    Move.ON_SITE: passage(*_IN_HAND, needs=(Need.PLACE, Need.TASKS)),
    Move.REFER: passage(
        Status.ACCEPTED,
        Status.ASSIGNED,
        Status.PROCESSING,
        Status.REWORK,
        Status.REOPENED,
        Status.FEEDBACK,
        to=Status.REFERRED,
        needs=(Need.REASON,),
    ),
    Move.REFERRAL_SETTLED: passage(Status.REFERRED, to=Status.FEEDBACK, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.REFERRAL_RETURNED: passage(Status.REFERRED, to=Status.PROCESSING, needs=(Need.REASON,)),
}
"""The course of a grid event (网格事件; domain.md §1.4)."""
