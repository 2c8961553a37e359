"""Limits (期限) and the moments at which they are over (domain.md §1.6, §9.5)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from gridapp.domain.moment import day_of, end_of, past, start_of
from gridapp.domain.office_hours import OfficeHours
from gridapp.domain.problem import Refusal
from gridapp.domain.workdays import WorkCalendar

_FORM = re.compile(r"(\d{1,3})([hdD])")


class LimitUnit(StrEnum):
    """What a limit is counted in; its value is how it is written in data."""

    WORKING_HOURS = "h"
    WORKING_DAYS = "d"
    CALENDAR_DAYS = "D"


_LABELS = {
    LimitUnit.WORKING_HOURS: "{} 个工作时",
    LimitUnit.WORKING_DAYS: "{} 个工作日",
    LimitUnit.CALENDAR_DAYS: "{} 日",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """So many working hours, working days or calendar days; 0 days is the end of the same day."""

    amount: int
    unit: LimitUnit

    @property
    def label(self) -> str:
        """The limit in the office's own words."""
        if self.amount == 0 and self.unit is not LimitUnit.WORKING_HOURS:
            return "当日"
        return _LABELS[self.unit].format(self.amount)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"


def parse_limit(text: str) -> Limit:
    """A limit as data say it: `4h` working hours, `2d` working days, `30D` calendar days.

    Raises `Refusal` where it cannot be read.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise Refusal(f"看不懂办理时限“{text}”，请写成 4h（工作时）、2d（工作日）或 30D（日）。")
    return Limit(int(match[1]), LimitUnit(match[2]))


def limit_from(start: datetime, limit: Limit, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The moment, in UTC, at which a limit that began at `start` is over.

    The day of receipt is day 0; days end at 24:00 of the last one. Calendar days whose last is no working day
    end with the next one that is. Working hours run inside the office hours of working days.
    Raises `CalendarMissing` where a day of an unknown year is needed.
    """
    if limit.unit is LimitUnit.WORKING_HOURS:
        return _after_hours(start, timedelta(hours=limit.amount), calendar, hours)
    day = day_of(start)
    if limit.amount == 0:
        return end_of(day)
    if limit.unit is LimitUnit.WORKING_DAYS:
        return end_of(calendar.add_workdays(day, limit.amount))
    return end_of(calendar.workday_from(day + timedelta(days=limit.amount)))


def _after_hours(start: datetime, left: timedelta, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    day = calendar.workday_from(day_of(start))
    while True:
        for opens, closes in hours.on(day):
            begins = max(start, opens)
            if closes - begins >= left and begins < closes:
                return begins + left
            left -= max(closes - begins, timedelta())
        day = calendar.next_workday(day)


def last_day_of(due_at: datetime) -> date:
    """The day on which a limit is over; one at midnight is 24:00 of the day before."""
    day = day_of(due_at)
    return day - timedelta(days=1) if start_of(day) == due_at else day


def shifted(due_at: datetime, paused_from: datetime, paused_until: datetime, calendar: WorkCalendar) -> datetime:
    """A limit after its clock stood still (挂起), moved by the working days in (day of from, day of until].

    Suspended and resumed on one day moves nothing. A limit that was over before the clock stopped stays over.
    One that would be over when work resumes, because only free days lay between, ends with the first working
    day from then on. Raises `CalendarMissing` where a day of an unknown year is needed.
    """
    first, last = day_of(paused_from), day_of(paused_until)
    if last <= first or past(paused_from, due_at):
        return due_at
    moved = extended(due_at, calendar.workdays_between(first, last), calendar)
    return end_of(calendar.workday_from(last)) if past(paused_until, moved) else moved


def extended(due_at: datetime, days: int, calendar: WorkCalendar) -> datetime:
    """A limit that was put off (延期) by working days, at the same time of day.

    Raises `CalendarMissing` where a day of an unknown year is needed.
    """
    last = last_day_of(due_at)
    return due_at + (calendar.add_workdays(last, days) - last)
