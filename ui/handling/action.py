"""What can be done with a case on screen (办理操作): the moves of its course, and what befalls it as a whole."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from gridapp.cases.permission import why_not
from gridapp.domain.case import Case
from gridapp.domain.course import course_of, ways_on
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, Move
from gridapp.domain.status import Status


class Deed(StrEnum):
    """Something that is done with a case as a whole; the value is the office's own word."""

    MERGE = "并案"
    VOID = "作废"
    RESTORE = "恢复"
    SEPARATE = "拆案"


Action = Move | Deed

_BESIDES = frozenset({Move.ASSIST, Move.COPY})
"""They are said with the assignment, not by themselves."""

_NEXT: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (Move.ACCEPT, Move.RETURN, Move.REJECT, Move.SELF_CLOSE),
    Status.RETURNED: (Move.RESEND, Move.REJECT),
    Status.INVALID: (Move.RECONSIDER,),
    Status.SELF_CLOSED: (Move.CONFIRM, Move.REFUTE),
    Status.ACCEPTED: (Move.ASSIGN, Move.CLOSE),
    Status.ASSIGNED: (Move.SIGN, Move.RETURN_UNIT),
    Status.PROCESSING: (Move.FEEDBACK, Move.ASK_EXTENSION, Move.RETURN_UNIT),
    Status.UNIT_RETURNED: (Move.ASSIGN,),
    Status.SUSPENDED: (Move.RESUME,),
    Status.ESCALATED: (Move.FEEDBACK, Move.COUNTY_RETURN),
    Status.FEEDBACK: (Move.VERIFY, Move.CLOSE, Move.REWORK),
    Status.REWORK: (Move.FEEDBACK,),
    Status.CLOSED: (Move.EVALUATE, Move.ARCHIVE, Move.REOPEN),
    Status.EVALUATED: (Move.ARCHIVE,),
    Status.ARCHIVED: (),
    Status.REOPENED: (Move.ASSIGN, Move.CONTINUE, Move.CLOSE),
}
"""The usual next moves of an event in a state, the likeliest first."""


def actions_of(case: Case) -> Sequence[Action]:
    """Everything that can ever be done with a case of this kind, in the order of the office's work."""
    return (*(move for move in course_of(case.kind) if move not in _BESIDES), *Deed)


def next_actions(case: Case) -> Sequence[Action]:
    """The few usual next ones, an answer that is waited for before all others."""
    if case.excluded is not None:
        return (Deed.SEPARATE if case.excluded.merged_into else Deed.RESTORE,)
    awaited = ANSWERS[case.awaited] if case.awaited else ()
    return (*awaited, *(_NEXT[case.status] if case.kind is Kind.EVENT else ways_on(case.kind, case.status)))


def why_not_now(case: Case, action: Action, now: datetime, deadlines: Deadlines) -> str | None:
    """Why something cannot be done now, in one sentence, or nothing if it can."""
    if isinstance(action, Move):
        return why_not(case, action, now, deadlines)
    merged = case.excluded is not None and case.excluded.merged_into is not None
    if action is Deed.SEPARATE:
        return None if merged else f"{case.number} 没有并入其他案件，不需要拆案。"
    if action is Deed.RESTORE:
        voided = case.excluded is not None and not merged
        return None if voided else f"{case.number} 没有作废，不需要恢复。"
    if case.excluded is not None:
        return f"{case.number} 已经{'并案' if merged else '作废'}，不能再{action.value}。"
    return None
