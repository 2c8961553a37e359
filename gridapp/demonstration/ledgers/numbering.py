"""Case numbers as the offices give them (编号): town, mark of the kind, day, running number of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from gridapp.demonstration.ledgers.workbook import Cell

NumberedRow = dict[str, Cell]

_CASES_A_DAY_BEFORE_THE_PERIOD = 11


def number(rows: Iterable[NumberedRow], town: str, mark: str, heading: str, moment: str, first_year: int) -> None:
    """Number rows that stand in order of their moment.

    Of earlier years the ledger holds only what was still open, so their running numbers have gaps.
    """
    running: Counter[int] = Counter()
    for row in rows:
        at = moment_of(row, moment)
        step = 1
        if at.year < first_year:
            reached = at.timetuple().tm_yday * _CASES_A_DAY_BEFORE_THE_PERIOD
            step = max(1, reached - running[at.year])
        running[at.year] += step
        row[heading] = f"{town}-{mark}{at:%Y%m%d}-{running[at.year]:04}"


def moment_of(row: Mapping[str, Cell], heading: str) -> datetime:
    """The moment in a cell that always holds one."""
    value = row[heading]
    if not isinstance(value, datetime):
        raise TypeError(heading)
    return value
