"""What a cell means, at a glance (口径): indicator, unit, rule, the days it looks at, numerator and denominator."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from gridapp.counting.amount import Rate, spoken
from gridapp.counting.indicator import Aggregate
from ui.figures.figure_words import unit_of
from ui.figures.sheet import Cell
from ui.requests import ShowFigure


class RuleLine(QLabel):
    """Stands under a table and speaks of the cell that is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setWordWrap(True)
        self.setAccessibleName("口径")

    def tell_of(self, cell: Cell) -> None:
        """Speaks of another cell."""
        self.setText(cell.told or (rule_of(cell.figure) if cell.figure else ""))


def rule_of(figure: ShowFigure) -> str:
    """All that is to be known of a figure, in one line."""
    indicator = figure.indicator
    name = f"{indicator.name}，单位：{unit_of(figure)}。口径：{indicator.rule}"
    return f"{name}　日期：{dates_of(figure)}。　所选：{_chosen(figure)}"


def _chosen(figure: ShowFigure) -> str:
    value = figure.value
    if isinstance(value, Rate):
        said = f"{spoken(value)}（分子 {spoken(value.numerator)}，分母 {spoken(value.denominator)}）"
    else:
        said = spoken(value) if value is None else f"{spoken(value)} {unit_of(figure)}"
    return f"{figure.where} {said}" if figure.where else said


def dates_of(figure: ShowFigure) -> str:
    """By which day a case falls into a figure, and within which days."""
    period = figure.cut.period
    aggregates = {reading.aggregate for reading in figure.indicator.readings}
    if aggregates == {Aggregate.OPENING}:
        said = f"{period.start} 零时的结存"
    elif aggregates == {Aggregate.CLOSING}:
        said = f"{period.last} 24:00 的结存"
    elif Aggregate.COHORT in aggregates:
        said = f"{period.label}新发生的，办结看到 {figure.cut.cutoff - timedelta(days=1)}"
    elif Aggregate.SETTLED in aggregates:
        said = f"{period.label}内到期的，办结和处置看到 {figure.cut.cutoff - timedelta(days=1)}"
    else:
        said = f"{period.label}内发生的"
    return said if figure.cut.as_of is None else f"{said}，按截至时点的账"
