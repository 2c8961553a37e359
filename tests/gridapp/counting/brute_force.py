"""An independent counter (独立复核): replays what happened to cases day by day, without SQL and without postings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Month, Period


@dataclass
class Story:
    """What is known of a case in the end: where it belongs and what befell it, in order."""

    village: str | None
    category: str
    reported: datetime
    due: datetime | None = None
    ends: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    gone: tuple[datetime, str] | None = None
    rejected: datetime | None = None
    stood_still: list[tuple[datetime, datetime]] = field(default_factory=list)
    """From a rejection to its being taken back: the time for handling did not run (domain.md §1.4)."""

    def is_open(self, evening: date) -> bool:
        """Whether the case stood open when a day was over."""
        if self.gone or self.rejected or _day(self.reported) > evening:
            return False
        standing = True
        for closed, reopened in self.ends:
            if _day(closed) <= evening:
                standing = reopened is not None and _day(reopened) <= evening
        return standing

    def is_overdue(self, evening: date) -> bool:
        """Whether it stood open past its limit when a day was over; a limit at midnight is that of the day before."""
        if self.due is None or any(_day(since) <= evening < _day(until) for since, until in self.stood_still):
            return False
        return self.is_open(evening) and self.due.astimezone(SHANGHAI) < _midnight_after(evening)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(date.fromordinal(day.toordinal() + 1), datetime.min.time(), SHANGHAI)


def _day(moment: datetime) -> date:
    return moment.astimezone(SHANGHAI).date()


Counts = dict[str, int]


def count(stories: Iterable[Story], period: Period) -> Counts:
    """The event figures of a period."""
    kept = list(stories)
    counting = [story for story in kept if story.gone is None and story.rejected is None]
    before = date.fromordinal(period.start.toordinal() - 1)
    reported = [s for s in counting if _within(s.reported, period)]
    closings = [(s, closed) for s in counting for closed, _ in s.ends if _within(closed, period)]
    undone = [(s, closed) for s in counting for closed, again in s.ends if again and _within(again, period)]
    in_time = sum(_in_time(s, c) for s, c in closings) - sum(_in_time(s, c) for s, c in undone)
    closed = len(closings) - len(undone)
    return {
        "event.opening": sum(s.is_open(before) for s in counting),
        "event.reported": len(reported),
        "event.closed": closed,
        "event.closing": sum(s.is_open(period.last) for s in counting),
        "event.closed_on_time": in_time,
        "event.closed_late": closed - in_time,
        "event.overdue": sum(s.is_overdue(period.last) for s in counting),
        "event.reopened": len(undone),
        "event.voided": sum(bool(s.gone and s.gone[1] == "void" and _within(s.gone[0], period)) for s in kept),
        "event.rejected": sum(bool(s.rejected and not s.gone and _within(s.rejected, period)) for s in kept),
        "event.merged": sum(bool(s.gone and s.gone[1] == "merge" and _within(s.gone[0], period)) for s in kept),
    }


def closed_of_reported(stories: Iterable[Story], period: Period, cutoff: date) -> int:
    """Of the cases reported in a period, those that stand closed when the day before the cut-off is over."""
    evening = date.fromordinal(cutoff.toordinal() - 1)
    return sum(
        s.gone is None and s.rejected is None and _within(s.reported, period) and not s.is_open(evening)
        for s in stories
    )


def by_group(
    stories: Sequence[Story], period: Period, group: Callable[[Story], str | None]
) -> dict[str | None, Counts]:
    """The figures of each group of cases."""
    groups: defaultdict[str | None, list[Story]] = defaultdict(list)
    for story in stories:
        groups[group(story)].append(story)
    return {name: count(members, period) for name, members in groups.items()}


def by_month(stories: Sequence[Story], months: Iterable[Month]) -> dict[str, Counts]:
    """The figures of each month."""
    return {str(month): count(stories, month.period) for month in months}


def _within(moment: datetime, period: Period) -> bool:
    return period.start <= _day(moment) < period.end


def _in_time(story: Story, closed: datetime) -> bool:
    if story.due is None:
        return True
    limit = story.due.astimezone(SHANGHAI)
    if (limit.hour, limit.minute, limit.second) == (0, 0, 0):
        return closed < limit
    return closed <= limit
