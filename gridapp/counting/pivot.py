"""One indicator by two dimensions (交叉表): rows × columns with the totals of both, every number a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gridapp.counting.amount import Value
from gridapp.counting.cell import Cell
from gridapp.counting.cut import Cut, Key
from gridapp.counting.grouping import nothing_of
from gridapp.counting.indicator import Chapter, Indicator, catalogue
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import check_dimensions, check_where, tally
from gridapp.counting.words import TITLES, Words
from gridapp.domain.problem import Refusal


@dataclass(frozen=True, slots=True)
class Pivot:
    """A crosstab; a total is nothing where units would have to be added that must stay apart.

    Of a balance (期末) the total over months is that of the last one.
    """

    indicator: Indicator
    cut: Cut
    rows: Dimension
    columns: Dimension
    row_keys: tuple[Key, ...]
    column_keys: tuple[Key, ...]
    values: Mapping[tuple[Key, Key], Value]
    row_totals: Mapping[Key, Value]
    column_totals: Mapping[Key, Value]
    total: Value

    def cell(self, row: Key, column: Key) -> Cell:
        """The cell where a row and a column meet."""
        cut = self.cut.narrowed((self.rows, self.columns), (row, column))
        return Cell(self.indicator, cut, self.values[row, column])

    def row_total(self, row: Key) -> Cell:
        """The total at the end of a row."""
        return Cell(self.indicator, self.cut.narrowed((self.rows,), (row,)), self.row_totals[row])

    def column_total(self, column: Key) -> Cell:
        """The total under a column."""
        return Cell(self.indicator, self.cut.narrowed((self.columns,), (column,)), self.column_totals[column])

    @property
    def grand_total(self) -> Cell:
        """The total of everything."""
        return Cell(self.indicator, self.cut, self.total)


def pivot(ledger: Ledger, words: Words, indicator: Indicator, cut: Cut, rows: Dimension, columns: Dimension) -> Pivot:
    """The crosstab of an indicator; every expected word has its row or column even where it counts nothing.

    Raises `Refusal` for a dimension that the indicator or its kind lacks, for the same dimension twice, and where
    units must stay apart and none was chosen.
    """
    chapter = replace(catalogue()[indicator.kind], indicators=(indicator,), asides={})
    _check(chapter, indicator, cut, rows, columns)
    apart = chapter.apart if chapter.apart in (rows, columns) else None
    inside = tally(ledger, words, chapter, cut, (rows, columns))
    values = {(row.keys[0], row.keys[1]): row.values[indicator.code] for row in inside.rows}
    along = {} if columns is apart else _by_one(ledger, words, chapter, cut, rows)
    down = {} if rows is apart else _by_one(ledger, words, chapter, cut, columns)
    row_keys = _in_order(words, rows, cut, [*along, *(row for row, _ in values)])
    column_keys = _in_order(words, columns, cut, [*down, *(column for _, column in values)])
    nothing = nothing_of((indicator,))[indicator.code]
    return Pivot(
        indicator=indicator,
        cut=cut,
        rows=rows,
        columns=columns,
        row_keys=row_keys,
        column_keys=column_keys,
        values={(row, column): values.get((row, column), nothing) for row in row_keys for column in column_keys},
        row_totals={row: None if columns is apart else along.get(row, nothing) for row in row_keys},
        column_totals={column: None if rows is apart else down.get(column, nothing) for column in column_keys},
        total=inside.total[indicator.code],
    )


def pivots(
    ledger: Ledger, words: Words, indicator: Indicator, cut: Cut, rows: Dimension, columns: Dimension
) -> Sequence[Pivot]:
    """The crosstab of an indicator, of one whose units must stay apart one for each unit that counts anything."""
    chapter = replace(catalogue()[indicator.kind], indicators=(indicator,), asides={})
    apart = chapter.apart
    if apart is None or apart in (rows, columns) or len(cut.where.get(apart, ())) == 1:
        return [pivot(ledger, words, indicator, cut, rows, columns)]
    units = [row.keys[0] for row in tally(ledger, words, chapter, cut, (apart,)).rows]
    narrowed = [replace(cut, where={**cut.where, apart: (unit,)}) for unit in units]
    return [pivot(ledger, words, indicator, of_unit, rows, columns) for of_unit in narrowed]


def _check(chapter: Chapter, indicator: Indicator, cut: Cut, rows: Dimension, columns: Dimension) -> None:
    check_dimensions(chapter, [rows, columns, *cut.where])
    check_where(indicator, cut)
    for dimension in (rows, columns):
        if dimension in indicator.lacks:
            raise Refusal(f"“{indicator.name}”不分{TITLES[dimension]}，请换一项。")
    if rows is columns:
        raise Refusal(f"行和列都是{TITLES[rows]}，请把其中一项换掉。")
    apart = chapter.apart
    if apart and apart not in (rows, columns) and len(cut.where.get(apart, ())) != 1:
        raise Refusal(f"{chapter.kind.label}的{TITLES[apart]}不能相加，请先选定一种{TITLES[apart]}。")


def _by_one(ledger: Ledger, words: Words, chapter: Chapter, cut: Cut, dimension: Dimension) -> Mapping[Key, Value]:
    code = chapter.indicators[0].code
    return {row.keys[0]: row.values[code] for row in tally(ledger, words, chapter, cut, (dimension,)).rows}


def _in_order(words: Words, dimension: Dimension, cut: Cut, found: Iterable[Key]) -> tuple[Key, ...]:
    keys = {*words.expected(dimension, cut), *found}
    return tuple(sorted(keys, key=lambda key: words.order(dimension, key)))
