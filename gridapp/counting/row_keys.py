"""The rows of a table (表行): which there are, and in which order they stand."""

from collections.abc import Collection
from itertools import product
from math import prod

from gridapp.counting.cut import Cut, Key
from gridapp.counting.posting import Dimension
from gridapp.counting.words import Words

Keys = tuple[Key, ...]

_SPARSE = 4
"""How many combinations of words there may be for each row before it is quicker to put the rows in order themselves."""


def row_keys(
    words: Words, cut: Cut, by: tuple[Dimension, ...], apart: Dimension | None, found: Collection[Keys]
) -> list[Keys]:
    """The words of each row: where anything is counted, and where a row is expected even without."""
    if not by:
        return []
    wanted = set(found)
    if len(by) == 1:
        wanted |= {(key,) for key in words.expected(by[0], cut)}
    elif len(by) == 2 and by[1] is apart:
        # Each unit has its own table: a month without anything in it is a row of each.
        wanted |= set(product(words.expected(by[0], cut), {unit for _, unit in found}))
    known = [
        sorted(told, key=words.order_in(dimension))
        for dimension, told in zip(by, map(set, zip(*wanted, strict=True)), strict=False)
    ]
    if prod(map(len, known)) <= _SPARSE * len(wanted):
        return [keys for keys in product(*known) if keys in wanted]
    ranks = [{key: rank for rank, key in enumerate(told)} for told in known]
    return sorted(wanted, key=lambda keys: [rank[key] for rank, key in zip(ranks, keys, strict=True)])
