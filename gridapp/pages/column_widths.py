"""How wide the columns of a table are (列宽): as wide as what stands in them, never so narrow that it is cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gridapp.pages.blocks import Cell, Paragraph, Table
from gridapp.pages.ruler import Ruler
from gridapp.pages.table_grid import Placed, column_count, only_columns, placed, scaled
from gridapp.pages.units import least_width, whole_width

SMALLEST = 6.0
"""The smallest type that is printed, in points."""
_READABLE = 7.5
"""The size of type of a table whose columns go on below, and has room again."""
_WIDEST = 24
"""Ems beyond which a column asks for no more room."""
_SPARE = 0.2


@dataclass(frozen=True, slots=True)
class _Ease:
    """How comfortable columns are: letters beside each other at least, and lines below each other at most.

    More ems than `wide` none gets to keep its lines few.
    """

    letters: int
    lines: int
    wide: int


_COMFORT, _TIGHT = _Ease(4, 3, 12), _Ease(2, 5, 6)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column must have, and what it would like."""

    least: float
    whole: float


def fitted(table: Table, ruler: Ruler, room: float) -> list[tuple[Table, Sequence[float]]]:
    """The table with the widths of its columns; several where its columns do not fit on one page."""
    if table.widths:
        return [_as_told(table, table.widths, ruler, room)]
    size = _largest(part for row in table.rows for cell in row.cells for part in cell.paragraphs)
    for ease in (_COMFORT, _TIGHT):
        needs = _needs(table, ruler, ease)
        least = sum(need.least for need in needs)
        if least <= room:
            return [(table, _shared(needs, room))]
        # Type is no smaller than it must be: padding does not shrink with it.
        padding = 2 * table.padding * len(needs)
        factor = (room - padding) / (least - padding) * 0.999
        if factor * size >= SMALLEST:
            smaller = _smaller(table, factor)
            return [(smaller, _shared(_needs(smaller, ruler, ease), room))]
    table = _smaller(table, min(1.0, _READABLE / size))
    needs = _needs(table, ruler, _TIGHT)
    return [
        (only_columns(table, group), _shared([needs[column] for column in group], room))
        for group in _groups(needs, table.labels, room)
    ]


def _smaller(table: Table, factor: float) -> Table:
    rows = (replace(row, cells=tuple(scaled(cell, factor) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _as_told(table: Table, told: Sequence[float], ruler: Ruler, room: float) -> tuple[Table, Sequence[float]]:
    """Widths that were given, made to fit; a word that would be cut is set in smaller type."""
    lacking = [0.0] * (column_count(table) - len(told))
    widths = [width * min(1.0, room / sum(told)) for width in told] + lacking
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for one in placed(table.rows):
        has = sum(widths[column] for column in one.columns) - 2 * table.padding
        needed = max((least_width(paragraph.runs, ruler) for paragraph in one.cell.paragraphs), default=0.0)
        factor = max(has / needed, SMALLEST / _largest(one.cell.paragraphs)) * 0.999 if needed > has > 0 else 1.0
        rows[one.row].append(scaled(one.cell, factor) if factor < 1 else one.cell)
    told_rows = tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.rows, rows, strict=True))
    return replace(table, rows=told_rows), widths


def _largest(paragraphs: Iterable[Paragraph]) -> float:
    return max((run.size for paragraph in paragraphs for run in paragraph.runs), default=SMALLEST)


def _needs(table: Table, ruler: Ruler, ease: _Ease) -> list[_Need]:
    needs = [_Need(0.0, 0.0)] * column_count(table)
    several: list[tuple[Placed, _Need]] = []
    known: dict[tuple[Paragraph, ...], _Need] = {}
    for one in placed(table.rows):
        paragraphs = one.cell.paragraphs
        need = known.get(paragraphs)
        if need is None:
            need = known[paragraphs] = _need(paragraphs, ruler, ease, 2 * table.padding)
        if one.cell.columns > 1:
            several.append((one, need))
        else:
            has = needs[one.column]
            needs[one.column] = _Need(max(has.least, need.least), max(has.whole, need.whole))
    for one, need in several:
        parts = [needs[column] for column in one.columns]
        lacking = need.least - sum(part.least for part in parts)
        if lacking > 0:
            for column in one.columns:
                has = needs[column]
                wider = has.least + lacking / len(parts)
                needs[column] = _Need(wider, max(wider, has.whole))
    return needs


def _need(paragraphs: Sequence[Paragraph], ruler: Ruler, ease: _Ease, padding: float) -> _Need:
    least = whole = 0.0
    for paragraph in paragraphs:
        size = max((run.size for run in paragraph.runs), default=0.0)
        wide = whole_width(paragraph.runs, ruler)
        eased = max(min(wide, ease.letters * size), min(wide / ease.lines, ease.wide * size))
        least = max(least, least_width(paragraph.runs, ruler), eased)
        whole = max(whole, min(wide, _WIDEST * size))
    return _Need(least + padding + _SPARE, max(whole, least) + padding + _SPARE)


def _shared(needs: Sequence[_Need], room: float) -> list[float]:
    """The room shared out: to each its least, then what it would like, then the rest as much as it has."""
    least, whole = sum(need.least for need in needs), sum(need.whole for need in needs)
    if whole <= room:
        return [need.whole * room / whole if whole else 0.0 for need in needs]
    part = (room - least) / (whole - least) if whole > least else 0.0
    return [need.least + (need.whole - need.least) * part for need in needs]


def _groups(needs: Sequence[_Need], labels: int, room: float) -> list[list[int]]:
    """The columns that go below each other, the labels before each group."""
    before = list(range(min(labels, len(needs) - 1)))
    taken = sum(needs[column].least for column in before)
    groups: list[list[int]] = []
    width = room + 1
    for column in range(len(before), len(needs)):
        if width + needs[column].least > room:
            groups.append([*before])
            width = taken
        groups[-1].append(column)
        width += needs[column].least
    return groups
