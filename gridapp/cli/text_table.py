"""Aligned tables of text for people; Chinese characters are two columns wide."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import east_asian_width


def text_table(headings: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A table with its headings, which may be of several lines; the columns in `right` are set flush right."""
    above = [list(line) for line in zip_longest(*(heading.split("\n") for heading in headings), fillvalue="")]
    below = [list(row) for row in rows]
    flush = set(right)
    widths = [max(_width(line[place]) for line in (*above, *below)) for place in range(len(headings))]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "  ".join(_padded(cell, widths[place], flush_right=place in flush) for place, cell in enumerate(line)).rstrip()
        for line in [*above, rule, *below]
    )


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int, *, flush_right: bool) -> str:
    blank = " " * (width - _width(text))
    return blank + text if flush_right else text + blank
