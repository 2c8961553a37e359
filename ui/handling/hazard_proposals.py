"""What a dialog of a hazard's move starts with (隐患办理预填): what is known already, what is usual."""

from collections.abc import Callable, Mapping
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.cases.taken import with_feedback
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import Hazard
from gridapp.domain.hazard_limit import HazardStage, hazard_due
from gridapp.domain.move import Move
from ui.handling.filled import Filled


def of_hazard(hazard: Hazard, move: Move, now: datetime, deadlines: Deadlines) -> Filled:
    """What stands in the fields of a move's dialog before anybody has written anything."""
    return _FILLED[move](hazard, now, deadlines) if move in _FILLED else {}


def usual_limit(hazard: Hazard, since: datetime, deadlines: Deadlines) -> datetime | None:
    """The usual limit for mending a hazard, from a moment on."""
    stage = HazardStage.MEND_MAJOR if hazard.major else HazardStage.MEND
    return hazard_due(stage, since, deadlines)


def _order(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Filled:
    runs = hazard.due_at is not None and hazard.due_at > now
    return {
        "until": hazard.due_at if runs else usual_limit(hazard, now, deadlines),
        "plan": hazard.requirement,
        "handler": hazard.handler,
    }


def _recheck(hazard: Hazard, _: datetime, __: Deadlines) -> Filled:
    """The inspectors of the last re-check go again."""
    return {"inspectors": hazard.rechecks[-1].inspectors if hazard.rechecks else ()}


def _strike_off(hazard: Hazard, _: datetime, __: Deadlines) -> Filled:
    told = with_feedback(hazard, Order(move=Move.STRIKE_OFF))
    return {"result": told.result, "evidence": told.evidence}


def _later(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Filled:
    since = max(hazard.due_at, now) if hazard.due_at else now
    return {"until": usual_limit(hazard, since, deadlines)}


def _plan(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Filled:
    return {**_later(hazard, now, deadlines), "chief": hazard.chief}


def _submit(hazard: Hazard, _: datetime, __: Deadlines) -> Filled:
    told = "重大隐患，提请督促整改。" if hazard.major else "逾期未整改，提请依法处理。"
    submitted = hazard.last_step(Move.SUBMIT)
    return {"unit": submitted.unit if submitted else "", "reason": told}


def _enforce(hazard: Hazard, _: datetime, __: Deadlines) -> Filled:
    submitted = hazard.last_step(Move.SUBMIT)
    return {"unit": submitted.unit if submitted else ""}


def _reopen(hazard: Hazard, now: datetime, deadlines: Deadlines) -> Filled:
    return {"until": usual_limit(hazard, now, deadlines)}


_FILLED: Mapping[Move, Callable[[Hazard, datetime, Deadlines], Filled]] = {
    Move.ORDER_MENDING: _order,
    Move.RECHECK: _recheck,
    Move.STRIKE_OFF: _strike_off,
    Move.EXTEND: _later,
    Move.PUT_IN_PLAN: _plan,
    Move.SUBMIT: _submit,
    Move.ENFORCE: _enforce,
    Move.REOPEN: _reopen,
}
