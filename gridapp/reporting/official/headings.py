"""The headings of an official table: columns under what they belong to, in words that fit the period."""

from collections.abc import Sequence
from itertools import groupby

from gridapp.domain.period import Month, Period
from gridapp.reporting.official.definition import Column
from gridapp.reporting.official.table import Heading

_FOR_ANY = {"本月": "本期", "上月": "上期", "去年同月": "上年本期"}
"""What a month's table calls its columns, and what that is over any other period."""


def headings_of(labels: Sequence[str], columns: Sequence[Column], period: Period) -> tuple[tuple[Heading, ...], ...]:
    """The levels of headings from above; those of the labels reach over all of them."""
    paths = [tuple(said_for(word, period) for word in (*column.over, column.heading)) for column in columns]
    levels = max(len(path) for path in paths)
    told: list[tuple[Heading, ...]] = []
    for level in range(levels):
        headings = [Heading(label, rows=levels) for label in labels] if level == 0 else []
        for _, same in groupby(paths, key=lambda path: path[: level + 1]):
            beside = list(same)
            deepest = len(beside[0]) - 1
            if level < deepest:
                headings.append(Heading(beside[0][level], columns=len(beside)))
            elif level == deepest:
                headings += [Heading(path[level], rows=levels - level) for path in beside]
        told.append(tuple(headings))
    return tuple(told)


def said_for(words: str, period: Period) -> str:
    """Words of a month's table as they are said over a period."""
    month = Month.of(period.start)
    if (month.start, month.end) == (period.start, period.end):
        return words
    return said_generally(words)


def said_generally(words: str) -> str:
    """Words of a month's table as they are said over any period, so that both have one name."""
    for monthly, general in _FOR_ANY.items():
        words = words.replace(monthly, general)
    return words
