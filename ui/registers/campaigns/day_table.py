"""What was done in a drive day by day (每日进展): the sum first, then the days, the newest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from gridapp.counting.amount import Value, spoken
from gridapp.counting.campaign_days import DayColumn
from gridapp.counting.indicator import Aggregate
from ui.figures.figure_words import unit_in
from ui.widgets.row_model import Index, RowModel

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
        column = self.columns[index.column() - 1]
        if day is not None and column.indicator.reading.aggregate is Aggregate.DISTINCT:
            return "—"
        return spoken(self.value(index.row(), index.column()))

    def value(self, row: int, place: int) -> Value:
        """The number in a cell; a day on which nothing was done counts 0."""
        column, day = self.columns[place - 1], self.rows[row]
        return column.total if day is None else column.by_day.get(day, 0 * next(iter(column.by_day.values())))


def _heading(column: DayColumn) -> str:
    unit = unit_in(column.indicator, column.cut)
    return column.name if column.name.endswith("）") else f"{column.name}（{unit}）"
