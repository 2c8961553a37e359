"""What is due in a dispute (期限与约定), each with its day, what is left, and its light in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridapp.domain.deadline import Deadlines, Light
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Confirmation, CourtReception
from gridapp.domain.mediation_limit import MediationStage
from gridapp.domain.moment import day_of, past, spoken, spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.status import AGREED, MEDIATED, OPEN, Status
from ui.handling.due_line import DueLine, days_left, light_of, running, waiting
from ui.handling.state_words import LimitWords


def due_lines(dispute: Dispute, now: datetime, deadlines: Deadlines) -> Sequence[DueLine]:
    """Everything that is waited for, in the order of the course; nothing of a voided or merged dispute."""
    return () if dispute.excluded is not None else tuple(_lines(dispute, now, deadlines))


def _lines(dispute: Dispute, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    def until(due_at: datetime) -> LimitWords:
        return waiting(due_at, now, deadlines)

    begun = dispute.accepted_at or dispute.reported_at
    if dispute.to_report and dispute.status in OPEN:
        yield DueLine(
            "报告公安", LimitWords("激化风险高，应当立即报告公安机关", Light.RED), Move.REPORT_POLICE, "立即办"
        )
    if dispute.status is Status.REPORTED and dispute.step_due_at is not None:
        yield DueLine("受理期限", until(dispute.step_due_at), Move.ACCEPT)
    if dispute.due_at is not None:
        yield DueLine("调解期限", _limit(dispute) or running(dispute.due_at, begun, now, deadlines))
    yield from _sessions(dispute, now, deadlines)
    if dispute.status in AGREED and dispute.next_term_due_at is not None:
        yield DueLine("履行期限", until(dispute.next_term_due_at), Move.PERFORM)
    if dispute.revisit_due_at is not None:
        yield DueLine("回访期限", until(dispute.revisit_due_at), Move.REVISIT)
    if dispute.confirm_due_at is not None:
        stage, move = _court(dispute.confirmation)
        lapsed = stage is MediationStage.APPLY and past(now, dispute.confirm_due_at)
        gone = LimitWords(f"{spoken_limit(dispute.confirm_due_at)}，已过，不能再申请", None)
        yield DueLine(stage.label, gone) if lapsed else DueLine(stage.label, until(dispute.confirm_due_at), move)
    if dispute.status in MEDIATED and dispute.step_due_at is not None:
        yield DueLine("归档期限", until(dispute.step_due_at), Move.ARCHIVE)
    if dispute.charge is not None:
        yield DueLine("包案时限", until(dispute.charge.due_at), Move.END_CHARGE)


def _limit(dispute: Dispute) -> LimitWords | None:
    """The limit of one that is not mediated any more; nothing while it runs."""
    if dispute.closed is not None:
        said = "按期办结" if dispute.closed.in_time else "超期办结"
        return LimitWords(f"{spoken_limit(dispute.closed.due_at or dispute.closed.closed_at)}，{said}", None)
    return None if dispute.status in OPEN else LimitWords("不予受理，不计时", None)


def _sessions(dispute: Dispute, now: datetime, deadlines: Deadlines) -> Iterator[DueLine]:
    planned = [(s.planned_at, s.place or "") for s in dispute.sessions if s.awaited and s.planned_at is not None]
    for at, place in sorted(planned):
        where = f"{spoken(at)} {place}".strip()
        if past(now, at):
            yield DueLine("约定调解", LimitWords(f"{where}，已过", Light.RED), Move.MEDIATE, "待补记")
        elif day_of(at) == day_of(now):
            yield DueLine("约定调解", LimitWords(where, Light.YELLOW), Move.MEDIATE, "今天")
        else:
            # As in the lists: when it was planned does not count, only that no working day is left before it.
            light = light_of(at, now, now, deadlines)
            call = "将开" if light is Light.YELLOW else ""
            yield DueLine("约定调解", LimitWords(f"{where}，{days_left(at, now)}", light), Move.MEDIATE, call)


def _court(confirmation: Confirmation | None) -> tuple[MediationStage, Move]:
    if confirmation is None:
        return MediationStage.APPLY, Move.APPLY_CONFIRMATION
    if confirmation.reception is CourtReception.ACCEPTED:
        return MediationStage.RULE, Move.COURT_RULES
    return MediationStage.RECEIVE, Move.COURT_RECEIVES
