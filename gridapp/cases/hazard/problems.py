"""What can be wrong with the particulars of a move with a hazard (办理意见的问题)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.cases.hazard.guards import mended_the_same_day, why_major_stays
from gridapp.cases.order import Order
from gridapp.domain.authority import is_town, why_not_decided_by
from gridapp.domain.deadline import Deadlines
from gridapp.domain.enforcement import Measure
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import spoken_limit
from gridapp.domain.move import Move, Need
from gridapp.domain.place_type import place_type_named
from gridapp.domain.problem import Problem
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.security import MONEY, SECURITIES
from gridapp.domain.striking_off import why_not_struck_off

_TWO = 2
"""Officers who take part at least in a re-check before a stopped unit opens again (浙江省安全生产条例第二十五条)."""


def problems_of(hazard: Hazard, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """Every problem of an order that its table does not already tell."""
    if order.move in (Move.RECHECK, Move.MEND_ON_THE_SPOT):
        yield from _problems_of_inspectors(hazard, order)
    if order.move is Move.RECHECK:
        yield from _problems_of_recheck(hazard, order)
    if order.move is Move.STRIKE_OFF and (refusal := why_not_struck_off(hazard, at)):
        yield Problem("at", "recheck", refusal)
    if order.move is Move.MEND_ON_THE_SPOT and not mended_the_same_day(hazard, at):
        yield Problem("at", "order", "当场整改应在检查当天完成；之后整改的请反馈整改情况，再复查。")
    if order.move is Move.EXTEND and order.until and hazard.due_at and order.until <= hazard.due_at:
        yield Problem(Need.UNTIL.value, "order", f"新的整改期限应晚于原期限（{spoken_limit(hazard.due_at)}）。")
    if order.move is Move.ENFORCE:
        yield from _problems_of_enforcement(order, at)
    if order.move is Move.SUBMIT and is_town(order.unit):
        yield Problem(Need.UNIT.value, "authority", "应上报有权处理的部门，不能是乡镇自己。")
    if order.move is Move.LIST_PUBLICLY and is_town(order.unit):
        yield Problem(Need.UNIT.value, "authority", "挂牌督办由县级以上机关决定，请填写挂牌机关。")
    yield from _problems_of_securities(hazard, order)


def least_inspectors(hazard: Hazard) -> int:
    """How many inspectors a re-check needs: two for hazardous chemicals and for what was stopped, else one."""
    stopped = any(step.move is Move.ENFORCE and step.grade == Measure.STOPPED for step in hazard.steps)
    kind = place_type_named(hazard.place_type)
    return _TWO if stopped else kind.recheck_inspectors if kind else 1


def _problems_of_inspectors(hazard: Hazard, order: Order) -> Iterator[Problem]:
    names = [name.strip() for name in order.inspectors]
    if not names:
        return
    if not all(names) or len(set(names)) < len(names):
        yield Problem(Need.INSPECTORS.value, "twice", "复查人的姓名有空白或重复，请核对。")
    elif len(names) < least_inspectors(hazard):
        yield Problem(Need.INSPECTORS.value, "two", "危险化学品和停产停业整改的复查至少要有两名检查人。")


def _problems_of_recheck(hazard: Hazard, order: Order) -> Iterator[Problem]:
    if not order.recheck_result:
        return
    if order.recheck_result not in tuple(RecheckResult):
        yield Problem(Need.RECHECK_RESULT.value, "unknown", f"复查结果只能是{'、'.join(RecheckResult)}。")
    elif order.recheck_result != RecheckResult.PASSED:
        if order.strike_off:
            yield Problem("strike_off", "recheck", f"复查{order.recheck_result}的隐患不能销号。")
        return
    if order.until is not None:
        yield Problem(Need.UNTIL.value, "order", "复查合格的，不需要再定整改期限。")
    if not hazard.mended and not (order.evidence.strip() or order.attachments):
        yield Problem(Need.EVIDENCE.value, "required", "还没有整改反馈，复查合格请附上整改后的照片，或写明依据。")
    if order.strike_off and (refusal := why_major_stays(hazard)):
        yield Problem("strike_off", "major", refusal)


def _problems_of_enforcement(order: Order, at: datetime) -> Iterator[Problem]:
    if order.measure and order.measure not in tuple(Measure):
        yield Problem(Need.MEASURE.value, "unknown", f"措施只能是{'、'.join(Measure)}。")
    elif order.measure and (refusal := why_not_decided_by(order.measure, order.unit)):
        yield Problem(Need.UNIT.value, "authority", refusal)
    if order.measure == Measure.DETAINED and not order.party.strip():
        yield Problem("party", "required", "行政拘留请填写被拘留人。")
    if order.effective_at and order.until and order.until <= order.effective_at:
        yield Problem(Need.UNTIL.value, "order", "措施的截止日期应晚于开始日期。")


def _problems_of_securities(hazard: Hazard, order: Order) -> Iterator[Problem]:
    words = [security.word for security in order.securities]
    if any(word not in SECURITIES for word in words) or len(set(words)) < len(words):
        yield Problem(Need.SECURITIES.value, "unknown", f"整改保障只有{'、'.join(SECURITIES)}，每项写一次。")
    if any(not security.text.strip() for security in order.securities):
        yield Problem(Need.SECURITIES.value, "blank", "整改保障的内容不能空白。")
    if any(security.amount is not None and security.amount < 0 for security in order.securities):
        yield Problem(Need.SECURITIES.value, "range", "治理资金的金额不能小于零。")
    if any(security.amount is not None and security.word != MONEY for security in order.securities):
        yield Problem(Need.SECURITIES.value, "unknown", "只有资金一项可以填写金额。")
    missing = [word for word in hazard.missing_securities if word not in words]
    if order.move is Move.PUT_IN_PLAN and order.securities and missing:
        yield Problem(Need.SECURITIES.value, "missing", f"列入治理计划还缺{'、'.join(missing)}。")
