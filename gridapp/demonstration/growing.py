"""How the demonstration's ledgers grew (台账逐次报送): when each row was handed in, and what it said by then."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from gridapp.demonstration.ledgers.workdays import is_workday, workday_after
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of
from gridapp.importing.reading.cells import Cell, Row

_FIRST = date(2017, 12, 29)
"""The day on which the office began: what is older was handed in then."""

_OFTEN = frozenset({Kind.EVENT})
"""Handed in on Mondays and Thursdays; the others, and these too, when a month is over."""

_WEEKDAYS = frozenset({0, 3})
_AFTER_HOURS = time(17, 30)
_SHARES = (0.0, 0.04, 0.08, 0.12, 0.2, 0.35)
_DAYS_LATE = (1, 1, 2, 3, 4, 7)

_TOLD_LATER: Mapping[Kind, Mapping[str, Sequence[str]]] = {
    Kind.EVENT: {"closed_at": ("closed_at", "result", "state")},
    Kind.DISPUTE: {"closed_at": ("closed_at", "outcome", "form"), "revisited_at": ("revisited_at",)},
    Kind.PETITION: {
        "closed_at": ("closed_at", "result"),
        "backlog_entered_at": ("backlog_entered_at", "backlog"),
        "backlog_resolved_at": ("backlog_resolved_at", "backlog"),
    },
    Kind.HAZARD: {"rechecked_at": ("rechecked_at", "recheck_result"), "closed_at": ("closed_at",)},
}
"""The fields that cannot be told before a day has come, by the field of that day."""


class Growing:
    """A town's ledger of a kind as it grew until its last day; `places` say which column fills which field.

    Each village hands a day's cases in together, some villages later than others, none after the first working day of
    the month that follows, so that a month's report finds all of it; and all when the ledger has ended.
    """

    def __init__(self, town: str, kind: Kind, places: Mapping[str, int], last: date) -> None:
        self._town, self._kind, self._places = town, kind, places
        own_time = timedelta(minutes=list(Kind).index(kind), seconds=Random(town).randrange(60))
        self._moments = [
            (datetime.combine(day, _AFTER_HOURS, SHANGHAI) + own_time).astimezone(UTC)
            for day in _working_days(_FIRST, workday_after(last, 1))
            if day == _FIRST or day > last or _opens_a_month(day) or (kind in _OFTEN and day.weekday() in _WEEKDAYS)
        ]

    def handed_in(self, rows: Sequence[Row]) -> Iterator[tuple[datetime, Sequence[Row]]]:
        """The rows of each time, in order, each as it stood then."""
        times: dict[int, list[Row]] = {}
        for row in rows:
            for turn, told in self._stages(row):
                times.setdefault(turn, []).append(told)
        for turn in sorted(times):
            yield self._moments[turn], times[turn]

    def _stages(self, row: Row) -> Iterator[tuple[int, Row]]:
        """When a row was handed in, and again with what has become of it since."""
        village = str(self._cell(row, "village") or "")
        entered = self._turn(village, self._cell(row, "reported_at"))
        known = {
            field: max(entered, self._turn(village, cell))
            for field in _TOLD_LATER.get(self._kind, ())
            if (cell := self._cell(row, field))
        }
        for turn in sorted({entered, *known.values()}):
            yield turn, self._without(row, [field for field, since in known.items() if since > turn])

    def _without(self, row: Row, fields: Sequence[str]) -> Row:
        """A row without what was to be told together with some days."""
        if not fields:
            return row
        unknown = {self._places.get(other) for field in fields for other in _TOLD_LATER[self._kind][field]}
        return row._replace(cells=["" if place in unknown else cell for place, cell in enumerate(row.cells)])

    def _turn(self, village: str, told: Cell) -> int:
        """Which handing in, by its place among all of them, was the first to tell of a moment."""
        if not isinstance(told, date):
            return 0
        moment = told if isinstance(told, datetime) else datetime.combine(told, time())
        moment = moment.replace(tzinfo=SHANGHAI)
        late = timedelta(days=_days_late(self._town, village, day_of(moment)))
        at_the_latest = datetime.combine(_first_of_next_month(moment.date()), time(), SHANGHAI)
        return bisect_left(self._moments, min(moment + late, at_the_latest, self._moments[-1]))

    def _cell(self, row: Row, field: str) -> Cell:
        place = self._places.get(field, len(row.cells))
        return row.cells[place] if place < len(row.cells) else None


def _working_days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        if is_workday(day):
            yield day
        day += timedelta(days=1)


def _opens_a_month(day: date) -> bool:
    return day == workday_after(day.replace(day=1) - timedelta(days=1), 1)


def _first_of_next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


@cache
def _days_late(town: str, village: str, day: date) -> int:
    """By how many days a village was late with a day's cases; the same on every run."""
    share = Random(f"{town}·{village}·报送").choice(_SHARES)
    random = Random(f"{town}·{village}·{day}·报送")
    return random.choice(_DAYS_LATE) if village and random.random() < share else 0
