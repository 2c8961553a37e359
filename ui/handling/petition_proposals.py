"""What a dialog of a petition's move starts with (信访办理预填): what is known already, what is usual."""

from collections.abc import Callable, Mapping
from datetime import datetime

from gridapp.cases.petition.effects import handling_limit
from gridapp.cases.petition.problems import may_ask_until, put_off_until
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import past
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, Petition, PetitionPurpose
from gridapp.domain.petition_words import FINALLY_ANSWERED, PERFORMED, UNASKED
from gridapp.domain.status import Status
from ui.handling.charge_proposals import CHARGE_PROPOSALS
from ui.handling.filled import Filled

_IN_WRITING = {"informed": "书面告知"}
_REVIEWED_BY = {"unit": "县人民政府"}
_FINALLY_REVIEWED_BY = {"unit": "市人民政府"}
_DISCIPLINE = "县纪委监委"
_SERVED = {
    Channel.VISIT: "直接送达",
    Channel.WEB: "网上送达",
    Channel.MAILBOX: "网上送达",
}
_BY_POST = "邮寄送达"


def of_petition(petition: Petition, move: Move, now: datetime, deadlines: Deadlines) -> Filled:
    """What stands in the fields of a move's dialog before anybody has written anything."""
    if move in CHARGE_PROPOSALS:
        return CHARGE_PROPOSALS[move](petition, now)
    return _FILLED[move](petition, now, deadlines) if move in _FILLED else {}


def _accept(petition: Petition, _: datetime, __: Deadlines) -> Filled:
    return {**_IN_WRITING, "unit": petition.unit, "handler": petition.handler}


def _assign(petition: Petition, now: datetime, deadlines: Deadlines) -> Filled:
    return {**_IN_WRITING, "until": handling_limit(petition, now, deadlines)}


def _transfer(petition: Petition, _: datetime, __: Deadlines) -> Filled:
    """An accusation goes to discipline inspection."""
    is_accusation = petition.purpose is PetitionPurpose.ACCUSATION
    return {**_IN_WRITING, "unit": _DISCIPLINE if is_accusation else ""}


def _extend(petition: Petition, _: datetime, deadlines: Deadlines) -> Filled:
    return {**_IN_WRITING, "until": put_off_until(petition, deadlines)}


def _issue(petition: Petition, _: datetime, __: Deadlines) -> Filled:
    fed_back = petition.last_step(Move.FEEDBACK) if petition.status is Status.FEEDBACK else None
    return {"unit": petition.unit, "result": fed_back.text if fed_back else None}


def _serve(petition: Petition, _: datetime, __: Deadlines) -> Filled:
    channels = [channel for channel in _SERVED if channel == petition.source]
    return {"service": _SERVED[channels[0]] if channels else _BY_POST}


def _conclude(petition: Petition, now: datetime, deadlines: Deadlines) -> Filled:
    """The condition that its course proves."""
    until = may_ask_until(petition, deadlines)
    if petition.status is Status.SETTLED:
        return {"ground": PERFORMED}
    if petition.status is Status.FINALLY_REVIEWED:
        return {"ground": FINALLY_ANSWERED}
    return {"ground": UNASKED if until is not None and past(now, until) else None}


def _talk(petition: Petition, _: datetime, __: Deadlines) -> Filled:
    places = [session.place for session in petition.sessions if session.place]
    names = (petition.petitioner, *(party.name for party in petition.parties))
    return {
        "place": places[-1] if places else None,
        "mediators": (petition.charge.leader,) if petition.charge else (),
        "present": "、".join(dict.fromkeys(filter(None, names))),
    }


_FILLED: Mapping[Move, Callable[[Petition, datetime, Deadlines], Filled]] = {
    Move.ACCEPT: _accept,
    Move.ASSIGN: _assign,
    Move.TRANSFER: _transfer,
    Move.GUIDE: lambda *_: _IN_WRITING,
    Move.REJECT: lambda *_: _IN_WRITING,
    Move.NO_LONGER_ACCEPT: lambda *_: _IN_WRITING,
    Move.EXTEND_HANDLING: _extend,
    Move.ISSUE_REPLY: _issue,
    Move.SERVE_REPLY: _serve,
    Move.ASK_REVIEW: lambda *_: _REVIEWED_BY,
    Move.DECIDE_REVIEW: lambda *_: {"service": _BY_POST},
    Move.ASK_FINAL_REVIEW: lambda *_: _FINALLY_REVIEWED_BY,
    Move.DECIDE_FINAL_REVIEW: lambda *_: {"service": _BY_POST},
    Move.CONCLUDE: _conclude,
    Move.TALK: _talk,
}
