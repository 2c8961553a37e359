"""What stands behind a worker's points, in words (得分说明)."""

from decimal import Decimal

from gridapp.assessing.sheet import Line
from gridapp.counting.amount import Rate, spoken
from gridapp.counting.cell import Cell
from gridapp.domain.area import AreaTree
from gridapp.domain.assessment import Formula
from ui.figures.figure_words import unit_in, value_in_words
from ui.requests import ShowFigure

FORMULAS = {
    Formula.TARGET: "按月基数",
    Formula.RATE: "按比率",
    Formula.VISITS: "按月任务和应走访",
    Formula.DAYS: "按在岗工作日",
    Formula.FAULTS: "发生一次扣一次",
    Formula.DEDUCTION: "每次扣分",
    Formula.BONUS: "每次加分",
}
"""How an item is scored, as the office says it."""


def points_in_words(points: Decimal) -> str:
    """Points to a hundredth."""
    return f"{points:.2f}"


def figure_in_words(cell: Cell) -> str:
    """A figure with its unit; a rate with its two parts."""
    value = value_in_words(cell.value)
    return value if isinstance(cell.value, Rate) else f"{value} {unit_in(cell.indicator, cell.cut)}"


def raw_in_words(line: Line) -> str:
    """What an item is counted from (实绩)."""
    told = [figure_in_words(line.figures[0])] if line.figures else []
    if len(line.figures) > 1:
        told.append(f"应走访 {figure_in_words(line.figures[1])}，未走访到 {len(line.left_out)} 人")
    return "；".join(told) or "—"


def target_in_words(line: Line) -> str:
    """The target of the days served (折算后的基数)."""
    return "—" if line.target is None else spoken(line.target)


def marks_in_words(line: Line) -> str:
    """The points by hand (人工登记)."""
    if not line.marks:
        return "—"
    points = sum((mark.amount for mark in line.marks), Decimal(0))
    return f"{points:+.2f}（{len({mark.entry for mark in line.marks})} 条）"


def shown_figure(cell: Cell, name: str) -> ShowFigure:
    """The cases behind a worker's figure."""
    return ShowFigure(cell.indicator, cell.cut, cell.value, name)


def post_in_words(areas: AreaTree, village: str | None, grid: str | None) -> str:
    """Where a worker serves."""
    return " ".join(filter(None, (areas.name(village), areas.name(grid)))) or "—"
