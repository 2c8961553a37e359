"""What a dialog of a leader's charge starts with (包案预填), the same for disputes and petitions."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from gridapp.cases.charge import Chargeable
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from ui.handling.filled import Filled

_GOES_ON = timedelta(days=30)


def _take(case: Chargeable, now: datetime) -> Filled:
    ahead = case.due_at if case.due_at is not None and case.due_at > now else end_of(day_of(now) + _GOES_ON)
    return {"chief": case.chief, "unit": case.unit, "handler": case.handler, "until": ahead}


def _extend(case: Chargeable, _: datetime) -> Filled:
    return {"until": case.charge_due_at + _GOES_ON if case.charge_due_at else None}


CHARGE_PROPOSALS: Mapping[Move, Callable[[Any, datetime], Filled]] = {
    Move.TAKE_CHARGE: _take,
    Move.EXTEND_CHARGE: _extend,
}
