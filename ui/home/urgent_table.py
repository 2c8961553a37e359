"""The most urgent cases (最紧急的案件): few enough to be held whole."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.moment import day_of, past, spoken_limit
from gridapp.ports import CaseRow
from ui.desk import Desk
from ui.theme import COLOURS, status_colour
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("种类", "编号", "标题", "村社", "状态", "时限", "距今")
_WIDTHS = (10, 27, 40, 12, 10, 18, 14)
_STATE, _LEFT, _TITLE = 4, 6, 2


def distance(due_at: datetime, now: datetime) -> str:
    """How far a limit is away, in days as the office counts them."""
    days = (date.fromisoformat(spoken_limit(due_at)[:10]) - day_of(now)).days
    if past(now, due_at):
        return f"已超期 {-days} 天" if days < 0 else "已超期"
    return f"还有 {days} 天" if days > 0 else "今日到期"


class UrgentModel(RowModel[CaseRow]):
    """Cases by their limits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_HEADINGS)
        self._desk = desk

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(row)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, index.column())
        return None

    def _texts(self, row: CaseRow) -> tuple[str, ...]:
        due_at = row.due_at
        village = self._desk.areas.name(row.village) or ""
        limit = spoken_limit(due_at) if due_at else ""
        left = distance(due_at, self._desk.now) if due_at else ""
        return (row.kind.label, row.number, row.title, village, row.status.label, limit, left)

    def _colour(self, row: CaseRow, column: int) -> QColor | None:
        if column == _STATE:
            return QColor(status_colour(row.status))
        if column == _LEFT and row.due_at is not None:
            return QColor(COLOURS.bad if past(self._desk.now, row.due_at) else COLOURS.warn)
        return None


class UrgentTable(RowTable):
    """Double click or Enter opens a case."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.cases = UrgentModel(desk)
        super().__init__(self.cases, "最紧急的案件")
        self.cases.setParent(self)
        self.give_widths(_WIDTHS, _TITLE)
        self.row_opened.connect(lambda row: self.opened.emit(self.cases.rows[row]))
