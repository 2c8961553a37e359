"""What can be wrong with the particulars of a move with a petition (办理意见的问题)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridapp.cases.charge import problems_of_charge
from gridapp.cases.order import Order
from gridapp.cases.petition.effects import handling_limit
from gridapp.domain.confidence import SHORTEST_NAME
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of, past, spoken_limit
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_limit import PetitionStage, longest_handling, petition_due
from gridapp.domain.petition_words import FINALLY_ANSWERED, PERFORMED, UNASKED, petition_words
from gridapp.domain.problem import Problem
from gridapp.domain.reply import ReplyStage
from gridapp.domain.satisfaction import satisfactions_of
from gridapp.domain.status import Status


def problems_of(petition: Petition, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """Every problem of an order that its table does not already tell."""
    yield from _unknown_words(petition, order)
    yield from problems_of_charge(petition, order)
    if order.move is Move.ASSIGN:
        yield from _problems_of_assignment(petition, order, deadlines, at)
    if order.move in _SENDING_ON and _is_accused(petition, order.unit.strip()):
        yield Problem(Need.UNIT.value, "accused", "检举控告不得转给被反映的人或单位，请转送其他有权处理的机关。")
    if order.move is Move.EXTEND_HANDLING:
        yield from _problems_of_extension(petition, order, deadlines)
    if order.move is Move.OBJECT:
        yield from _problems_of_objection(petition, deadlines, at)
    if order.move is Move.ASK_REVIEW:
        yield from _too_late(petition, ReplyStage.HANDLING, PetitionStage.ASK_REVIEW, deadlines, at)
    if order.move is Move.ASK_FINAL_REVIEW:
        yield from _too_late(petition, ReplyStage.REVIEW, PetitionStage.ASK_FINAL_REVIEW, deadlines, at)
    if order.move is Move.CONCLUDE:
        yield from _problems_of_conclusion(petition, order, deadlines, at)


_SENDING_ON = (Move.TRANSFER, Move.GUIDE)


def _is_accused(petition: Petition, unit: str) -> bool:
    """Whether a unit is the one accused, or the accused is known as one of its people (XF22 §30)."""
    is_accusation = petition.purpose is PetitionPurpose.ACCUSATION
    return is_accusation and len(unit) >= SHORTEST_NAME and unit in (petition.accused or "")


def _problems_of_assignment(petition: Petition, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """A limit that is not over yet is put off by an extension alone."""
    limit = handling_limit(petition, at, deadlines)
    if order.until is not None and limit is not None and at < limit < order.until:
        message = f"报告结果的期限不得晚于办理期限（{spoken_limit(limit)}），要更长的请延长办理期限。"
        yield Problem(Need.UNTIL.value, "longer", message)


def may_ask_until(petition: Petition, deadlines: Deadlines) -> datetime | None:
    """Until when the petitioner may ask for the next review (申请复查、复核); nothing where none is open to him."""
    stages = {
        Status.CLOSED: (ReplyStage.HANDLING, PetitionStage.ASK_REVIEW),
        Status.REVIEWED: (ReplyStage.REVIEW, PetitionStage.ASK_FINAL_REVIEW),
    }
    if petition.status not in stages:
        return None
    given, asking = stages[petition.status]
    reply = petition.reply(given)
    if reply is None or reply.served_at is None:
        return None
    return petition_due(asking, day_of(petition.reported_at), reply.served_at, deadlines)


def _unknown_words(petition: Petition, order: Order) -> Iterator[Problem]:
    words = petition_words()
    reviews = (Move.DECIDE_REVIEW, Move.DECIDE_FINAL_REVIEW)
    grounds = words.conclusions if order.move is Move.CONCLUDE else words.refusals
    lists: Sequence[tuple[Need, str, Sequence[str], str]] = (
        (Need.INFORMED, order.informed, words.informed, "告知方式"),
        (Need.VERDICT, order.verdict, words.review_verdicts if order.move in reviews else words.verdicts, "意见"),
        (Need.SERVICE, order.service, words.services, "送达方式"),
        (Need.GROUND, order.ground, grounds, "理由"),
        (Need.OFFICE_SATISFACTION, order.office_satisfaction, satisfactions_of(petition.kind), "对信访部门的满意度"),
    )
    for need, word, known, name in lists:
        if word and word not in known:
            yield Problem(need.value, "unknown", f"{name}只能是{'、'.join(known)}。")


def _problems_of_extension(petition: Petition, order: Order, deadlines: Deadlines) -> Iterator[Problem]:
    if order.until is None:
        return
    if petition.due_at is not None and order.until <= petition.due_at:
        yield Problem(Need.UNTIL.value, "order", f"新的期限应晚于现在的期限（{spoken_limit(petition.due_at)}）。")
    longest = put_off_until(petition, deadlines)
    if longest is not None and order.until > longest:
        yield Problem(Need.UNTIL.value, "longer", f"最多只能延长到 {spoken_limit(longest)}。")


def put_off_until(petition: Petition, deadlines: Deadlines) -> datetime | None:
    """The last moment to which its handling can be put off (延长); one that a ledger took up runs from its report."""
    begun = petition.accepted_at or petition.reported_at
    return longest_handling(day_of(petition.reported_at), begun, deadlines)


def _problems_of_objection(petition: Petition, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    assigned = petition.last_step(Move.ASSIGN)
    if assigned is None:
        return
    due_at = petition_due(PetitionStage.OBJECT, day_of(petition.reported_at), assigned.at, deadlines)
    if due_at is not None and past(at, due_at):
        yield Problem("at", "late", f"单位应在 {spoken_limit(due_at)} 前提出异议，现在不能退回，请与交办方协商。")


def _too_late(
    petition: Petition, given: ReplyStage, asking: PetitionStage, deadlines: Deadlines, at: datetime
) -> Iterator[Problem]:
    reply = petition.reply(given)
    if reply is None or reply.served_at is None:
        return
    due_at = petition_due(asking, day_of(petition.reported_at), reply.served_at, deadlines)
    if due_at is not None and past(at, due_at):
        yield Problem("at", "late", f"应在 {spoken_limit(due_at)} 前提出，已经超过{asking.label}的期限。")


def _problems_of_conclusion(petition: Petition, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """Each condition of ZJXF §25 must be true by the course."""
    if order.ground == PERFORMED and petition.status is not Status.SETTLED:
        yield Problem(Need.GROUND.value, "untrue", "协议已经履行的，请先记录化解。")
    if order.ground == FINALLY_ANSWERED and petition.status is not Status.FINALLY_REVIEWED:
        yield Problem(Need.GROUND.value, "untrue", "还没有送达的复核意见。")
    if order.ground == UNASKED:
        until = may_ask_until(petition, deadlines)
        if until is None:
            yield Problem(Need.GROUND.value, "untrue", "没有可以申请复查、复核的意见书。")
        elif not past(at, until):
            yield Problem(Need.GROUND.value, "untrue", f"信访人在 {spoken_limit(until)} 前仍可申请复查、复核。")
