"""The usual next moves (常用办理) of an event as it stands, the likeliest first."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary

_OF_EVENT: Mapping[Status, tuple[Move, ...]] = {
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
    Status.REOPENED: (Move.ASSIGN, Move.CONTINUE, Move.CLOSE),
}
_REFERRED_FROM = frozenset({Status.ACCEPTED, Status.PROCESSING, Status.REOPENED})


def next_of_event(event: Event, _: datetime) -> Sequence[Move]:
    """The usual next moves of an event; one that is a dispute in truth can be referred."""
    leaf = vocabulary().leaf(event.category)
    is_dispute = leaf is not None and leaf.opens is Kind.DISPUTE and event.status in _REFERRED_FROM
    return (*_OF_EVENT.get(event.status, ()), *((Move.REFER,) if is_dispute else ()))
