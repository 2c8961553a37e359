"""The usual next moves (常用办理) of a petition as it stands, and the groups in which all of them lie."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gridapp.domain.move import Move
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.reply import ReplyStage
from gridapp.domain.status import Status

PETITION_GROUPS: Mapping[str, Sequence[Move]] = {
    "处理方式": (
        Move.ACCEPT,
        Move.ANSWER,
        Move.ASSIGN,
        Move.TRANSFER,
        Move.GUIDE,
        Move.REJECT,
        Move.NO_LONGER_ACCEPT,
        Move.REFER,
    ),
    "办理": (Move.FEEDBACK, Move.REWORK, Move.OBJECT, Move.EXTEND_HANDLING, Move.URGE, Move.INSTRUCT),
    "答复送达": (Move.ISSUE_REPLY, Move.SERVE_REPLY, Move.EVALUATE),
    "复查复核": (Move.ASK_REVIEW, Move.DECIDE_REVIEW, Move.ASK_FINAL_REVIEW, Move.DECIDE_FINAL_REVIEW),
    "办结终结": (Move.CLOSE, Move.SETTLE, Move.CONCLUDE, Move.ARCHIVE, Move.REOPEN),
    "积案": (Move.ENTER_BACKLOG, Move.RESOLVE_BACKLOG),
    "包案": (Move.TAKE_CHARGE, Move.TALK, Move.EXTEND_CHARGE, Move.END_CHARGE),
}
"""Supervision and the like stand behind 更多."""

_USUAL: Mapping[Status, tuple[Move, ...]] = {
    Status.REPORTED: (Move.ACCEPT, Move.ANSWER, Move.ASSIGN, Move.TRANSFER),
    Status.REOPENED: (Move.ACCEPT, Move.ASSIGN, Move.TRANSFER),
    Status.ACCEPTED: (Move.ISSUE_REPLY, Move.CLOSE, Move.EXTEND_HANDLING),
    Status.PROCESSING: (Move.FEEDBACK, Move.OBJECT),
    Status.FEEDBACK: (Move.ISSUE_REPLY, Move.CLOSE, Move.REWORK),
    Status.REPLIED: (Move.SERVE_REPLY,),
    Status.CLOSED: (Move.ARCHIVE,),
    Status.TRANSFERRED: (Move.ARCHIVE,),
    Status.REVIEWING: (Move.DECIDE_REVIEW,),
    Status.REVIEWED: (Move.SETTLE, Move.ASK_FINAL_REVIEW),
    Status.FINALLY_REVIEWING: (Move.DECIDE_FINAL_REVIEW,),
    Status.FINALLY_REVIEWED: (Move.CONCLUDE, Move.SETTLE),
    Status.SETTLED: (Move.CONCLUDE, Move.ARCHIVE),
    Status.CONCLUDED: (Move.ARCHIVE,),
}


def next_of_petition(petition: Petition, _: datetime) -> Sequence[Move]:
    """The usual next moves of a petition; an accusation is sent on, one with a served reply asked about."""
    return tuple(dict.fromkeys(_usual(petition)))


def _usual(petition: Petition) -> Iterator[Move]:
    to_decide = petition.status in (Status.REPORTED, Status.REOPENED)
    if to_decide and petition.purpose is PetitionPurpose.ACCUSATION:
        yield Move.TRANSFER
    if petition.status is Status.CLOSED and _is_served(petition):
        yield from (Move.EVALUATE,) if petition.unit_satisfaction is None else ()
        yield from (Move.SETTLE, Move.ASK_REVIEW)
    yield from _USUAL.get(petition.status, ())


def _is_served(petition: Petition) -> bool:
    reply = petition.reply(ReplyStage.HANDLING)
    return reply is not None and reply.served_at is not None
