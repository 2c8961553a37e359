"""What was done in a drive day by day (每日进展): the sum first, then the days, the newest first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from gridapp.counting.amount import Value, spoken
from gridapp.counting.campaign_days import DayColumn
from gridapp.counting.indicator import Aggregate
from ui.figures.figure_words import unit_in
from ui.widgets.row_model import Index, RowModel

_DAY_WIDTH, _FIGURE_WIDTH = 15, 12
_WEEKDAYS = "一二三四五六日"


class DayTableModel(RowModel[date | None]):
    """A row a day, nothing for the sum; a column a figure with its unit."""

    def __init__(self) -> None:
        super().__init__(("日期",))
        self.columns: Sequence[DayColumn] = ()

    def show_days(self, columns: Sequence[DayColumn]) -> None:
        """Shows other figures."""
        self.columns = columns
        self._headings = ("日期", *(_heading(column) for column in columns))
        days = sorted({day for column in columns for day in column.by_day}, reverse=True)
        self.show([None, *days] if columns else [])

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        day = self.rows[index.row()]
        if index.column() == 0:
            return "合计" if day is None else f"{day} 周{_WEEKDAYS[day.weekday()]}"
        value = self.value(index.row(), index.column())
        return "—" if value is None else spoken(value)

    def value(self, row: int, place: int) -> Value | None:
        """The number in a cell, 0 on a day on which nothing was done; nothing where days do not add up."""
        column, day = self.columns[place - 1], self.rows[row]
        if day is None:
            return column.total
        if column.indicator.reading.aggregate is Aggregate.DISTINCT:
            return None
        return column.by_day.get(day, Decimal(0))

    def widths(self) -> Sequence[int]:
        """How many characters each column needs for its heading."""
        return [_DAY_WIDTH, *(max(_FIGURE_WIDTH, 2 * len(heading)) for heading in self._headings[1:])]


def _heading(column: DayColumn) -> str:
    unit = unit_in(column.indicator, column.cut)
    return column.name if column.name.endswith("）") else f"{column.name}（{unit}）"
