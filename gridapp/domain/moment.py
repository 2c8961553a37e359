"""Days and moments: days are those of Asia/Shanghai, moments are kept in UTC (design.md, Data)."""

from datetime import UTC, date, datetime, time, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def day_of(moment: datetime) -> date:
    """The office's calendar day on which a moment falls."""
    return moment.astimezone(SHANGHAI).date()


def start_of(day: date) -> datetime:
    """The first moment of a day in Asia/Shanghai, in UTC."""
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The moment at which a day is over (24:00); a limit given as a day runs until then (domain.md §1.6)."""
    return start_of(day + timedelta(days=1))


def spoken(moment: datetime) -> str:
    """A moment as an office writes it; the clock time is left out at midnight."""
    local = moment.astimezone(SHANGHAI)
    return local.strftime("%Y-%m-%d" if local.time() == time() else "%Y-%m-%d %H:%M")


def spoken_limit(due_at: datetime) -> str:
    """A limit (期限) as an office writes it: one that runs until 24:00 is named by its own day."""
    local = due_at.astimezone(SHANGHAI)
    if local.time() == time():
        return (local.date() - timedelta(days=1)).isoformat()
    return local.strftime("%Y-%m-%d %H:%M")


def told_before(moment: datetime, started: datetime) -> bool:
    """Whether a moment lies before a start, as people tell them: one that is only a day does so if its day does."""
    if start_of(day_of(moment)) == moment:
        return day_of(moment) < day_of(started)
    return moment < started


def past(moment: datetime, limit: datetime) -> bool:
    """Whether a limit is over at a moment; one at midnight is 24:00 of the day before."""
    return moment > limit or (moment == limit and start_of(day_of(limit)) == limit)
