"""The rows of a table by dimensions: those expected even where they count nothing, those found, and their sums."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gridapp.counting.cut import Cut, Key, Where
from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import list_of
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.area import AreaTree
from gridapp.domain.vocabulary import vocabulary
from gridapp.reporting.official.table import RowKind

By = tuple[Dimension, ...]
Path = tuple[Key, ...]
OnFile = Mapping[Dimension, Sequence[str]]
"""Words that the office keeps itself, as the committees among its units."""

SUBTOTAL, TOTAL = "小计", "合计"


@dataclass(frozen=True, slots=True)
class PathRow:
    """A row, and the words under which its figures stand."""

    labels: tuple[str, ...]
    kind: RowKind
    where: Where


def path_rows(
    by: By, found: Iterable[Path], words: Words, areas: AreaTree, cut: Cut, on_file: OnFile
) -> Iterator[PathRow]:
    """The plain rows in the office's order, a 小计 after each group, the 合计 last.

    What is `on_file` for a dimension has a row even where it counts nothing. What was not filled in comes last where
    it counts; a group that is not told apart further is one plain row.
    """
    every = {*_expected(by, words, areas, cut, on_file), *found}
    ordered = sorted(every, key=lambda path: [words.order(d, key) for d, key in zip(by, path, strict=True)])
    yield from _grouped(by, ordered, 0, words)
    yield PathRow(_filled((TOTAL,), by), RowKind.TOTAL, {})


def _grouped(by: By, ordered: Sequence[Path], depth: int, words: Words) -> Iterator[PathRow]:
    for _, group in groupby(ordered, key=lambda path: path[: depth + 1]):
        within = list(group)
        path = within[0][: depth + 1]
        names = tuple(words.name(d, key) or UNFILLED for d, key in zip(by, path, strict=False))
        where = {d: (key,) for d, key in zip(by, path, strict=False)}
        if len(within) == 1 and all(key is None for key in within[0][depth + 1 :]):
            yield PathRow(_filled(names, by), RowKind.PLAIN, where)
        else:
            yield from _grouped(by, within, depth + 1, words)
            yield PathRow(_filled((*names, SUBTOTAL), by), RowKind.SUBTOTAL, where)


def _filled(names: tuple[str, ...], by: By) -> tuple[str, ...]:
    return (*names, *[""] * (len(by) - len(names)))


def _expected(by: By, words: Words, areas: AreaTree, cut: Cut, on_file: OnFile) -> Iterator[Path]:
    if by == (Dimension.PLATFORM, Dimension.MAJOR, Dimension.CATEGORY):
        yield from ((leaf.platform, leaf.major, leaf.code) for leaf in vocabulary().leaves)
    elif by == (Dimension.VILLAGE, Dimension.GRID):
        for village in words.expected(Dimension.VILLAGE, cut):
            grids = [
                grid.code
                for grid in areas.children(village or "")
                if grid.valid_on(cut.period.start) or grid.valid_on(cut.period.last)
            ]
            yield from ((village, grid) for grid in grids or (None,))
    else:
        yield from ((key,) for key in on_file.get(by[0]) or words.expected(by[0], cut) or list_of(by[0]))
