"""What a dispute is about (纠纷情况), every filled field with its name, in the order of the register form."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gridapp.domain.area import AreaTree
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Confirmation
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.vocabulary import vocabulary

Pair = tuple[str, str]


def matter_of(dispute: Dispute, areas: AreaTree) -> Sequence[Pair]:
    """The filled fields of a dispute in words."""
    pairs = (*_what(dispute), *_where_and_when(dispute, areas), *_who(dispute), *_outcome(dispute))
    return [(name, words) for name, words in pairs if words]


def _what(dispute: Dispute) -> Iterator[tuple[str, str | None]]:
    leaf = vocabulary().leaf(dispute.category)
    yield "纠纷类别", leaf.name if leaf else dispute.category
    yield "简要情况", dispute.note
    yield "申请事项", dispute.demand
    yield "涉及人数", f"{dispute.people} 人" if dispute.people is not None else None
    yield "涉及金额", f"{_plain(dispute.amount)} 元" if dispute.amount is not None else None
    yield "级别", "，".join(filter(None, (dispute.level, dispute.scale)))
    yield "激化风险", dispute.risk.value if dispute.risk else None
    yield "项目名称", dispute.project
    yield "标记", "、".join(dispute.tags)


def _where_and_when(dispute: Dispute, areas: AreaTree) -> Iterator[tuple[str, str | None]]:
    place = (areas.name(dispute.village), areas.name(dispute.grid), dispute.address)
    yield "地点", " ".join(filter(None, place))
    yield "来源", "，".join(filter(None, (dispute.source, dispute.entrusted_by)))
    yield "发生时间", spoken(dispute.occurred_at) if dispute.occurred_at else None
    yield "排查时间", spoken(dispute.reported_at)
    yield "补录原因", dispute.late_reason
    yield "受理时间", spoken(dispute.accepted_at) if dispute.accepted_at else None


def _who(dispute: Dispute) -> Iterator[tuple[str, str | None]]:
    yield "调委会类型", dispute.committee
    yield "共同调解员", "、".join(dispute.co_mediators)
    yield "权利义务告知", f"{dispute.informed}告知" if dispute.informed else None
    yield "首问责任人", dispute.first_receiver
    yield "人民调解类型", dispute.mediation_type
    yield "综治月报类型", dispute.monthly_type
    yield "强基促稳栏目", dispute.campaign_column


def _outcome(dispute: Dispute) -> Iterator[tuple[str, str | None]]:
    closed = dispute.closed
    if closed is not None:
        yield "调解结果", "：".join(filter(None, (closed.outcome, closed.result)))
        if closed.number or closed.effective_at:
            since = f"{spoken(closed.effective_at)} 生效" if closed.effective_at else None
            form = f"{closed.form}协议" if closed.form else None
            yield "调解协议", "，".join(filter(None, (form, closed.number, since)))
    if dispute.revisited_at is not None:
        yield "回访", "，".join(filter(None, (spoken(dispute.revisited_at), dispute.satisfaction)))
    if dispute.confirmation is not None:
        yield "司法确认", _confirmation(dispute.confirmation)
    for charge in dispute.charges:
        ended = f"，{spoken(charge.ended_at)} 销案：{charge.result}" if charge.ended_at else ""
        told = f"{charge.leader}包案，{charge.unit} {charge.person}，{spoken_limit(charge.due_at)} 前化解"
        yield "领导包案", f"{told}；{charge.plan}{ended}"
    for prevention in dispute.preventions:
        yield "防止激化", f"防止{prevention.harm.value}，涉及 {prevention.people} 人"


def _confirmation(confirmation: Confirmation) -> str:
    parts = [f"{spoken(confirmation.applied_at)} 向{confirmation.court}申请"]
    if confirmation.reception is not None and confirmation.received_at is not None:
        parts.append(f"{spoken(confirmation.received_at)} {confirmation.reception.value}")
    if confirmation.ruling is not None and confirmation.ruled_at is not None:
        parts.append(
            f"{spoken(confirmation.ruled_at)} {confirmation.ruling.value} {confirmation.document or ''}".strip()
        )
    return "，".join(parts)


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():,f}"
