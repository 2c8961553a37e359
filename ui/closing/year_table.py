"""The months of a year (全年各月): where each stands, and how often it was changed after it was closed."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.books import BookState
from gridapp.domain.moment import day_of
from ui.closing.month_reading import MonthLine
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

WIDTHS = (4, 7, 9, 9)
STATE_COLOURS = {
    BookState.DRAFT: COLOURS.muted,
    BookState.SUBMITTED: COLOURS.warn,
    BookState.APPROVED: COLOURS.accent,
    BookState.CLOSED: COLOURS.good,
}
_HEADINGS = ("月份", "状态", "最近一步", "关账后变动")
_STATE, _CHANGES = 1, 3


class YearModel(RowModel[MonthLine]):
    """A row a month; what is not over yet says so."""

    def __init__(self, today: date) -> None:
        super().__init__(_HEADINGS)
        self._today = today

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(line)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _STATE:
            return QColor(STATE_COLOURS[line.state])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _CHANGES and line.changes:
            return QColor(COLOURS.warn)
        return None

    def _texts(self, line: MonthLine) -> tuple[str, ...]:
        is_coming = line.state is BookState.DRAFT and line.month.end > self._today
        return (
            f"{line.month.number}月",
            ("本月" if line.month.start <= self._today else "未到") if is_coming else line.state.value,
            f"{day_of(line.last.at):%m-%d}" if line.last else "",
            f"{line.changes} 次" if line.changes else "",
        )
