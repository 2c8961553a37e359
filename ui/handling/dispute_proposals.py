"""What a dialog of a dispute's move starts with (调解办理预填): what is known already, what is usual."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.mediation import SESSION_MINUTES
from gridapp.domain.mediation_limit import MediationStage, mediation_limits
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.party import Side
from ui.handling.charge_proposals import CHARGE_PROPOSALS
from ui.handling.dispute_options import due_session
from ui.handling.filled import Filled
from ui.handling.meeting_edit import first_proposal

_USUALLY_INFORMED = "口头"


def of_dispute(dispute: Dispute, move: Move, now: datetime, deadlines: Deadlines) -> Filled:
    """What stands in the fields of a move's dialog before anybody has written anything."""
    if move is Move.SCHEDULE:
        return {**_meeting(dispute), "meet_at": first_proposal(now, deadlines), "minutes": SESSION_MINUTES}
    return _FILLED[move](dispute, now) if move in _FILLED else {}


def _accept(dispute: Dispute, _: datetime) -> Filled:
    return {
        "unit": dispute.unit,
        "handler": dispute.handler,
        "mediators": dispute.co_mediators,
        "informed": dispute.informed or _USUALLY_INFORMED,
    }


def _meeting(dispute: Dispute, _: datetime | None = None) -> dict[str, Any]:
    places = [session.place for session in dispute.sessions if session.place]
    return {
        "place": places[-1] if places else dispute.address,
        "mediators": tuple(filter(None, (dispute.handler, *dispute.co_mediators))),
        "present": "、".join(party.name for party in dispute.parties if party.side is not Side.THIRD),
    }


def _mediate(dispute: Dispute, now: datetime) -> Filled:
    """The planned session that is due is the one that took place, at its hour if that has come."""
    number = due_session(dispute, day_of(now))
    filled = _meeting(dispute)
    if number is None:
        return filled
    planned = dispute.sessions[number - 1]
    at = planned.planned_at
    held = at is not None and dispute.last_moment <= at <= now
    filled |= {"session": number, "place": planned.place, "mediators": planned.mediators}
    return {**filled, "present": planned.present or filled["present"], **({"at": at} if held else {})}


def _cancel(dispute: Dispute, _: datetime) -> Filled:
    return {"session": dispute.awaited_session()}


def _extend(dispute: Dispute, _: datetime) -> Filled:
    longest = timedelta(days=mediation_limits()[MediationStage.EXTEND].amount)
    return {"until": dispute.due_at + longest if dispute.due_at else None}


def _court(dispute: Dispute, _: datetime) -> Filled:
    return {"unit": dispute.confirmations[-1].court if dispute.confirmations else ""}


_FILLED: Mapping[Move, Callable[[Dispute, datetime], Filled]] = {
    **CHARGE_PROPOSALS,
    Move.ACCEPT: _accept,
    Move.CANCEL_SESSION: _cancel,
    Move.INQUIRE: _meeting,
    Move.MEDIATE: _mediate,
    Move.EXTEND: _extend,
    Move.AGREE: lambda *_: {"form": AgreementForm.WRITTEN},
    Move.REVISIT: _meeting,
    Move.APPLY_CONFIRMATION: _court,
    Move.ASSESS_RISK: lambda dispute, _: {"risk": dispute.risk},
    Move.RECORD_PREVENTION: lambda dispute, _: {"people": dispute.people},
    Move.TALK: _meeting,
}
