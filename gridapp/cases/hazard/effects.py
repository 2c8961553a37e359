"""What a move changes of a hazard (办理结果): its limit, re-checks, securities, and the striking off."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.effects import FILES
from gridapp.cases.order import Order
from gridapp.cases.procedure import Effect, Fields
from gridapp.domain.case import Closing
from gridapp.domain.clock import handled_at
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_limit import HazardStage, hazard_due
from gridapp.domain.move import Move
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.status import Status

_STAGES: Mapping[Status, HazardStage] = {
    Status.TO_RECTIFY: HazardStage.ORDER,
    Status.TO_RECHECK: HazardStage.RECHECK,
    Status.TO_STRIKE_OFF: HazardStage.STRIKE_OFF,
    Status.UNRECTIFIED: HazardStage.SUBMIT,
}


def step_limit(hazard: Hazard, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The limit of the present step of a hazard: to be ordered, re-checked, struck off, reported to a department."""
    stage = _STAGES.get(hazard.status)
    return hazard_due(stage, since, deadlines) if stage else None


def _order(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {
        "accepted_at": hazard.accepted_at or at,
        "due_at": order.until,
        "notice_number": order.number.strip() or None,
        "handler": order.handler.strip() or hazard.handler,
        "requirement": order.plan.strip() or hazard.requirement,
    }


def _recheck(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    result = RecheckResult(order.recheck_result)
    rechecked = _rechecked(hazard, order, at, result, order.record.strip())
    if result is not RecheckResult.PASSED:
        goes_on = (
            {"status": Status.RECTIFYING, "due_at": order.until} if order.until else {"status": Status.UNRECTIFIED}
        )
        return {**rechecked, **goes_on}
    if not order.strike_off:
        return {**rechecked, "status": Status.TO_STRIKE_OFF}
    return {**rechecked, **_struck_off(hazard, order, at), "status": Status.STRUCK_OFF}


def _strike_off(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return _struck_off(hazard, order, at)


def _mend_on_the_spot(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {
        **_rechecked(hazard, order, at, RecheckResult.PASSED, order.record.strip() or order.result.strip()),
        **_struck_off(hazard, order, at),
        "on_the_spot": True,
    }


def _rechecked(hazard: Hazard, order: Order, at: datetime, result: RecheckResult, record: str) -> dict[str, object]:
    recheck = Recheck(at=at, result=result, inspectors=order.inspectors, record=record or None)
    return {
        "rechecks": (*hazard.known_rechecks, recheck),
        "rechecked_at": at,
        "recheck_result": result,
    }


def _struck_off(hazard: Hazard, order: Order, at: datetime) -> dict[str, object]:
    """The closing, judged by when the mending was done (整改反馈)."""
    closing = Closing(
        closed_at=at,
        due_at=hazard.due_at,
        handled_at=handled_at(hazard),
        result=order.result.strip() or order.record.strip(),
        evidence=order.evidence.strip() or (FILES if order.attachments else None),
    )
    return {"closings": (*hazard.closings, closing)}


def _extend(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    """What was overdue is under way again; what another authority or a plan has in hand stays there."""
    status = Status.RECTIFYING if hazard.status is Status.UNRECTIFIED else hazard.status
    return {"due_at": order.until, "status": status}


def _secure(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"securities": (*hazard.securities, *(replace(security, at=at) for security in order.securities))}


def _plan(hazard: Hazard, order: Order, at: datetime, deadlines: Deadlines) -> Fields:
    return {**_secure(hazard, order, at, deadlines), "due_at": order.until}


def _submit(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"status": hazard.status if hazard.mended else Status.SUBMITTED}


def _list(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"listed_by": order.unit.strip(), "listed_at": at, "delisted_at": None}


def _delist(hazard: Hazard, order: Order, at: datetime, _: Deadlines) -> Fields:
    return {"delisted_at": at}


EFFECTS: Mapping[Move, Effect[Hazard]] = {
    Move.ORDER_MENDING: _order,
    Move.RECHECK: _recheck,
    Move.STRIKE_OFF: _strike_off,
    Move.MEND_ON_THE_SPOT: _mend_on_the_spot,
    Move.EXTEND: _extend,
    Move.SECURE: _secure,
    Move.PUT_IN_PLAN: _plan,
    Move.SUBMIT: _submit,
    Move.LIST_PUBLICLY: _list,
    Move.DELIST: _delist,
}
