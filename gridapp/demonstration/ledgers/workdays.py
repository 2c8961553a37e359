"""Working days of the demonstration period and moments at which offices record things (工作日与时刻).

Source: the State Council's holiday arrangements for the second half of 2017 and the first half of 2018.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

_ONE_DAY = timedelta(days=1)
_OFFICE_HOURS = ((time(8, 30), time(12, 0)), (time(13, 30), time(17, 30)))
END_OF_DAY = time(23, 59)

_HOLIDAYS = frozenset(
    first + timedelta(days=n)
    for first, days in (
        (date(2017, 10, 1), 8),
        (date(2017, 12, 30), 3),
        (date(2018, 2, 15), 7),
        (date(2018, 4, 5), 3),
        (date(2018, 4, 29), 3),
        (date(2018, 6, 16), 3),
    )
    for n in range(days)
)
_WORKED_WEEKENDS = frozenset(
    (date(2017, 9, 30), date(2018, 2, 11), date(2018, 2, 24), date(2018, 4, 8), date(2018, 4, 28))
)
_BUSYNESS_OF_MONTH = {1: 0.95, 2: 0.8, 3: 1.3, 4: 1.05, 5: 1.0, 6: 0.95, 9: 0.8, 10: 0.8, 11: 1.0, 12: 1.2}

Weight = Callable[[date], float]


def is_workday(day: date) -> bool:
    """Whether the offices work on this day (工作日)."""
    return day in _WORKED_WEEKENDS or (day.weekday() < 5 and day not in _HOLIDAYS)


def workday_after(day: date, count: int) -> date:
    """The count-th working day after a day, the day itself being day 0."""
    while count:
        day += _ONE_DAY
        if is_workday(day):
            count -= 1
    return day


def end_of_day(day: date) -> datetime:
    """The last minute of a day, when a limit counted in days runs out."""
    return datetime.combine(day, END_OF_DAY)


def after_office_hours(start: datetime, hours: int) -> datetime:
    """The moment when so many office hours have passed (工作时)."""
    left, day = timedelta(hours=hours), start.date()
    while True:
        if is_workday(day):
            for opens, closes in _OFFICE_HOURS:
                begin = max(start, datetime.combine(day, opens))
                span = datetime.combine(day, closes) - begin
                if span >= left:
                    return begin + left
                left -= max(span, timedelta())
        day += _ONE_DAY


def everyday(day: date) -> float:
    """How busy a day is for people who also work at weekends, as grid workers do."""
    base = 1.0 if is_workday(day) else 0.3 if day not in _HOLIDAYS else 0.15
    return base * _BUSYNESS_OF_MONTH.get(day.month, 0.6)


def office(day: date) -> float:
    """How busy a day is for offices, which rarely work at weekends."""
    base = 1.0 if is_workday(day) else 0.05
    return base * _BUSYNESS_OF_MONTH.get(day.month, 0.6)


def after_the_fire(day: date) -> float:
    """How busy a day is for safety inspections: a drive in March 2018, then a long tail."""
    drive = 3.2 if date(2018, 3, 9) <= day <= date(2018, 4, 4) else 1.0
    return office(day) * drive


def random_days(random: Random, first: date, last: date, count: int, weight: Weight) -> list[date]:
    """So many days between two days, both included, busy days more often."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return random.choices(days, [weight(day) for day in days], k=count)


def random_moment(random: Random, day: date, earliest: int = 8, latest: int = 17) -> datetime:
    """A moment of the day, between two hours, mostly in the middle of the morning or of the afternoon."""
    hours = range(earliest, latest + 1)
    weights = [0.25 if at in (12, 13) else 0.5 if at in (8, 17) else 1.0 for at in hours]
    hour = random.choices(hours, weights)[0]
    return datetime(day.year, day.month, day.day, hour, random.randrange(60))


def moment_after(random: Random, start: datetime, day: date) -> datetime:
    """A moment of an office day that is later than the start, on the start's own day too."""
    moment = random_moment(random, day, 9, 16)
    if moment > start:
        return moment
    minutes_left = (datetime.combine(start.date(), END_OF_DAY) - start).seconds // 60
    return start + timedelta(minutes=max(1, min(minutes_left, random.randint(20, 150))))
