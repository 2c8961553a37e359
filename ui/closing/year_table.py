"""The months of a year (全年各月): where each stands, and how often it was changed after it was closed."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from typing_extensions import override

from gridapp.domain.books import BookState
from gridapp.domain.moment import day_of
from ui.closing.month_reading import MonthLine
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

STATE_COLOURS = {
    BookState.DRAFT: COLOURS.muted,
    BookState.SUBMITTED: COLOURS.warn,
    BookState.APPROVED: COLOURS.accent,
    BookState.CLOSED: COLOURS.good,
}
_HEADINGS = ("月份", "状态", "最近一步", "变动")
_STATE, _LATEST, _CHANGES = 1, 2, 3
_WIDTHS = (4, 7, 9, 6)


class YearModel(RowModel[MonthLine]):
    """A row a month; what is not over yet says so."""

    def __init__(self, today: date) -> None:
        super().__init__(_HEADINGS)
        self._today = today

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal and section == _CHANGES:
            return "关账后变动"
        return super().headerData(section, orientation, role)

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


class YearTable(RowTable):
    """Where there is little room the latest step (最近一步) is left out: it is told beside the table."""

    def __init__(self, model: YearModel) -> None:
        super().__init__(model, "各月")
        model.setParent(self)
        self.give_widths(_WIDTHS, _CHANGES)
        self._whole = self.least_width

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(_LATEST, self._whole > self.viewport().width())
        super().resizeEvent(event)
