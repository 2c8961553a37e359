"""Sessions of one day that overlap stand side by side (并排)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ui.mediation.desk.week_entry import Entry

LEAST = timedelta(minutes=45)
"""A shorter session takes as much room as one of this length, so that its words can be read."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in one of the lanes of its day; `lanes` are those that it shares the width with."""

    entry: Entry
    lane: int
    lanes: int


def ends_on_paper(entry: Entry) -> datetime:
    """Until when an entry takes room."""
    return max(entry.ends, entry.starts + LEAST)


def placed(entries: Sequence[Entry]) -> Sequence[Placed]:
    """The entries of a day, none over another; those that touch no other have the whole width."""
    found: list[Placed] = []
    group: list[tuple[Entry, int]] = []
    busy: list[datetime] = []
    for entry in sorted(entries, key=lambda one: one.starts):
        if busy and entry.starts >= max(busy):
            found += _together(group, len(busy))
            group, busy = [], []
        lane = next((n for n, until in enumerate(busy) if until <= entry.starts), len(busy))
        busy[lane : lane + 1] = [ends_on_paper(entry)]
        group.append((entry, lane))
    return [*found, *_together(group, len(busy))]


def _together(group: Sequence[tuple[Entry, int]], lanes: int) -> Sequence[Placed]:
    return [Placed(entry, lane, lanes) for entry, lane in group]
