"""Days as the independent counters know them (独立复核): what stood when a day was over, under which limit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Period


@dataclass
class End:
    """One end of a case: when, under which limit, when the handling was done, and when it was taken back."""

    at: datetime
    due: datetime | None = None
    handled: datetime | None = None
    undone: datetime | None = None
    settled: datetime | None = None
    concluded: datetime | None = None
    on_the_spot: bool = False

    def stands(self, evening: date) -> bool:
        """Whether it was in force when a day was over."""
        return day(self.at) <= evening and (self.undone is None or day(self.undone) > evening)

    @property
    def in_time(self) -> bool:
        """Whether it was handled before its limit was over."""
        return self.due is None or not over(self.handled or self.at, self.due)


@dataclass
class Span:
    """From a moment on: the limit, and whether the time for handling ran."""

    since: datetime
    due: datetime | None
    runs: bool


def overdue(spans: Sequence[Span], evening: date) -> bool:
    """Whether the time ran when a day was over, past the limit that held then."""
    now = [span for span in spans if day(span.since) <= evening][-1:]
    if not now or now[0].due is None or not now[0].runs:
        return False
    return now[0].due < datetime.combine(evening + timedelta(days=1), datetime.min.time(), SHANGHAI)


def over(moment: datetime, limit: datetime) -> bool:
    """Whether a limit was over: one at midnight is over at midnight, another a moment later."""
    midnight = limit.astimezone(SHANGHAI).time() == datetime.min.time()
    return moment >= limit if midnight else moment > limit


def last_day(limit: datetime) -> date:
    """The day at whose end, or on which, a limit is over."""
    midnight = limit.astimezone(SHANGHAI).time() == datetime.min.time()
    return day(limit) - timedelta(days=1) if midnight else day(limit)


def number(answers: Iterable[object]) -> int:
    """How many are true."""
    return sum(map(bool, answers))


def before(period: Period) -> date:
    """The evening before a period."""
    return period.start - timedelta(days=1)


def within(moment: datetime | date | None, period: Period) -> bool:
    """Whether something was in a period."""
    if moment is None:
        return False
    return period.start <= (day(moment) if isinstance(moment, datetime) else moment) < period.end


def day(moment: datetime) -> date:
    """The day in Shanghai."""
    return moment.astimezone(SHANGHAI).date()
