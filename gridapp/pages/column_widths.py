"""How wide the columns of a table are (列宽): as wide as what stands in them, never so narrow that it is cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gridapp.pages.blocks import Cell, Paragraph, Row, Table
from gridapp.pages.column_needs import ColumnNeeds, Ease, Need
from gridapp.pages.ruler import Ruler
from gridapp.pages.table_grid import column_count, only_columns, placed, scaled
from gridapp.pages.units import least_width

LEGIBLE = 7.5
"""The smallest type in which a table is set whose widths are not told, in points (between 小六 and 六号)."""
_SMALLEST = 6.0
"""The smallest type in which a word that has no room in its told width is set."""
_READABLE = 8.5
"""The size of type of a table whose columns go on elsewhere, and has room again."""
_EASES = ((Ease.AIRY, _READABLE), (Ease.COMFORT, LEGIBLE), (Ease.TIGHT, LEGIBLE))
"""What is tried one after another, each with the smallest type for which it is taken."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table fits on its pages: by what its type is made smaller, and its columns with their widths.

    Several `groups` go on below or beside each other.
    """

    factor: float
    groups: tuple[tuple[tuple[int, ...], tuple[float, ...]], ...]


def fitted(table: Table, ruler: Ruler, room: float) -> list[tuple[Table, Sequence[float]]]:
    """The table with the widths of its columns; several where its columns do not fit on one page."""
    if table.widths:
        return [_as_told(table, table.widths, ruler, room)]
    needs = ColumnNeeds(ruler, table.labels, table.padding)
    needs.look_at(table.rows, table.head)
    fit = fit_of(needs, table.labels, table.padding, room, tightly=True)
    set_smaller = replace(table, rows=smaller(table.rows, fit.factor))
    if len(fit.groups) == 1:
        return [(set_smaller, fit.groups[0][1])]
    return [(only_columns(set_smaller, columns), widths) for columns, widths in fit.groups]


def fit_of(needs: ColumnNeeds, labels: int, padding: float, room: float, *, tightly: bool) -> Fit:
    """How columns fit into a width; type is no smaller than it must be, and never too small to be read.

    Where they have little room, they are set `tightly`, or go on elsewhere.
    """
    columns, size = needs.columns, needs.type_size
    own = room - 2 * padding * len(columns)
    for ease, smallest in _EASES if tightly else _EASES[:-1]:
        least = sum(need.least[ease.place] for need in columns)
        # A hair less than would just fit, for sums of fractions.
        factor = min(1.0, own / least * 0.999) if least else 1.0
        if factor >= min(1.0, smallest / size):
            widths = _shared(columns, ease, factor, padding, room)
            return Fit(factor, ((tuple(range(len(columns))), widths),))
    factor = min(1.0, _READABLE / size)
    groups = _groups(columns, Ease.COMFORT, factor, padding, labels, room)
    return Fit(
        factor,
        tuple(
            (tuple(group), _shared([columns[column] for column in group], Ease.COMFORT, factor, padding, room))
            for group in groups
        ),
    )


def smaller(rows: Iterable[Row], factor: float) -> tuple[Row, ...]:
    """Rows in type of another size."""
    if factor == 1:
        return tuple(rows)
    return tuple(replace(row, cells=tuple(scaled(cell, factor) for cell in row.cells)) for row in rows)


def _as_told(table: Table, told: Sequence[float], ruler: Ruler, room: float) -> tuple[Table, Sequence[float]]:
    """Widths that were given, made to fit; a word that would be cut is set in smaller type."""
    lacking = [0.0] * (column_count(table) - len(told))
    widths = [width * min(1.0, room / sum(told)) for width in told] + lacking
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for one in placed(table.rows):
        has = sum(widths[column] for column in one.columns) - 2 * table.padding
        needed = max((least_width(paragraph.runs, ruler) for paragraph in one.cell.paragraphs), default=0.0)
        factor = max(has / needed, _SMALLEST / _largest(one.cell.paragraphs)) * 0.999 if needed > has > 0 else 1.0
        rows[one.row].append(scaled(one.cell, factor) if factor < 1 else one.cell)
    told_rows = tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.rows, rows, strict=True))
    return replace(table, rows=told_rows), widths


def _largest(paragraphs: Iterable[Paragraph]) -> float:
    return max((run.size for paragraph in paragraphs for run in paragraph.runs), default=_SMALLEST)


def _shared(needs: Sequence[Need], ease: Ease, factor: float, padding: float, room: float) -> tuple[float, ...]:
    """The room shared out: to each its least, then what it would like, then the rest as much as it has."""
    least = [need.least[ease.place] * factor + 2 * padding for need in needs]
    whole = [max(need.whole * factor + 2 * padding, one) for need, one in zip(needs, least, strict=True)]
    if sum(whole) <= room:
        return tuple(one * room / sum(whole) for one in whole) if needs else ()
    if sum(least) > room:
        # What no page has room for is broken inside its words.
        return tuple(one * room / sum(least) for one in least)
    part = (room - sum(least)) / (sum(whole) - sum(least))
    return tuple(a + (b - a) * part for a, b in zip(least, whole, strict=True))


def _groups(
    needs: Sequence[Need], ease: Ease, factor: float, padding: float, labels: int, room: float
) -> list[list[int]]:
    """The columns of each page, the labels first, as evenly as they are wide."""
    wide = [need.least[ease.place] * factor + 2 * padding for need in needs]
    before = list(range(min(labels, len(needs) - 1)))
    taken = sum(wide[column] for column in before)
    rest = range(len(before), len(needs))
    pages = len(_filled(wide, rest, before, taken, room))
    # Filled to the brim, the last page would have next to nothing.
    even = taken + sum(wide[column] for column in rest) / pages
    for narrower in (even, *(even + (room - even) * step / 10 for step in range(1, 10))):
        groups = _filled(wide, rest, before, taken, narrower)
        if len(groups) == pages:
            return groups
    return _filled(wide, rest, before, taken, room)


def _filled(
    wide: Sequence[float], columns: Iterable[int], before: Sequence[int], taken: float, room: float
) -> list[list[int]]:
    groups: list[list[int]] = []
    width = room + 1
    for column in columns:
        if width + wide[column] > room:
            groups.append([*before])
            width = taken
        groups[-1].append(column)
        width += wide[column]
    return groups
