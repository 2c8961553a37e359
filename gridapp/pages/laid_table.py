"""A table set in its columns (表格排版): bands of rows, each whole on a page or cut between two lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from gridapp.pages.blocks import Side, Table
from gridapp.pages.laid_lines import LaidLine, laid
from gridapp.pages.ruler import Ruler
from gridapp.pages.table_grid import Placed, placed


@dataclass(slots=True)
class Box:
    """A cell in its band: where it stands, which of its sides are ruled, and its lines."""

    left: float
    top: float
    width: float
    height: float
    sides: Side
    lines: list[LaidLine] = field(default_factory=list)
    inset: float = 0.0


@dataclass(slots=True)
class Band:
    """Rows that hang together by cells that reach over them; mostly one row."""

    height: float
    boxes: list[Box]


def bands_of(table: Table, widths: Sequence[float], ruler: Ruler) -> tuple[list[Band], list[Band]]:
    """The bands of the heading, and those of the other rows."""
    cells = placed(table.rows)
    contents = [
        laid(
            one.cell.paragraphs,
            ruler,
            max(sum(widths[column] for column in one.columns) - 2 * table.padding, 1.0),
        )
        for one in cells
    ]
    tops = [0.0, *accumulate(_heights(table, cells, [height for _, height in contents]))]
    lefts = [0.0, *accumulate(widths)]
    ends = list(_ends(table, cells))
    bands = [Band(tops[end] - tops[begin], []) for begin, end in ends]
    band_of = {row: place for place, (begin, end) in enumerate(ends) for row in range(begin, end)}
    for one, (lines, height) in zip(cells, contents, strict=True):
        place = band_of[one.row]
        top, bottom = tops[one.row], tops[one.row + one.cell.rows]
        left = lefts[one.column]
        box = Box(left, top - tops[ends[place][0]], lefts[one.columns.stop] - left, bottom - top, one.cell.sides)
        offset = (box.height - height) / 2 if one.cell.middle else table.above
        for line in lines:
            line.top += offset
        box.lines, box.inset = lines, table.padding
        bands[place].boxes.append(box)
    heads = sum(end <= table.head for _, end in ends)
    return bands[:heads], bands[heads:]


def stretched(band: Band, height: float) -> Band:
    """A band of one row made higher; its words stay in the middle of it."""
    for box in band.boxes:
        for line in box.lines:
            line.top += (height - box.height) / 2
        box.height = height
    band.height = height
    return band


def between_lines(bands: Sequence[Band], at: float) -> float:
    """The height, at most so much, at which bands beside each other can be cut through no line."""
    while True:
        crossed = [
            box.top + line.top
            for band in bands
            for box in band.boxes
            for line in box.lines
            if box.top + line.top < at - 0.1 and box.top + line.top + line.height > at + 0.1
        ]
        if not crossed or min(crossed) <= 0.1:
            return at
        at = min(crossed)


def cut(band: Band, at: float) -> tuple[Band, Band]:
    """What of a band stands above a height, and what is left of it."""
    above, below = Band(at, []), Band(band.height - at, [])
    for box in band.boxes:
        end = box.top + box.height
        if box.top < at:
            kept = [line for line in box.lines if box.top + line.top < at - 0.1]
            above.boxes.append(Box(box.left, box.top, box.width, min(end, at) - box.top, box.sides, kept, box.inset))
        if end > at:
            top = max(box.top, at)
            rest = [line for line in box.lines if box.top + line.top >= at - 0.1]
            for line in rest:
                line.top -= top - box.top
            below.boxes.append(Box(box.left, top - at, box.width, end - top, box.sides, rest, box.inset))
    return above, below


def _heights(table: Table, cells: Sequence[Placed], contents: Sequence[float]) -> list[float]:
    heights = [row.height for row in table.rows]
    for one, content in zip(cells, contents, strict=True):
        if one.cell.rows == 1:
            heights[one.row] = max(heights[one.row], content + 2 * table.above)
    for one, content in zip(cells, contents, strict=True):
        if one.cell.rows > 1:
            last = one.row + one.cell.rows
            heights[last - 1] += max(0.0, content + 2 * table.above - sum(heights[one.row : last]))
    return heights


def _ends(table: Table, cells: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """The first row of each band, and the one behind its last."""
    reach = list(range(1, len(table.rows) + 1))
    for one in cells:
        reach[one.row] = max(reach[one.row], one.row + one.cell.rows)
    begin = end = 0
    for row, stop in enumerate(reach):
        if row == end and row > begin:
            yield begin, end
            begin = row
        end = max(end, stop)
    if table.rows:
        yield begin, end
