"""A table of figures to be printed (打印统计表): its headings in levels, its lines, and how each figure is counted."""

from collections.abc import Iterator

from gridapp.domain.problem import Refusal
from gridapp.pages.blocks import Cell, Row, Table
from gridapp.pages.document import Document, PageSetUp
from gridapp.pages.framed import figure_cell, framed, heading_cell, label_cell
from ui.figures.heading_blocks import Blocks
from ui.figures.sheet import Cell as SheetCell
from ui.figures.sheet import Line, Sheet, Weight
from ui.figures.sheet_words import heading_in_line
from ui.printing.print_order import NOTHING, PrintOrder


def sheet_order(sheet: Sheet, title: str, unit: str, told: str) -> PrintOrder:
    """A table with its unit (填报单位) and its period in words."""

    def make(set_up: PageSetUp) -> Document:
        if not sheet.lines:
            raise Refusal(NOTHING)
        rows = (*_headings(sheet), *(_row(line, sheet) for line in sheet.lines))
        levels = len(sheet.columns[0]) if sheet.columns else 1
        table = Table(rows=rows, head=levels, labels=len(sheet.corner))
        about = (f"填报单位：{unit}　　　统计期间：{told}",)
        return Document(title, (framed(title, about, table, notes=(*sheet.notes, *_rules(sheet)), set_up=set_up),))

    return PrintOrder(title=title, make=make)


def _headings(sheet: Sheet) -> Iterator[Row]:
    blocks = Blocks(sheet.columns)
    levels = len(sheet.columns[0]) if sheet.columns else 1
    for level in range(levels):
        cells = [heading_cell(word, rows=levels) for word in sheet.corner] if level == 0 else []
        for place in range(len(sheet.columns)):
            block = blocks.at(place, level)
            if (block.first, block.top) == (place, level):
                cells.append(
                    heading_cell(block.text, block.last - block.first + 1, min(block.bottom, levels - 1) - level + 1)
                )
        yield Row(cells=tuple(cells))


def _row(line: Line, sheet: Sheet) -> Row:
    if line.weight is Weight.HEADING:
        across = len(sheet.corner) + len(sheet.columns)
        return Row(cells=(label_cell(line.labels[0], across, strong=True),))
    strong = line.weight is not Weight.PLAIN
    labels = (label_cell(text, strong=strong) for text in line.labels)
    return Row(cells=(*labels, *(_cell(cell, strong) for cell in line.cells)))


def _cell(cell: SheetCell, strong: bool) -> Cell:
    is_words = isinstance(cell.value, str) and bool(cell.value)
    return label_cell(cell.text, strong=strong) if is_words else figure_cell(cell.text, strong=strong)


def _rules(sheet: Sheet) -> Iterator[str]:
    """How each figure is counted, once (口径)."""
    told = {heading_in_line(levels): rule for levels, rule in zip(sheet.columns, sheet.rules, strict=False) if rule}
    if told:
        yield "口径：" + "；".join(f"{name}：{rule.rstrip('。')}" for name, rule in told.items()) + "。"
