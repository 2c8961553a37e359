"""The rounds of a case between its reopenings (轮次), and the day on which a limit of one falls."""

from datetime import date, datetime

from gridapp.domain.case import Case
from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import day_of


def fell_on(case: Case, place: int, due_at: datetime) -> date:
    """The last day of a limit of a round, or the day on which the round began if that is later."""
    began = case.closings[place - 1].reopened_at if place else None
    day = last_day_of(due_at)
    return day if began is None else max(day, day_of(began))


def round_at(case: Case, moment: datetime) -> int:
    """The round in which a case was at a moment: the number of its reopenings until then."""
    return sum(closing.reopened_at is not None and closing.reopened_at <= moment for closing in case.closings)
