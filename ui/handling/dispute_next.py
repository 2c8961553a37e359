"""The usual next moves (常用办理) of a dispute as it stands, the likeliest first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gridapp.cases.dispute.file import missing_from_file
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.mediation import CourtReception, Purpose, SessionResult
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status

_OF_DISPUTE: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (Move.ACCEPT, Move.REJECT, Move.TRANSFER),
    Status.INVALID: (Move.RECONSIDER,),
    Status.ACCEPTED: (Move.SCHEDULE, Move.MEDIATE, Move.AGREE, Move.FAIL),
    Status.REOPENED: (Move.SCHEDULE, Move.MEDIATE, Move.AGREE, Move.FAIL),
    Status.UNPERFORMED: (Move.PERFORM, Move.REOPEN),
    Status.PERFORMING: (Move.PERFORM, Move.BREACH),
    Status.TERMINATED: (Move.ARCHIVE, Move.REOPEN),
    Status.WITHDRAWN: (Move.ARCHIVE, Move.REOPEN),
    Status.TRANSFERRED: (Move.ARCHIVE, Move.REOPEN),
}


def next_of_dispute(dispute: Dispute, now: datetime) -> Sequence[Move]:
    """The usual next moves of a dispute; a danger that was not reported comes before all others."""
    return (*_urgent(dispute), *_usual(dispute, now))


def _urgent(dispute: Dispute) -> Iterator[Move]:
    if dispute.to_report and dispute.closed is None and dispute.status is not Status.INVALID:
        yield Move.REPORT_POLICE


def _usual(dispute: Dispute, now: datetime) -> Sequence[Move]:
    if dispute.status is Status.MEDIATING:
        return tuple(_while_mediating(dispute, now))
    if dispute.status in (Status.AGREED, Status.PERFORMED):
        return tuple(_after_agreeing(dispute))
    besides: tuple[Move, ...] = ()
    if dispute.status in (Status.PERFORMING, Status.UNPERFORMED):
        besides = (*((Move.REVISIT,) if dispute.revisited_at is None else ()), *_at_court(dispute))
    return (*_OF_DISPUTE.get(dispute.status, ()), *besides)


def _while_mediating(dispute: Dispute, now: datetime) -> Iterator[Move]:
    """Mediation comes first where it is due, an agreement where one was reached, the next appointment else."""
    meets_at = dispute.next_session_at
    held = dispute.held(Purpose.MEDIATION)
    first = Move.MEDIATE if meets_at is not None and day_of(meets_at) <= day_of(now) else None
    if first is None and held and held[-1].result == SessionResult.AGREED:
        first = Move.AGREE
    order = [Move.SCHEDULE, Move.MEDIATE, Move.AGREE, Move.FAIL]
    if meets_at is not None:
        order = [Move.MEDIATE, Move.AGREE, Move.CANCEL_SESSION, Move.FAIL]
    yield from ([first] if first else [])
    yield from (move for move in order if move is not first)
    yield Move.EXTEND


def _after_agreeing(dispute: Dispute) -> Iterator[Move]:
    """What the file lacks comes first; once nothing is missing it is filed."""
    complete = not missing_from_file(dispute)
    if complete:
        yield Move.ARCHIVE
    if dispute.status is Status.AGREED:
        yield Move.PERFORM
    if dispute.revisited_at is None:
        yield Move.REVISIT
    yield from _at_court(dispute)
    if not complete:
        yield Move.ARCHIVE


def _at_court(dispute: Dispute) -> Iterator[Move]:
    confirmation = dispute.confirmation
    if confirmation is None:
        written = dispute.closed is not None and dispute.closed.form == AgreementForm.WRITTEN
        if written and dispute.confirm_due_at is not None:
            yield Move.APPLY_CONFIRMATION
    elif confirmation.reception is None:
        yield Move.COURT_RECEIVES
    elif confirmation.reception is CourtReception.ACCEPTED and confirmation.pending:
        yield Move.COURT_RULES
