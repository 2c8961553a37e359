"""The monthly table asked for in the plainest ways: SQL on a flat table, SQL on the balances, a frame in memory."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

import pandas as pd  # type: ignore[import-untyped]

YEAR = 2018
_MONTHS = range(YEAR * 100 + 1, YEAR * 100 + 13)

Cells = dict[tuple[int, str | None], tuple[int, int, int, int]]
"""Opening, reported, closed and closing events by month (yyyymm) and platform."""

_Sums = Iterable[tuple[int, str | None, int]]


def from_flat_table(connection: sqlite3.Connection) -> Cells:
    """By GROUP BY over one row a case; it has only the last closing of a case that was reopened."""
    reported, closed = (
        connection.execute(
            f"SELECT {month}, platform, count(*) FROM flat "
            f"WHERE kind = 'event' AND {month} BETWEEN ? AND ? GROUP BY {month}, platform",
            (_MONTHS[0], _MONTHS[-1]),
        ).fetchall()
        for month in ("reported", "closed")
    )
    before = [
        row
        for month, sign in (("reported", 1), ("closed", -1))
        for row in connection.execute(
            f"SELECT platform, {sign} * count(*) FROM flat WHERE kind = 'event' AND {month} < ? GROUP BY platform",
            (_MONTHS[0],),
        )
    ]
    return _carried_on(before, reported, closed)


def from_balances(connection: sqlite3.Connection) -> Cells:
    """By GROUP BY over the months' balances that the ledger keeps."""
    numbers = dict(
        connection.execute(
            "SELECT key, id FROM term WHERE dimension = 'measure' AND key IN ('event.reported', 'event.closed')"
        ).fetchall()
    )
    platforms = dict(connection.execute("SELECT id, key FROM term WHERE dimension = 'platform'").fetchall())
    reported, closed = numbers["event.reported"], numbers["event.closed"]
    during = connection.execute(
        "SELECT measure, month, platform, sum(quantity) / 1000 FROM month_balance_by_category "
        "WHERE measure IN (?, ?) AND month BETWEEN ? AND ? GROUP BY measure, month, platform",
        (reported, closed, _MONTHS[0], _MONTHS[-1]),
    ).fetchall()
    before = connection.execute(
        "SELECT platform, sum(CASE measure WHEN ? THEN quantity ELSE -quantity END) / 1000 "
        "FROM month_balance_by_category WHERE measure IN (?, ?) AND month < ? GROUP BY platform",
        (reported, reported, closed, _MONTHS[0]),
    ).fetchall()
    return _carried_on(
        [(platforms.get(platform), count) for platform, count in before],
        [(month, platforms.get(p), count) for measure, month, p, count in during if measure == reported],
        [(month, platforms.get(p), count) for measure, month, p, count in during if measure == closed],
    )


def frame_of(connection: sqlite3.Connection) -> pd.DataFrame:
    """The flat table's events in memory, platforms as categories."""
    rows = connection.execute("SELECT platform, reported, closed FROM flat WHERE kind = 'event'").fetchall()
    frame = pd.DataFrame(rows, columns=["platform", "reported", "closed"])
    return frame.astype({"platform": "category"})


def from_frame(frame: pd.DataFrame) -> Cells:
    """By groupby; like the flat table it knows the last closing only."""
    reported, closed = (
        frame.groupby([month, "platform"], observed=True).size().items() for month in ("reported", "closed")
    )
    sums: list[list[tuple[int, str | None, int]]] = [
        [(int(month), platform, int(count)) for (month, platform), count in counted] for counted in (reported, closed)
    ]
    before = [
        (platform, sign * count)
        for counted, sign in zip(sums, (1, -1), strict=True)
        for month, platform, count in counted
        if month < _MONTHS[0]
    ]
    return _carried_on(before, *([row for row in counted if row[0] in _MONTHS] for counted in sums))


def _carried_on(before: Iterable[tuple[str | None, int]], reported: _Sums, closed: _Sums) -> Cells:
    """The table's cells: each month opens with what the one before it closed with."""
    balances: defaultdict[str | None, int] = defaultdict(int)
    for platform, count in before:
        balances[platform] += count
    new = {(month, platform): count for month, platform, count in reported}
    done = {(month, platform): count for month, platform, count in closed}
    platforms = {*balances, *(platform for _, platform in (*new, *done))}
    cells: Cells = {}
    for month in _MONTHS:
        for platform in platforms:
            opening, key = balances[platform], (month, platform)
            balances[platform] += new.get(key, 0) - done.get(key, 0)
            cells[key] = (opening, new.get(key, 0), done.get(key, 0), balances[platform])
    return cells
