"""Whether the months of a period are closed (已关账), said beside the period."""

from collections.abc import Sequence
from datetime import date, timedelta

from gridapp.domain.area import Area
from gridapp.domain.period import Month, Period
from gridapp.ports import Office


def closed_words(office: Office, towns: Sequence[Area], period: Period) -> str:
    """How far the books of some towns are closed within a period; nothing where none is; asks the database."""
    said = {town.name: _said(office.books.open_from(town.code), period) for town in towns}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "　".join(f"{town}{words}" for town, words in said.items() if words)


def _said(open_from: date | None, period: Period) -> str:
    if open_from is None or open_from <= period.start:
        return ""
    if open_from >= period.end:
        return "已关账"
    last = Month.of(open_from - timedelta(days=1))
    return f"{last.year}年{last.number}月及以前已关账"
