"""Synthetic hazards: mended on the spot or by a limit, re-checked once or twice, struck off, or still on the list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.move import Move
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.security import MONEY, SECURITIES, Security
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.sampling.story import sample_story

_PERSON = "模拟安全员"
_HOUR = timedelta(hours=1)
_LIMIT = timedelta(days=15)
_OPEN, _OPEN_WEIGHTS = (
    (Status.TO_RECTIFY, Status.RECTIFYING, Status.UNRECTIFIED, Status.SUBMITTED, Status.TO_RECHECK),
    (10, 50, 15, 10, 15),
)


def sample_hazard(rng: Random, shared: Mapping[str, Any], leaf: str, place_type: str) -> Hazard:
    """A hazard of a category at a place of a type, as it stands today."""
    reported = shared["reported_at"]
    hazard = Hazard(
        category=leaf,
        place_name=f"模拟场所{rng.randint(1, 500)}",
        place_type=place_type,
        counting_unit=CountingUnit.ITEM if rng.random() < 0.7 else CountingUnit.SPOT,
        spot="模拟部位",
        requirement="模拟整改要求",
        chief="模拟领导1",
        **{**shared, "level": "重大" if rng.random() < 0.01 else "一般", **sample_story(rng, reported, _LIMIT.days)},
    )
    if hazard.excluded is None and hazard.closed is not None and not hazard.major and rng.random() < 0.25:
        return _on_the_spot(hazard)
    return _struck_off(rng, hazard) if hazard.closings else _on_the_list(rng, hazard)


def _on_the_spot(hazard: Hazard) -> Hazard:
    at = hazard.reported_at + _HOUR / 2
    closing = replace(hazard.closings[0], closed_at=at, reopened_at=None, reopen_reason=None)
    passed = _recheck(at, RecheckResult.PASSED)
    return replace(_rechecked(hazard, [passed]), closings=(closing,), on_the_spot=True, status=Status.STRUCK_OFF)


def _struck_off(rng: Random, hazard: Hazard) -> Hazard:
    """A passed re-check before each striking off, now and then a failed one before that."""
    rechecks: list[Recheck] = []
    since = hazard.reported_at
    for closing in hazard.closings:
        if rng.random() < 0.1:
            rechecks.append(_recheck(since + (closing.closed_at - since) / 2, RecheckResult.FAILED))
        rechecks.append(_recheck(closing.closed_at, RecheckResult.PASSED))
        since = closing.reopened_at or closing.closed_at
    if hazard.major:
        hazard = replace(hazard, securities=_securities(hazard.reported_at))
    return replace(_rechecked(hazard, rechecks), status=Status.STRUCK_OFF)


def _on_the_list(rng: Random, hazard: Hazard) -> Hazard:
    at = hazard.reported_at + _LIMIT + timedelta(days=1)
    if hazard.major:
        planned = _step(hazard, Move.PUT_IN_PLAN, hazard.reported_at + _HOUR, Status.PLANNED)
        return replace(hazard, steps=(planned,), status=Status.PLANNED, securities=_securities(planned.at))
    status = rng.choices(_OPEN, _OPEN_WEIGHTS)[0]
    hazard = replace(hazard, status=status, accepted_at=None if status is Status.TO_RECTIFY else hazard.reported_at)
    if status in (Status.UNRECTIFIED, Status.SUBMITTED):
        hazard = _rechecked(hazard, [_recheck(at, RecheckResult.FAILED)])
    if status is Status.SUBMITTED:
        return replace(hazard, steps=(_step(hazard, Move.SUBMIT, at + _HOUR, status),))
    if status is Status.TO_RECHECK:
        return replace(hazard, steps=(_step(hazard, Move.MEND, hazard.reported_at + _LIMIT / 2, status),))
    return hazard


def _rechecked(hazard: Hazard, rechecks: Sequence[Recheck]) -> Hazard:
    last = rechecks[-1]
    return replace(hazard, rechecks=tuple(rechecks), rechecked_at=last.at, recheck_result=last.result)


def _recheck(at: datetime, result: RecheckResult) -> Recheck:
    return Recheck(at=at, result=result, inspectors=(_PERSON, "模拟网格员"), record="模拟复查记录")


def _securities(at: datetime) -> tuple[Security, ...]:
    sums = {MONEY: Decimal(20_000)}
    return tuple(Security(word=word, text=f"模拟{word}", at=at, amount=sums.get(word)) for word in SECURITIES)


def _step(hazard: Hazard, move: Move, at: datetime, status: Status) -> Step:
    return Step(move=move, at=at, person=_PERSON, status=status, due_at=hazard.due_at, text="模拟")
