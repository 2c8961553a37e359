"""The course of a petition (信访件; domain.md §4.1, 4.2), as data."""

from gridapp.domain.move import Move, Need
from gridapp.domain.passage import Course, passage
from gridapp.domain.status import ANSWERED, Status

_TO_DECIDE = (Status.REPORTED, Status.REOPENED)
_IN_HAND = (Status.ACCEPTED, Status.PROCESSING)
_UNANSWERED = (*_TO_DECIDE, *_IN_HAND, Status.FEEDBACK, Status.REPLIED)
_ANSWERED = tuple(sorted(ANSWERED))
_SPOKEN_UPON = tuple(sorted(ANSWERED - {Status.REVIEWING, Status.FINALLY_REVIEWING}))
_ON_FILE = (*_UNANSWERED, *_ANSWERED)

PETITION_COURSE: Course = {
    Move.ACCEPT: passage(*_TO_DECIDE, to=Status.ACCEPTED, needs=(Need.UNIT, Need.HANDLER, Need.INFORMED)),
    Move.ANSWER: passage(*_TO_DECIDE, to=Status.CLOSED, needs=(Need.RESULT,)),
    Move.ASSIGN: passage(
        *_TO_DECIDE, Status.ACCEPTED, to=Status.PROCESSING, needs=(Need.UNIT, Need.UNTIL, Need.INFORMED)
    ),
    Move.TRANSFER: passage(
        *_TO_DECIDE, Status.ACCEPTED, to=Status.TRANSFERRED, needs=(Need.UNIT, Need.REASON, Need.INFORMED)
    ),
    Move.GUIDE: passage(*_TO_DECIDE, to=Status.TRANSFERRED, needs=(Need.UNIT, Need.REASON, Need.INFORMED)),
    Move.REJECT: passage(*_TO_DECIDE, to=Status.CLOSED, needs=(Need.REASON, Need.INFORMED)),
    Move.NO_LONGER_ACCEPT: passage(*_TO_DECIDE, to=Status.CLOSED, needs=(Need.GROUND, Need.INFORMED)),
    Move.OBJECT: passage(Status.PROCESSING, to=Status.REPORTED, needs=(Need.REASON,)),
    Move.FEEDBACK: passage(Status.PROCESSING, to=Status.FEEDBACK, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.REWORK: passage(Status.FEEDBACK, to=Status.PROCESSING, needs=(Need.REASON,)),
    Move.ISSUE_REPLY: passage(Status.ACCEPTED, Status.FEEDBACK, to=Status.REPLIED, needs=(Need.VERDICT, Need.RESULT)),
    Move.SERVE_REPLY: passage(Status.REPLIED, to=Status.CLOSED, needs=(Need.SERVICE,)),
    Move.CLOSE: passage(Status.ACCEPTED, Status.FEEDBACK, to=Status.CLOSED, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.ASK_REVIEW: passage(Status.CLOSED, to=Status.REVIEWING, needs=(Need.UNIT, Need.REASON)),
    Move.DECIDE_REVIEW: passage(Status.REVIEWING, to=Status.REVIEWED, needs=(Need.VERDICT, Need.RESULT, Need.SERVICE)),
    Move.ASK_FINAL_REVIEW: passage(Status.REVIEWED, to=Status.FINALLY_REVIEWING, needs=(Need.UNIT, Need.REASON)),
    Move.DECIDE_FINAL_REVIEW: passage(
        Status.FINALLY_REVIEWING, to=Status.FINALLY_REVIEWED, needs=(Need.VERDICT, Need.RESULT, Need.SERVICE)
    ),
    Move.EVALUATE: passage(*_ANSWERED, needs=(Need.SATISFACTION, Need.OFFICE_SATISFACTION)),
    Move.SETTLE: passage(
        *sorted(ANSWERED - {Status.SETTLED, Status.REVIEWING, Status.FINALLY_REVIEWING}),
        to=Status.SETTLED,
        needs=(Need.RESULT, Need.EVIDENCE),
    ),
    Move.CONCLUDE: passage(
        Status.CLOSED,
        Status.REVIEWED,
        Status.FINALLY_REVIEWED,
        Status.SETTLED,
        to=Status.CONCLUDED,
        needs=(Need.GROUND,),
    ),
    Move.ARCHIVE: passage(*_SPOKEN_UPON, to=Status.ARCHIVED),
    Move.REOPEN: passage(*_SPOKEN_UPON, to=Status.REOPENED, needs=(Need.REASON, Need.APPROVER)),
    Move.EXTEND_HANDLING: passage(*_IN_HAND, needs=(Need.UNTIL, Need.REASON, Need.APPROVER, Need.INFORMED)),
    Move.URGE: passage(*_IN_HAND, needs=(Need.OPINION,)),
    Move.INSTRUCT: passage(*_ON_FILE, needs=(Need.CHIEF, Need.OPINION)),
    Move.ENTER_BACKLOG: passage(*_ON_FILE, needs=(Need.REASON, Need.APPROVER)),
    Move.RESOLVE_BACKLOG: passage(*_ON_FILE, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.TAKE_CHARGE: passage(
        *_ON_FILE, needs=(Need.CHIEF, Need.UNIT, Need.HANDLER, Need.PLAN, Need.UNTIL, Need.APPROVER)
    ),
    Move.TALK: passage(*_ON_FILE, needs=(Need.PLACE, Need.PRESENT, Need.RECORD)),
    Move.EXTEND_CHARGE: passage(*_ON_FILE, needs=(Need.UNTIL, Need.REASON, Need.APPROVER)),
    Move.END_CHARGE: passage(*_ON_FILE, needs=(Need.RESULT,)),
    Move.SUPERVISE: passage(*_UNANSWERED, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: passage(*_UNANSWERED, needs=(Need.REASON,)),
    Move.NAME_CHIEF: passage(*_UNANSWERED, needs=(Need.CHIEF,)),
}
"""What is decided after registration, the reply and its service, the two reviews, and three ends: 办结, 化解, 终结."""
