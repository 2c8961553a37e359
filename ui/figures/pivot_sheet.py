"""A 交叉表 on the screen: one indicator by two dimensions, with the totals of both; each unit has its own."""

from collections.abc import Sequence
from decimal import Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cell import Cell as Counted
from gridapp.counting.cut import Key
from gridapp.counting.pivot import Pivot
from gridapp.counting.words import TITLES, UNFILLED, Words
from ui.figures.figure_table import TOTAL, joined, word_of
from ui.figures.sheet import EMPTY, Cell, Levels, Line, Sheet, Weight, cell_of
from ui.requests import ShowFigure


def pivot_sheet(pivots: Sequence[Pivot], words: Words, area: str) -> Sheet:
    """The crosstabs of an indicator below each other, under the same columns."""
    if not pivots:
        return EMPTY
    first = pivots[0]
    keys = sorted({key for one in pivots for key in one.column_keys}, key=lambda key: words.order(first.columns, key))
    return Sheet(
        corner=(*([""] if len(pivots) > 1 else []), f"{TITLES[first.rows]} ＼ {TITLES[first.columns]}"),
        columns=(*((word_of(words, first.columns, key),) for key in keys), (TOTAL,)),
        lines=tuple(line for one in pivots for line in _lines(one, keys, words, area, apart=len(pivots) > 1)),
        rules=(first.indicator.rule,) * (len(keys) + 1),
    )


def _lines(pivot: Pivot, keys: Sequence[Key], words: Words, area: str, *, apart: bool) -> list[Line]:
    unit: Levels = (_unit(pivot),) if apart else ()

    def shown(counted: Counted, *where: str) -> Cell:
        return cell_of(ShowFigure(counted.indicator, counted.cut, counted.value, joined([area, *where])))

    names = {key: word_of(words, pivot.columns, key) for key in keys}
    lines = []
    for row in pivot.row_keys:
        label = word_of(words, pivot.rows, row)
        cells = [shown(_inside(pivot, row, key), label, names[key]) for key in keys]
        lines.append(Line((*unit, label), (*cells, shown(pivot.row_total(row), label))))
    totals = [shown(_below(pivot, key), names[key]) for key in keys]
    lines.append(Line((*unit, TOTAL), (*totals, shown(pivot.grand_total)), Weight.TOTAL))
    return lines


def _unit(pivot: Pivot) -> str:
    return next((key or UNFILLED for keys in pivot.cut.where.values() for key in keys[-1:]), UNFILLED)


def _inside(pivot: Pivot, row: Key, column: Key) -> Counted:
    if column in pivot.column_keys:
        return pivot.cell(row, column)
    return Counted(pivot.indicator, pivot.cut.narrowed((pivot.rows, pivot.columns), (row, column)), _nothing(pivot))


def _below(pivot: Pivot, column: Key) -> Counted:
    if column in pivot.column_keys:
        return pivot.column_total(column)
    return Counted(pivot.indicator, pivot.cut.narrowed((pivot.columns,), (column,)), _nothing(pivot))


def _nothing(pivot: Pivot) -> Value:
    return Decimal(0) if pivot.indicator.denominator is None else Rate(Decimal(0), Decimal(0))
