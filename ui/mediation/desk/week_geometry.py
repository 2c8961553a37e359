"""Where days and hours lie on the sheet of the week (周历版面)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from ui.mediation.desk.week_entry import Entry
from ui.mediation.desk.week_lanes import Placed, ends_on_paper, placed

FIRST_HOUR, LAST_HOUR = 8, 18
"""The hours that are always shown; a session outside them brings its own."""

_EMPTY_DAY = 0.6
_LANE_LETTERS = 7
_HOUR_LINES = 3.25
_HEAD = "周一 12月30日"
"""The longest that stands above a day."""
_BOLDER = 1.08


@dataclass(frozen=True, slots=True)
class WeekGeometry:
    """Where each day begins and ends from left to right, and how high an hour is, in pixels."""

    monday: date
    days: Mapping[date, Sequence[Placed]]
    edges: tuple[int, ...]
    first_hour: int
    last_hour: int
    hour_height: int

    @property
    def width(self) -> int:
        """Of the whole sheet."""
        return self.edges[-1] + 1

    @property
    def height(self) -> int:
        """Of the whole sheet."""
        return (self.last_hour - self.first_hour) * self.hour_height + 1

    def y_of(self, moment: datetime) -> int:
        """How far down a moment of any day lies."""
        since = moment.hour + moment.minute / 60 - self.first_hour
        return round(since * self.hour_height)

    def place_of(self, one: Placed) -> QRect:
        """Where an entry stands."""
        column = one.entry.day.weekday()
        left, right = self.edges[column], self.edges[column + 1]
        wide = (right - left - 3) // one.lanes
        top = self.y_of(one.entry.starts)
        minutes = (ends_on_paper(one.entry) - one.entry.starts) / timedelta(minutes=1)
        high = min(round(minutes / 60 * self.hour_height), self.height - top)
        return QRect(left + 2 + one.lane * wide, top + 1, wide - 1, high - 1)


def geometry_of(monday: date, entries: Sequence[Entry], width: int, height: int, metrics: QFontMetrics) -> WeekGeometry:
    """The sheet for a week's entries, as large as the room that there is, or larger if the words need it."""
    every = [monday + timedelta(days=n) for n in range(7)]
    days = {day: placed([entry for entry in entries if entry.day == day]) for day in every}
    letter = metrics.horizontalAdvance("汉")
    gutter = metrics.horizontalAdvance("00:00") + 12
    lanes = [max((one.lanes for one in days[day]), default=0) for day in every]
    head = round(metrics.horizontalAdvance(_HEAD) * _BOLDER) + 8
    room = width - 1 - gutter
    empty = max(room / sum(n or _EMPTY_DAY for n in lanes) * _EMPTY_DAY, head)
    lane = max((room - empty * lanes.count(0)) / max(sum(lanes), 1), _LANE_LETTERS * letter + 14, head)
    widths = [n * lane if n else empty for n in lanes]
    edges = [gutter + round(sum(widths[:n])) for n in range(len(every) + 1)]
    first = min((entry.starts.hour for entry in entries), default=FIRST_HOUR)
    last = max((_hour_after(entry) for entry in entries), default=LAST_HOUR)
    first, last = min(first, FIRST_HOUR), max(last, LAST_HOUR)
    hour = max(int((height - 1) / (last - first)), round(metrics.height() * _HOUR_LINES))
    return WeekGeometry(monday, days, tuple(edges), first, last, hour)


def _hour_after(entry: Entry) -> int:
    ends = ends_on_paper(entry)
    if ends.date() > entry.day:
        return 24
    return ends.hour + (1 if ends.minute else 0)
