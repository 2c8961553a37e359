"""What is due in a petition (信访期限), each with its day, what is left, and its light in words.

The stricter rule is the office's own limit (内部期限), the law of the country stands beside it (法定期限).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridapp.cases.petition.problems import may_ask_until
from gridapp.domain.deadline import Deadlines, Light
from gridapp.domain.moment import day_of, past, spoken, spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.petition_limit import PetitionStage, legal_due
from gridapp.domain.status import ANSWERED, OPEN, RUNNING, Status
from ui.handling.due_line import DueLine, running, waiting
from ui.handling.state_words import LimitWords

_TO_DECIDE = frozenset({Status.REPORTED, Status.REOPENED})
_UNFILED = ANSWERED - {Status.REVIEWING, Status.FINALLY_REVIEWING}


def due_lines(petition: Petition, now: datetime, deadlines: Deadlines) -> Sequence[DueLine]:
    """Everything that is waited for, in the order of the course; nothing of a voided or merged petition."""
    return () if petition.excluded is not None else tuple(_lines(petition, now, deadlines))


def _lines(petition: Petition, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    yield from _deciding(petition, now, deadlines)
    yield from _handling(petition, now, deadlines)
    step_due_at = petition.step_due_at
    if petition.status is Status.REPLIED and step_due_at is not None:
        yield DueLine("送达期限", waiting(step_due_at, now, deadlines), Move.SERVE_REPLY)
    yield from _reviewing(petition, now, deadlines)
    if petition.status in _UNFILED and step_due_at is not None:
        yield DueLine("归档期限", waiting(step_due_at, now, deadlines), Move.ARCHIVE)
    if petition.charge is not None:
        yield DueLine("包案时限", waiting(petition.charge.due_at, now, deadlines), Move.END_CHARGE)
    if petition.in_backlog and petition.backlog_entered_at is not None:
        days = (day_of(now) - day_of(petition.backlog_entered_at)).days
        words = LimitWords(f"{spoken(petition.backlog_entered_at)} 列入，已 {days} 天", Light.RED)
        yield DueLine("信访积案", words, Move.RESOLVE_BACKLOG, "未化解")


def _deciding(petition: Petition, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    if petition.status not in _TO_DECIDE or petition.step_due_at is None:
        return
    yield DueLine("决定告知", waiting(petition.step_due_at, now, deadlines), Move.ACCEPT)
    since = petition.steps[-1].at if petition.status is Status.REOPENED else petition.reported_at
    legal = legal_due(PetitionStage.DECIDE, day_of(petition.reported_at), since, deadlines)
    if legal is not None:
        yield DueLine("法定告知", waiting(legal, now, deadlines))


def _handling(petition: Petition, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    """A written reply ends the handling; whether it was in time is said by the closing."""
    for name, due_at in (("内部期限", petition.due_at), ("法定期限", petition.legal_due_at)):
        if due_at is None:
            continue
        yield DueLine(name, _handled(petition, due_at) or _going_on(petition, due_at, now, deadlines))


def _handled(petition: Petition, due_at: datetime) -> LimitWords | None:
    closed = petition.closed
    if closed is None:
        return None
    late = past(closed.handled_at or closed.closed_at, due_at)
    return LimitWords(f"{spoken_limit(due_at)}，{'超期' if late else '按期'}办结", None)


def _going_on(petition: Petition, due_at: datetime, now: datetime, deadlines: Deadlines) -> LimitWords:
    if petition.status in OPEN - RUNNING:
        return LimitWords(f"{spoken_limit(due_at)}，{petition.status.label}", Light.GREY)
    return running(due_at, petition.accepted_at or petition.reported_at, now, deadlines)


def _reviewing(petition: Petition, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    final = petition.status in (Status.REVIEWED, Status.FINALLY_REVIEWING)
    asking = PetitionStage.ASK_FINAL_REVIEW if final else PetitionStage.ASK_REVIEW
    deciding, move = (
        (PetitionStage.FINAL_REVIEW, Move.DECIDE_FINAL_REVIEW) if final else (PetitionStage.REVIEW, Move.DECIDE_REVIEW)
    )
    until = may_ask_until(petition, deadlines)
    if until is not None:
        gone = past(now, until)
        words = LimitWords(f"{spoken_limit(until)}，已过，不能再申请", None)
        yield DueLine(asking.label, words if gone else waiting(until, now, deadlines))
    if petition.review_due_at is not None:
        yield DueLine(f"{deciding.label}期限", waiting(petition.review_due_at, now, deadlines), move)
