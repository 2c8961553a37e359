"""Tables of figures (统计表): every indicator of a kind, by any dimensions, read off the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from gridapp.counting.amount import Value
from gridapp.counting.column_reader import ColumnReader
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Chapter, Indicator
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.row_keys import row_keys
from gridapp.counting.words import TITLES, Words
from gridapp.domain.problem import Refusal

Keys = tuple[Key, ...]


class Row(NamedTuple):
    """One row: its words, one for each dimension, and the value of each column by the indicator's code."""

    keys: Keys
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Tally:
    """A table: rows in the order of the dimensions, and the total that they add up to.

    A total is nothing where rows in different counting units must not be added.
    """

    chapter: Chapter
    cut: Cut
    by: tuple[Dimension, ...]
    columns: tuple[Indicator, ...]
    rows: tuple[Row, ...]
    total: Mapping[str, Value]


def tally(ledger: Ledger, words: Words, chapter: Chapter, cut: Cut, by: Sequence[Dimension]) -> Tally:
    """The table of a kind by some dimensions, with a row for every expected word even where it counts nothing.

    Where units must stay apart and none was chosen, the unit becomes a dimension of the table.
    Raises `Refusal` for a dimension that the kind lacks.
    """
    check_dimensions(chapter, [*by, *cut.where])
    by = tuple(dict.fromkeys(by))
    apart = chapter.apart
    if apart and apart not in by and len(cut.where.get(apart, ())) != 1:
        by = (*by, apart)
    columns = columns_of(chapter, by, cut)
    found = ColumnReader(ledger, cut, by, columns)
    told = row_keys(words, cut, by, apart, found.keys())
    codes, cells = [column.code for column in columns], found.cells(told)
    values = (dict(zip(codes, row, strict=True)) for row in zip(*cells, strict=True)) if cells else repeat({})
    rows = tuple(map(Row, told, values))
    units = {row.keys[by.index(apart)] for row in rows} if apart in by else set()
    total = {c.code: None if len(units) > 1 else found.total(c) for c in columns}
    return Tally(chapter, cut, by, columns, rows, total)


def columns_of(chapter: Chapter, by: Iterable[Dimension], cut: Cut) -> tuple[Indicator, ...]:
    """The indicators that can be told by some dimensions under what is asked for."""
    return tuple(i for i in chapter.indicators if not i.lacks & {*by, *cut.where})


def figure(ledger: Ledger, indicator: Indicator, cut: Cut) -> Value:
    """One figure."""
    check_where(indicator, cut)
    return ColumnReader(ledger, cut, (), (indicator,)).total(indicator)


def check_dimensions(chapter: Chapter, dimensions: Iterable[Dimension]) -> None:
    """Raises `Refusal` that names the first dimension which a kind lacks."""
    for dimension in dimensions:
        if dimension is not Dimension.TOWN and dimension not in chapter.dimensions:
            known = "、".join(known.value for known in chapter.dimensions)
            raise Refusal(
                f"{chapter.kind.label}没有“{TITLES[dimension]}”（{dimension.value}）这一项，可用的有：{known}。"
            )


def check_where(indicator: Indicator, cut: Cut) -> None:
    """Raises `Refusal` where an indicator cannot be asked for under some dimension."""
    for dimension in cut.where:
        if dimension in indicator.lacks:
            raise Refusal(f"“{indicator.name}”不分{TITLES[dimension]}，不能这样筛选。")
