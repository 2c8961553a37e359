"""What stands at an axis (坐标轴刻度): round numbers, months that tell their year once, names in lines."""

import re
from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

_MONTH = re.compile(r"(?:(?P<year>\d{4}年))?(?P<month>\d{1,2})月")
_MONTH_STEPS = (1, 2, 3, 4, 6, 12)
_GAP = 0.3
"""Between neighbouring names, in Chinese letters."""
_MONTH_LETTERS = 2.2
"""Room for 12月, in Chinese letters."""


def round_ticks(low: float, top: float, most: int) -> list[float]:
    """Round numbers from `low` to `top`, at most so many, and whole where there is more than one."""
    span = max(top - low, 1e-9)
    step = _round_step(span / max(most, 1))
    if span > 1:
        step = max(step, 1.0)
    first = ceil(low / step - 1e-9)
    return [round(n * step, 10) for n in range(first, floor(top / step + 1e-9) + 1)]


def _round_step(rough: float) -> float:
    size = 10.0 ** floor(log10(rough))
    return next(step * size for step in (1, 2, 5, 10) if step * size >= rough * (1 - 1e-9))


def number(value: float) -> str:
    """A number at an axis."""
    return f"{value:,.10g}"


def percents(whole: float, most: float) -> list[tuple[float, str]]:
    """Percents of a whole, at most so many and always the two ends."""
    step = next((step for step in (20, 50) if 100 / step <= most), 100)
    return [(whole * n / 100, f"{n}%") for n in range(0, 101, step)]


def names_below(names: Sequence[str], letters: float, lines: int = 2) -> list[tuple[int, str]]:
    """The names under the places of an axis, each with so many letters of room; months thin out by whole steps."""
    months = [_MONTH.fullmatch(name) for name in names]
    if names and all(months):
        return _months([(m["year"] or "", int(m["month"])) for m in months if m], letters)
    return [(place, wrapped(name, max(letters - _GAP, _MONTH_LETTERS), lines)) for place, name in enumerate(names)]


def _months(months: Sequence[tuple[str, int]], letters: float) -> list[tuple[int, str]]:
    step = next((step for step in _MONTH_STEPS if step * letters >= _MONTH_LETTERS), _MONTH_STEPS[-1])
    found, told = [], ""
    for place, (year, month) in enumerate(months):
        if (month - 1) % step == 0:
            found.append((place, f"{month}月" + (f"\n{year}" if year and year != told else "")))
            told = year
    return found


def wrapped(name: str, letters: float, lines: int) -> str:
    """A name in lines of so many Chinese letters, cut where it will not fit."""
    parts = [part for line in name.split("\n") for part in _lines(line, letters)]
    if len(parts) > lines:
        parts = [*parts[: lines - 1], parts[lines - 1][:-1] + "…"]
    return "\n".join(parts)


def _lines(line: str, letters: float) -> Iterator[str]:
    begun, width = "", 0.0
    for letter in line:
        wide = 1.0 if letter >= _WIDE else _NARROW
        if begun and width + wide > letters:
            yield begun
            begun, width = "", 0.0
        begun, width = begun + letter, width + wide
    yield begun


_WIDE = "\u2e80"
"""The first of the letters that are as wide as they are high."""
_NARROW = 0.6
"""How wide a digit is beside them."""
