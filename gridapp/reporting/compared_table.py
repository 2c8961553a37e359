"""A table beside other periods as cells (对比统计表导出): the same for csv, workbook and the commands."""

from gridapp.counting.comparing import ComparedLine, ComparedTally
from gridapp.counting.grouping import Level
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.reporting.table_file import Cells, Content


def compared_cells(table: ComparedTally, words: Words) -> Cells:
    """Headings with units, then the lines in order; each column is followed by what it is compared with."""
    headings = [TITLES[dimension] for dimension in table.by]
    for column in table.columns:
        headings.append(f"{column.name}（{column.unit}）")
        for basis in table.bases:
            headings.append(f"{column.name}·{basis.value}（{column.unit}）")
            if basis.change is not None:
                headings.append(f"{column.name}·{basis.change}")
    return [list(headings), *(_line(table, line, words) for line in table.lines)]


def _line(table: ComparedTally, line: ComparedLine, words: Words) -> list[Content]:
    cells: list[Content] = list(_labels(table, line, words))
    for column in table.columns:
        cells.append(line.values[column.code])
        for basis in table.bases:
            cells.append(line.than[basis][column.code])
            if basis.change is not None:
                cells.append(line.change(basis, column))
    return cells


def sums_of(table: ComparedTally) -> frozenset[int]:
    """The lines that add others up (小计, 合计), from 1."""
    return frozenset(place for place, line in enumerate(table.lines, 1) if line.level is not Level.ROW)


def _labels(table: ComparedTally, line: ComparedLine, words: Words) -> list[str]:
    """One label a dimension; 小计 and 合计 stand in the first one that the line does not tell."""
    told = {d: words.name(d, key) or UNFILLED for d, key in zip(line.by, line.keys, strict=True)}
    sums = [] if line.level is Level.ROW else [line.level.value]
    return [told[d] if d in told else sums.pop() if sums else "" for d in table.by]
