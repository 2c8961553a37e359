"""What has come of a hazard (隐患处理结果): re-checks, striking off, securities, listing, reports, enforcement."""

from collections.abc import Sequence

from gridapp.cases.hazard.guards import why_major_stays
from gridapp.domain.case import Closing
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import spoken
from gridapp.domain.move import Move
from gridapp.domain.recheck import Recheck
from gridapp.domain.security import SECURITIES
from gridapp.domain.step import Step
from gridapp.domain.striking_off import why_not_struck_off

Pair = tuple[str, str]

NONE = "—"
"""What stands where something has not come about yet."""


def striking_off_of(hazard: Hazard) -> Sequence[Pair]:
    """Whether it is struck off, else what it lacks; and the rounds that a reopening took back."""
    closed = hazard.closed
    told = [("销号", _closed(closed) if closed else NONE)]
    if closed is None:
        lacks = why_not_struck_off(hazard, hazard.last_moment) or why_major_stays(hazard)
        told += [("还缺", lacks)] if lacks else []
    earlier = [closing for closing in hazard.closings if closing.reopened_at is not None]
    return [*told, *((f"第 {n} 轮", _former(closing)) for n, closing in enumerate(earlier, 1))]


def rechecks_of(hazard: Hazard) -> Sequence[Pair]:
    """Every re-check, the newest last; that there is none is said too."""
    rechecks = hazard.known_rechecks
    if not rechecks:
        return [("复查", "还没有复查。")]
    return [(f"第 {n} 次", _recheck(recheck)) for n, recheck in enumerate(rechecks, 1)]


def securities_of(hazard: Hazard) -> Sequence[Pair]:
    """What is settled for a major hazard and what is missing; nothing of an ordinary one that has none."""
    if not hazard.major and not hazard.securities:
        return []
    settled = [(word, held.said if (held := hazard.secured(word)) else "还没有落实") for word in SECURITIES]
    return [*settled, ("首席负责人", hazard.chief or "还没有指定")]


def listing_of(hazard: Hazard) -> Sequence[Pair]:
    """The public supervision; nothing of a hazard that was never under it."""
    if hazard.listed_at is None:
        return []
    until = spoken(hazard.delisted_at) if hazard.delisted_at else NONE
    return [("挂牌机关", hazard.listed_by or ""), ("挂牌", spoken(hazard.listed_at)), ("摘牌", until)]


def reports_of(hazard: Hazard) -> Sequence[Pair]:
    """Every report to a department."""
    return [(f"第 {n} 次", _told(step)) for n, step in enumerate(_steps(hazard, Move.SUBMIT), 1)]


def enforcement_of(hazard: Hazard) -> Sequence[Pair]:
    """Every measure with the authority that decided it."""
    return [(step.grade or "措施", _told(step)) for step in _steps(hazard, Move.ENFORCE)]


def _steps(hazard: Hazard, move: Move) -> Sequence[Step]:
    return [step for step in hazard.steps if step.move is move]


def _told(step: Step) -> str:
    return "\n".join(filter(None, (f"{spoken(step.at)} {step.unit or ''}", step.text)))


def _recheck(recheck: Recheck) -> str:
    who = "、".join(recheck.inspectors)
    return "\n".join(filter(None, (f"{spoken(recheck.at)} {recheck.result.value}", who, recheck.record)))


def _closed(closing: Closing) -> str:
    said = f"{spoken(closing.closed_at)}，{'按期' if closing.in_time else '超期'}整改"
    return "\n".join(filter(None, (said, closing.result, closing.evidence and f"佐证：{closing.evidence}")))


def _former(closing: Closing) -> str:
    reopened = f"，{spoken(closing.reopened_at)} 重开：{closing.reopen_reason}" if closing.reopened_at else ""
    return f"{spoken(closing.closed_at)} 销号{reopened}"
