"""What stands in the way of a move with a hazard although its table allows it (安全隐患的条件; domain.md §5.1)."""

from collections.abc import Mapping
from datetime import datetime

from gridapp.cases.procedure import Guard
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move, Need
from gridapp.domain.striking_off import why_not_struck_off


def needs_besides(hazard: Hazard, move: Move) -> tuple[Need, ...]:
    """What a move asks for in this hazard beside its table: a plan its securities, a major one who answers for it."""
    if move is Move.PUT_IN_PLAN and hazard.missing_securities:
        return (Need.SECURITIES,)
    return (Need.CHIEF,) if move is Move.PUT_IN_PLAN and not hazard.chief else ()


def why_major_stays(hazard: Hazard) -> str | None:
    """What a major hazard (重大隐患) still lacks before it may be struck off, in one sentence, or nothing."""
    if not hazard.major:
        return None
    if hazard.missing_securities:
        return f"重大隐患还没有落实{'、'.join(hazard.missing_securities)}，不能销号；请先落实整改保障。"
    if not hazard.chief:
        return "重大隐患还没有首席负责人，不能销号；请先指定首席负责人。"
    if hazard.last_step(Move.SUBMIT) is None:
        return "重大隐患应当同时上报部门（浙江省安全生产条例第二十七条），请先上报部门，再销号。"
    return None


def _strike_off(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    return why_not_struck_off(hazard, now) or why_major_stays(hazard)


def _on_the_spot(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    if hazard.major:
        return "重大隐患难以立即整改到位，不能作当场整改；请责令限期整改。"
    if hazard.closings:
        return "重开的隐患不能作当场整改，请整改后复查。"
    return None


def _plan(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    return None if hazard.major else "只有重大隐患列入治理计划；一般隐患请责令限期整改。"


def _list(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    if not hazard.major:
        return "只有重大隐患可以挂牌督办。"
    return f"已由{hazard.listed_by}挂牌督办，不必再挂。" if hazard.listed else None


def _delist(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    return None if hazard.listed else "没有挂牌督办，不需要摘牌。"


def _extend(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    return None if hazard.due_at else "没有整改期限，不需要延长。"


def mended_the_same_day(hazard: Hazard, at: datetime) -> bool:
    """Whether a moment lies on the day of the inspection, as mending on the spot (当场整改) must."""
    return day_of(at) == day_of(hazard.reported_at)


def _ordered(hazard: Hazard, now: datetime, _: Deadlines) -> str | None:
    if hazard.major and hazard.notice_number is None and not hazard.mended:
        return "重大隐患应当责令整改（浙江省安全生产条例第二十七条），请先责令限期整改。"
    return None


GUARDS: Mapping[Move, Guard[Hazard]] = {
    Move.MEND: _ordered,
    Move.RECHECK: _ordered,
    Move.STRIKE_OFF: _strike_off,
    Move.MEND_ON_THE_SPOT: _on_the_spot,
    Move.PUT_IN_PLAN: _plan,
    Move.LIST_PUBLICLY: _list,
    Move.DELIST: _delist,
    Move.EXTEND: _extend,
}
