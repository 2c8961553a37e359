"""A case as it stood when a period ended (期末状态): what its course says of that day, whatever came later."""

from dataclasses import replace
from datetime import date, datetime

from gridapp.domain.case import Case, Closing
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.step import Step

_GIVEN = frozenset({Move.ASSIGN, Move.SIGN, Move.ACCEPT, Move.HAND_OVER, Move.RETURN_UNIT})
"""The moves by which a unit or a person comes to have a case, or to have it no more."""


def as_it_stood(case: Case, end: date) -> Case:
    """The case before a day began, by its steps: state, limit, closings, supervision, who had it.

    Of a case on which nothing was done since, and of one that has no steps, that is the case itself. Whoever had a
    case before its first step is not kept; of such a case nobody is named.
    """
    earlier = tuple(step for step in case.steps if day_of(step.at) < end)
    later = case.steps[len(earlier) :]
    if not later:
        return replace(case, closings=_closings(case, end))
    unit, handler = _had_by(case, earlier, later)
    return replace(
        case,
        steps=earlier,
        closings=_closings(case, end),
        status=earlier[-1].status if earlier else case.status,
        due_at=later[0].due_at,
        unit=unit,
        handler=handler,
        supervision=_supervision(case, earlier, later),
    )


def _closings(case: Case, end: date) -> tuple[Closing, ...]:
    return tuple(
        closing if _before(closing.reopened_at, end) else replace(closing, reopened_at=None, reopen_reason=None)
        for closing in case.closings
        if day_of(closing.closed_at) < end
    )


def _before(moment: datetime | None, end: date) -> bool:
    return moment is not None and day_of(moment) < end


def _had_by(case: Case, earlier: tuple[Step, ...], later: tuple[Step, ...]) -> tuple[str | None, str | None]:
    given_since = [step for step in later if _gives(step)]
    if not given_since:
        return case.unit, case.handler
    given = next((step for step in reversed(earlier) if _gives(step)), None)
    if given is None or given.move is Move.RETURN_UNIT:
        return given_since[0].from_unit or None, None
    return given.unit, given.handler


def _gives(step: Step) -> bool:
    return step.move in _GIVEN and (step.move is Move.RETURN_UNIT or bool(step.unit or step.handler))


def _supervision(case: Case, earlier: tuple[Step, ...], later: tuple[Step, ...]) -> str | None:
    moves = (Move.SUPERVISE, Move.LIFT_SUPERVISION)
    last = next((step for step in reversed(earlier) if step.move in moves), None)
    if last is not None:
        return last.grade if last.move is Move.SUPERVISE else None
    # Without an order on record it was a ledger that told of it.
    return None if any(step.move in moves for step in later) else case.supervision
