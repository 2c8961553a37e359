"""Bands of the number of people concerned (涉及人数分档; domain.md §1.5, §7.5 T3 rows 44–47)."""

from bisect import bisect_right

BANDS = ("50人以下", "50至100", "100至500", "500以上")
"""The bands, smallest first; each begins with its lower border: [50, 100), [100, 500), from 500 on."""

_BORDERS = (50, 100, 500)


def band_of(people: int | None) -> str | None:
    """The band of a number of people (人); nothing where it was not filled in (未填)."""
    return None if people is None else BANDS[bisect_right(_BORDERS, people)]
