"""What stands in the way of a move with a petition although its table allows it (信访的条件)."""

from collections.abc import Callable, Mapping
from typing import Any

from gridapp.cases.charge import CHARGE_GUARDS
from gridapp.cases.procedure import Guard
from gridapp.domain.moment import spoken
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_words import OVERRULED
from gridapp.domain.reply import ReplyStage
from gridapp.domain.status import Status


def needs_besides(petition: Petition, move: Move) -> tuple[Need, ...]:
    """A petition asks for nothing beside its table."""
    return ()


def _guard(why: Callable[[Petition], str | None]) -> Guard[Petition]:
    """A guard that asks neither the clock nor the calendar."""
    return lambda petition, now, deadlines: why(petition)


def _handle_here(petition: Petition) -> str | None:
    if petition.purpose is PetitionPurpose.ACCUSATION:
        return "检举控告应转送纪检监察等有权处理的机关，不在本级办理，也不得转给被反映的人或单位。"
    return None


def _answer_here(petition: Petition) -> str | None:
    """One in which an accusation was only recognised later can still be sent on before it is assigned."""
    return _handle_here(petition) if petition.status is Status.ACCEPTED else None


def _close(petition: Petition) -> str | None:
    if petition.purpose is None:
        return "还没有填写信访目的，请先在信访件里补填；申诉求决的，应出具处理意见书并送达。"
    if petition.purpose is PetitionPurpose.CLAIM:
        return "申诉求决的信访事项，应出具处理意见书，送达后即为办结。"
    return _answer_here(petition)


def _ask_review(petition: Petition) -> str | None:
    reply = petition.reply(ReplyStage.HANDLING)
    return None if reply is not None and reply.served_at else "没有送达的处理意见书，不能申请复查。"


def _archive(petition: Petition) -> str | None:
    if petition.charge is not None:
        return f"{petition.charge.leader}的包案还没有销案，不能归档。"
    return "还列在积案清单上，化解后才能归档。" if petition.in_backlog else None


def _settle(petition: Petition) -> str | None:
    return f"已于{spoken(petition.settled_at)}化解，不需要再次记录。" if petition.settled_at else None


def _conclude(petition: Petition) -> str | None:
    return f"已于{spoken(petition.concluded_at)}终结，不需要再次记录。" if petition.concluded_at else None


def _reopen(petition: Petition) -> str | None:
    if petition.concluded_at is not None:
        return f"已于{spoken(petition.concluded_at)}终结，不能重开；再次来访的请另行登记。"
    final = petition.reply(ReplyStage.FINAL_REVIEW)
    if petition.status is Status.FINALLY_REVIEWED and final is not None and final.verdict != OVERRULED:
        return "复核意见已经作出，不再受理，不能重开。"
    return None


def _enter_backlog(petition: Petition) -> str | None:
    if petition.in_backlog:
        return "已经列在积案清单上。"
    if petition.backlog_resolved_at is not None:
        return f"积案已于{spoken(petition.backlog_resolved_at)}化解；又来信访的，请另行登记后列入。"
    return None


def _resolve_backlog(petition: Petition) -> str | None:
    return None if petition.in_backlog else "没有列在积案清单上。"


GUARDS: Mapping[Move, Guard[Any]] = {
    **CHARGE_GUARDS,
    Move.ACCEPT: _guard(_handle_here),
    Move.ASSIGN: _guard(_handle_here),
    Move.ANSWER: _guard(_handle_here),
    Move.ISSUE_REPLY: _guard(_answer_here),
    Move.CLOSE: _guard(_close),
    Move.ASK_REVIEW: _guard(_ask_review),
    Move.SETTLE: _guard(_settle),
    Move.CONCLUDE: _guard(_conclude),
    Move.ARCHIVE: _guard(_archive),
    Move.REOPEN: _guard(_reopen),
    Move.ENTER_BACKLOG: _guard(_enter_backlog),
    Move.RESOLVE_BACKLOG: _guard(_resolve_backlog),
}
