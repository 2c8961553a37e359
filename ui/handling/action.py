"""What can be done with a case on screen (办理操作): the moves of its course, and what befalls it as a whole."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from gridapp.cases.permission import why_not
from gridapp.domain.case import Case
from gridapp.domain.course import course_of
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, Move
from gridapp.domain.status import OPEN
from ui.handling.next_moves import GROUPS, usual


class Deed(StrEnum):
    """Something that is done with a case as a whole; the value is the office's own word."""

    MERGE = "并案"
    VOID = "作废"
    RESTORE = "恢复"
    SEPARATE = "拆案"


Action = Move | Deed

_UNOFFERED = frozenset({Move.ASSIST, Move.COPY, Move.REFERRAL_SETTLED, Move.REFERRAL_RETURNED})
"""They are said with the assignment, or follow from the end of the dispute, not by themselves."""


def actions_of(case: Case) -> Sequence[Action]:
    """Everything that can ever be done with a case of this kind, in the order of the office's work."""
    moves = (move for move in course_of(case.kind) if move not in _UNOFFERED)
    return (*moves, *((Move.REFER,) if case.kind is Kind.PETITION else ()), *Deed)


def next_actions(case: Case, now: datetime) -> Sequence[Action]:
    """The few usual next ones, an answer that is waited for before all others."""
    if case.excluded is not None:
        return (Deed.SEPARATE if case.excluded.merged_into else Deed.RESTORE,)
    awaited = ANSWERS[case.awaited] if case.awaited else ()
    refer = (Move.REFER,) if case.kind is Kind.PETITION and case.status in OPEN else ()
    return (*awaited, *usual(case, now), *refer)


def groups_of(case: Case, now: datetime, deadlines: Deadlines) -> Sequence[tuple[str, Sequence[Action]]]:
    """What can be done now in the groups of its kind, each with its heading; nothing for a kind without groups.

    What is usual next is there even where it cannot be done yet, so that its reason can be read.
    """
    groups = GROUPS.get(case.kind, {}) if case.excluded is None else {}
    usual_ones = usual(case, now) if groups else ()
    found = [
        (name, [m for m in moves if m in usual_ones or why_not_now(case, m, now, deadlines) is None])
        for name, moves in groups.items()
    ]
    return [(name, moves) for name, moves in found if moves]


def why_not_now(case: Case, action: Action, now: datetime, deadlines: Deadlines) -> str | None:
    """Why something cannot be done now, in one sentence, or nothing if it can."""
    if action is Move.REFER and case.kind is Kind.PETITION:
        return _why_no_dispute(case)
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


def _why_no_dispute(case: Case) -> str | None:
    """A petition goes on beside the dispute that is opened from it."""
    if case.excluded is not None:
        return f"{case.number} 已经{'并案' if case.excluded.merged_into else '作废'}，不能转矛盾纠纷。"
    return None if case.status in OPEN else f"{case.number} {case.status.label}，不能转矛盾纠纷。"
