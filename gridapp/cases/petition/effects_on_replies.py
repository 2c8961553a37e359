"""What a move changes of a petition's replies (处理意见、复查、复核): asked for, issued, served."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.case import Closing
from gridapp.domain.clock import handled_at
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.petition_limit import PetitionStage, petition_due
from gridapp.domain.reply import Reply, ReplyStage


def _issue(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    reply = Reply(
        stage=ReplyStage.HANDLING,
        round=petition.round,
        organ=order.unit.strip() or petition.unit,
        issued_at=at,
        verdict=order.verdict,
        text=order.result.strip(),
        number=order.number.strip() or None,
    )
    return {"replies": (*petition.replies, reply)}


def _serve(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
    """Served, the petition is 办结; whether in time is judged by the day of the reply."""
    reply = petition.reply(ReplyStage.HANDLING)
    if reply is None:
        return {}
    served = replace(reply, served_at=at, service=order.service)
    closing = Closing(
        closed_at=at,
        due_at=petition.due_at,
        handled_at=handled_at(petition),
        outcome=petition.disposition,
        result=f"{reply.verdict}：{reply.text}",
        evidence=order.evidence.strip() or reply.number,
        number=reply.number,
    )
    return {"replies": _with(petition, reply, served), "closings": (*petition.closings, closing)}


def _asking(stage: ReplyStage, limit: PetitionStage) -> Effect[Petition]:
    def effect(petition: Petition, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
        asked = Reply(
            stage=stage,
            round=petition.round,
            organ=order.unit.strip(),
            asked_at=at,
            due_at=petition_due(limit, day_of(petition.reported_at), at, deadlines),
        )
        return {"replies": (*petition.replies, asked)}

    return effect


def _deciding(stage: ReplyStage) -> Effect[Petition]:
    def effect(petition: Petition, order: Order, at: datetime, _: Deadlines) -> Fields:
        asked = petition.reply(stage)
        if asked is None:
            return {}
        decided = replace(
            asked,
            issued_at=at,
            verdict=order.verdict,
            text=order.result.strip(),
            number=order.number.strip() or None,
            served_at=at,
            service=order.service,
        )
        return {"replies": _with(petition, asked, decided)}

    return effect


def _with(petition: Petition, old: Reply, new: Reply) -> tuple[Reply, ...]:
    return tuple(new if reply is old else reply for reply in petition.replies)


REPLY_EFFECTS: Mapping[Move, Effect[Petition]] = {
    Move.ISSUE_REPLY: _issue,
    Move.SERVE_REPLY: _serve,
    Move.ASK_REVIEW: _asking(ReplyStage.REVIEW, PetitionStage.REVIEW),
    Move.DECIDE_REVIEW: _deciding(ReplyStage.REVIEW),
    Move.ASK_FINAL_REVIEW: _asking(ReplyStage.FINAL_REVIEW, PetitionStage.FINAL_REVIEW),
    Move.DECIDE_FINAL_REVIEW: _deciding(ReplyStage.FINAL_REVIEW),
}
