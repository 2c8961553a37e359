"""What the head of a dispute's page says (纠纷抬头)."""

from collections.abc import Iterator

from gridapp.domain.dispute import Dispute, Risk
from gridapp.domain.level import MAJOR
from ui.handling.head_words import HeadWords, Mark
from ui.theme import COLOURS


def _marks(dispute: Dispute) -> Iterator[Mark]:
    if dispute.risk is Risk.HIGH:
        told = "已报公安" if dispute.risk_reported_at else "未报公安"
        yield f"激化风险高（{told}）", COLOURS.bad
    if dispute.level in MAJOR:
        yield f"{dispute.level}纠纷", COLOURS.bad
    if dispute.difficult:
        yield "疑难", COLOURS.violet
    if dispute.charge is not None:
        yield f"{dispute.charge.leader}包案", COLOURS.violet


def _facts(dispute: Dispute) -> Iterator[tuple[str, str | None]]:
    yield "调解方式", dispute.mode
    yield "调解组织", dispute.unit
    yield "主持调解员", dispute.handler
    yield "首席负责人", dispute.chief if dispute.charge is None else None


DISPUTE_HEAD = HeadWords(marks=_marks, facts=_facts)
