"""Working days (工作日): which days offices work on is a table of whole years, never a rule (domain.md §9.5)."""

from bisect import bisect_right
from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gridapp.domain.problem import Refusal

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workday:
    """Whether a day is worked; `name` says why where it is out of the ordinary (春节, 调休上班), `source` by whom."""

    day: date
    is_workday: bool
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class KeptWorkday:
    """A day that the office keeps itself, with who kept it and when."""

    workday: Workday
    person: str
    at: datetime


class CalendarMissing(Refusal):
    """A year whose working days are not known (日历未维护); nothing is guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} 年的工作日历未维护，请在“设置 › 工作日历”中导入后再算期限。")
        self.year = year


class WorkCalendar:
    """The working days of whole years; a year of which any day is lacking counts as not known.

    Everything that needs a day of a year that is not known raises `CalendarMissing`.
    """

    def __init__(self, days: Iterable[Workday]) -> None:
        by_day = {entry.day: entry for entry in days}
        lengths = Counter(day.year for day in by_day)
        self.years: Sequence[int] = tuple(sorted(year for year, length in lengths.items() if length == _days_in(year)))
        known = frozenset(self.years)
        self._days: Mapping[date, Workday] = {day: by_day[day] for day in sorted(by_day) if day.year in known}
        self._worked = [day for day, entry in self._days.items() if entry.is_workday]

    def entry(self, day: date) -> Workday:
        """What the calendar says about a day."""
        self._need(day.year, day.year)
        return self._days[day]

    def days_of(self, year: int) -> Sequence[Workday]:
        """Every day of a year, in order."""
        self._need(year, year)
        return [entry for entry in self._days.values() if entry.day.year == year]

    def is_workday(self, day: date) -> bool:
        """Whether offices work on a day."""
        return self.entry(day).is_workday

    def next_workday(self, day: date) -> date:
        """The first working day after a day."""
        return self.add_workdays(day, 1)

    def workday_from(self, day: date) -> date:
        """The day itself if it is worked, else the first working day after it."""
        return day if self.is_workday(day) else self.next_workday(day)

    def add_workdays(self, day: date, n: int) -> date:
        """The n-th working day after a day, which is day 0 itself; for 0 the day as it is."""
        if n < 0:
            raise ValueError(n)
        if n == 0:
            return day
        at = bisect_right(self._worked, day) + n - 1
        last = self._worked[at] if at < len(self._worked) else None
        self._need((day + _ONE_DAY).year, max(self.years, default=day.year) + 1 if last is None else last.year)
        return self._worked[at]

    def workdays_between(self, a: date, b: date) -> int:
        """How many working days lie after `a` and not after `b`; none where `b` does not come after `a`."""
        if b <= a:
            return 0
        self._need((a + _ONE_DAY).year, b.year)
        return bisect_right(self._worked, b) - bisect_right(self._worked, a)

    def _need(self, first: int, last: int) -> None:
        for year in range(first, max(first, last) + 1):
            if year not in self.years:
                raise CalendarMissing(year)


def whole_year(year: int, exceptions: Mapping[date, Workday], source: str = "") -> Iterator[Workday]:
    """Every day of a year: the exceptions as they are, the others worked from Monday to Friday."""
    first = date(year, 1, 1)
    for n in range(_days_in(year)):
        day = first + timedelta(days=n)
        yield exceptions.get(day) or Workday(day, day.weekday() < 5, "", source)


def _days_in(year: int) -> int:
    return 366 if isleap(year) else 365
