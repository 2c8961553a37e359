"""What was done in a drive day by day (每日进展): the sum first, then the days, the newest first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from gridapp.counting.campaign_days import DayColumn
from gridapp.counting.indicator import Aggregate
from ui.figures.figure_table import TOTAL
from ui.figures.figure_words import unit_in
from ui.figures.sheet import EMPTY, Cell, Line, Sheet, Weight, cell_of
from ui.requests import ShowFigure

_WEEKDAYS = "一二三四五六日"


def campaign_days_sheet(columns: Sequence[DayColumn], name: str) -> Sheet:
    """A line a day on which anything was done, a column a figure."""
    if not columns:
        return EMPTY
    days = sorted({day for column in columns for day in column.by_day}, reverse=True)
    total = tuple(cell_of(ShowFigure(c.indicator, c.cut, c.total, name)) for c in columns)
    lines = [
        Line((f"{day} 周{_WEEKDAYS[day.weekday()]}",), tuple(_cell(column, day, name) for column in columns))
        for day in days
    ]
    return Sheet(
        ("日期",),
        tuple((_heading(column),) for column in columns),
        (Line((TOTAL,), total, Weight.TOTAL), *lines),
        tuple(column.indicator.rule for column in columns),
    )


def _cell(column: DayColumn, day: date, name: str) -> Cell:
    if column.indicator.reading.aggregate is Aggregate.DISTINCT:
        return Cell("—", told=f"{column.name}：不同的日子不能相加，只看合计。", value=None)
    value = column.by_day.get(day, Decimal(0))
    return cell_of(ShowFigure(column.indicator, column.on(day), value, name))


def _heading(column: DayColumn) -> str:
    name = column.name.removesuffix("）").replace("（", "\n")
    return name if "\n" in name else f"{name}\n{unit_in(column.indicator, column.cut)}"
