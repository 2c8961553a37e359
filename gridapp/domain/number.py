"""Numbers of records (编号): town, kind mark, day and a running number of the year (domain.md §1.7)."""

import re
from datetime import date

from gridapp.domain.kind import Kind

_OURS = re.compile(r"(?P<town>\d{9})-(?P<mark>[A-Z]{0,2})(?P<year>\d{4})\d{4}-(?P<running>\d{4,9})")


def number_of(town: str, kind: Kind, day: date, running: int) -> str:
    """The number of the `running`-th record of a kind in a town in that day's year."""
    return f"{town}-{kind.mark}{day:%Y%m%d}-{running:04}"


def running_in(number: str, town: str, kind: Kind) -> tuple[int, int] | None:
    """Year and running number inside one of our own numbers, so that it is never given again."""
    match = _OURS.fullmatch(number)
    if match and match["town"] == town and match["mark"] == kind.mark:
        return int(match["year"]), int(match["running"])
    return None
