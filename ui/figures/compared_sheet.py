"""A kind's table on the screen (统计表): rows, 小计 and 合计, beside other periods where that is asked for."""

from collections.abc import Iterator, Sequence

from gridapp.counting.basis import Basis
from gridapp.counting.change import Change, change_in_words
from gridapp.counting.comparing import ComparedLine, ComparedTally
from gridapp.counting.grouping import Level
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES, Words
from ui.figures.figure_table import heading_of, joined, word_of
from ui.figures.figure_words import unit_of, value_in_words
from ui.figures.sheet import Cell, Levels, Line, Sheet, Weight, cell_of
from ui.requests import ShowFigure

_WEIGHTS = {Level.ROW: Weight.PLAIN, Level.SUBTOTAL: Weight.SUBTOTAL, Level.TOTAL: Weight.TOTAL}
_SUMS = {Level.SUBTOTAL: "小计", Level.TOTAL: "合计"}
_NOW = "本期"


def compared_sheet(table: ComparedTally, words: Words, area: str) -> Sheet:
    """The table; `area` says in words which town and village it is about."""
    columns = [(column, part) for column in table.columns for part in _parts(table.bases)]
    return Sheet(
        corner=tuple(TITLES[dimension] for dimension in table.by),
        columns=tuple((heading_of(column), part) if table.bases else (heading_of(column),) for column, part in columns),
        lines=tuple(_line(table, line, words, area) for line in table.lines),
        rules=tuple(column.rule for column, _ in columns),
    )


def _parts(bases: Sequence[Basis]) -> Iterator[str]:
    yield _NOW
    for basis in bases:
        yield basis.value
        if basis.change:
            yield basis.change


def _line(table: ComparedTally, line: ComparedLine, words: Words, area: str) -> Line:
    cells: list[Cell] = []
    where = _where(line, words, area, months=True)
    elsewhere = _where(line, words, area, months=False)
    for column in table.columns:
        now = line.cell(column)
        figure = ShowFigure(column, now.cut, now.value, where)
        cells.append(cell_of(figure))
        for basis in table.bases:
            than = line.cell_of(basis, column)
            other = ShowFigure(column, than.cut, than.value, elsewhere)
            cells.append(cell_of(other))
            if basis.change:
                cells.append(_change(basis.change, figure, other, line.change(basis, column)))
    return Line(_labels(table, line, words), tuple(cells), _WEIGHTS[line.level])


def _labels(table: ComparedTally, line: ComparedLine, words: Words) -> Levels:
    told = dict(zip(line.by, line.keys, strict=True))
    labels = [word_of(words, d, told[d]) if d in told else "" for d in table.by]
    if line.level in _SUMS:
        labels[labels.index("")] = _SUMS[line.level]
    return tuple(labels)


def _where(line: ComparedLine, words: Words, area: str, *, months: bool) -> str:
    pairs = zip(line.by, line.keys, strict=True)
    told = (word_of(words, d, key) for d, key in pairs if months or d is not Dimension.MONTH)
    return joined(list(dict.fromkeys((area, *told))))


def _change(name: str, now: ShowFigure, than: ShowFigure, change: Change | None) -> Cell:
    told = f"{now.indicator.name}{name}：{_told(now)}，{_told(than)}"
    if change is None:
        return Cell("—", told=f"{told}；基数为 0 或没有数，不能算。", value=None)
    told = f"{told}；{change_in_words(change)}。名单见这两个数。"
    return Cell(said_change(change), told=told, value=change.amount, change=change)


def said_change(change: Change) -> str:
    """A change with its sign, an arrow, and the word for those who do not see either."""
    sign = "▲ 升 " if change.amount > 0 else "▼ 降 " if change.amount < 0 else "＝ 持平 "
    return f"{sign}{change_in_words(change)}" if change.amount else sign.strip()


def _told(figure: ShowFigure) -> str:
    value = value_in_words(figure.value)
    unit = "" if value.endswith(("）", "—")) else f" {unit_of(figure)}"
    return f"{figure.cut.period.label} {value}{unit}"
