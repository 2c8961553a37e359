"""What has come of a petition (信访结果): three ends, written replies, satisfaction twice, backlog and charge."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.mediation import Purpose
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.reply import Reply

Pair = tuple[str, str]

NONE = "—"
"""What stands where something has not come about yet."""


def ends_of(petition: Petition) -> Sequence[Pair]:
    """办结, 化解 and 终结 of the present round, each with its own day, and the ends of earlier rounds."""
    closed = petition.closed
    told = [
        ("办结", _closed(closed) if closed else NONE),
        ("化解", _day(petition.settled_at)),
        ("终结", _day(petition.concluded_at)),
    ]
    earlier = [closing for closing in petition.closings if closing.reopened_at is not None]
    return [*told, *((f"第 {n} 轮", _former(closing)) for n, closing in enumerate(earlier, 1))]


def replies_of(petition: Petition) -> Sequence[Pair]:
    """Every written reply, asked for or given, the newest last."""
    return [(_stage(petition, reply), _reply(reply)) for reply in petition.replies]


def satisfaction_of(petition: Petition) -> Sequence[Pair]:
    """What the petitioner says of the unit and of the petition office."""
    unit, office = petition.unit_satisfaction, petition.office_satisfaction
    return [("对责任单位", unit or NONE), ("对信访部门", office or NONE)]


def backlog_of(petition: Petition) -> Sequence[Pair]:
    """Entry into the backlog list and exit from it; nothing of a petition that never stood there."""
    if petition.backlog_entered_at is None:
        return []
    return [("列入积案", spoken(petition.backlog_entered_at)), ("积案化解", _day(petition.backlog_resolved_at))]


def charges_of(petition: Petition) -> Sequence[Pair]:
    """Every leader's charge with its plan and end, and the talks."""
    return [pair for charge in petition.charges for pair in _charge(petition, charge)]


def _closed(closing: Closing) -> str:
    said = "，".join(filter(None, (spoken(closing.closed_at), "按期" if closing.in_time else "超期", closing.outcome)))
    return "\n".join(filter(None, (said, closing.result, closing.evidence and f"佐证：{closing.evidence}")))


def _former(closing: Closing) -> str:
    ends = [f"{spoken(closing.closed_at)} 办结"]
    ends += [f"{spoken(closing.settled_at)} 化解"] if closing.settled_at else []
    reopened = f"{spoken(closing.reopened_at)} 重开：{closing.reopen_reason}" if closing.reopened_at else ""
    return "，".join((*ends, reopened))


def _stage(petition: Petition, reply: Reply) -> str:
    return reply.stage.value if reply.round == petition.round else f"{reply.stage.value}（第 {reply.round} 轮）"


def _reply(reply: Reply) -> str:
    return "\n".join(_lines_of_reply(reply))


def _lines_of_reply(reply: Reply) -> Iterator[str]:
    if reply.asked_at is not None:
        yield f"{spoken(reply.asked_at)} 向{reply.organ or ''}申请"
    if reply.issued_at is None:
        yield f"应在 {spoken_limit(reply.due_at)} 前作出" if reply.due_at else "尚未作出"
        return
    yield " ".join(filter(None, (reply.number, reply.verdict)))
    organ = f"，{reply.organ}" if reply.organ and reply.asked_at is None else ""
    yield f"{spoken(reply.issued_at)} 作出{organ}"
    yield f"{spoken(reply.served_at)} {reply.service or '送达'}" if reply.served_at else "尚未送达"
    if reply.text:
        yield reply.text


def _charge(petition: Petition, charge: Charge) -> Iterator[Pair]:
    yield "包案领导", charge.leader
    yield "责任单位", f"{charge.unit} {charge.person}".strip()
    yield "受领时间", spoken(charge.taken_at)
    yield "化解时限", spoken_limit(charge.due_at)
    yield "化解方案", charge.plan
    talks = [s.held_at for s in petition.sessions if s.purpose is Purpose.TALK and _during(charge, s.held_at)]
    if talks:
        yield "约谈走访", f"{len(talks)} 次，最近 {spoken(max(at for at in talks if at))}"
    put_off = [step for step in petition.steps if step.move is Move.EXTEND_CHARGE and _during(charge, step.at)]
    if put_off:
        yield "包案延期", f"{len(put_off)} 次，最近 {spoken(put_off[-1].at)}"
    yield "销案", f"{spoken(charge.ended_at)} {charge.result or ''}".strip() if charge.ended_at else NONE


def _during(charge: Charge, at: datetime | None) -> bool:
    return at is not None and charge.taken_at <= at and (charge.ended_at is None or at <= charge.ended_at)


def _day(moment: datetime | None) -> str:
    return spoken(moment) if moment else NONE


OUTCOME: Sequence[tuple[str, Callable[[Petition], Sequence[Pair]]]] = (
    ("办结 · 化解 · 终结", ends_of),
    ("答复和复查复核", replies_of),
    ("满意度", satisfaction_of),
    ("信访积案", backlog_of),
    ("领导包案", charges_of),
)
"""The cards of the page's right side, each with its heading."""
