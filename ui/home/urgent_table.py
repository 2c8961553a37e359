"""The most urgent cases (最紧急的案件): few enough to be held whole, each with what is due first."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.cases.nearest import Deadline, Matter, Urgent
from gridapp.domain.moment import SHANGHAI, day_of, past, spoken, spoken_limit
from ui.desk import Desk
from ui.theme import COLOURS, status_colour
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("种类", "编号", "标题", "村社", "状态", "到期事项", "期限", "距今")
_WIDTHS = (9, 26, 30, 11, 9, 9, 16, 13)
_STATE, _LEFT, _TITLE = 4, 7, 2


def distance(due_at: datetime, now: datetime) -> str:
    """How far a limit is away, in days as the office counts them."""
    days = (date.fromisoformat(spoken_limit(due_at)[:10]) - day_of(now)).days
    if past(now, due_at):
        return f"已超期 {-days} 天" if days < 0 else "已超期"
    return f"还有 {days} 天" if days > 0 else "今日到期"


def distance_of(deadline: Deadline, now: datetime) -> str:
    """How far a deadline is away; a session that has gone by was not recorded (待补记)."""
    if deadline.matter is not Matter.SESSION:
        return distance(deadline.at, now)
    if past(now, deadline.at):
        return "待补记"
    days = (day_of(deadline.at) - day_of(now)).days
    return f"还有 {days} 天" if days else f"今日 {deadline.at.astimezone(SHANGHAI):%H:%M}"


class UrgentModel(RowModel[Urgent]):
    """Cases by the first of their deadlines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_HEADINGS)
        self._desk = desk

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(one)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(one, index.column())
        return None

    def _texts(self, one: Urgent) -> tuple[str, ...]:
        row, deadline = one.row, one.deadline
        village = self._desk.areas.name(row.village) or ""
        limit = spoken(deadline.at) if deadline.matter is Matter.SESSION else spoken_limit(deadline.at)
        left = distance_of(deadline, self._desk.now)
        status = row.status.label
        return (row.kind.label, row.number, row.title, village, status, deadline.matter.value, limit, left)

    def _colour(self, one: Urgent, column: int) -> QColor | None:
        if column == _STATE:
            return QColor(status_colour(one.row.status))
        if column == _LEFT:
            return QColor(COLOURS.bad if past(self._desk.now, one.deadline.at) else COLOURS.warn)
        return None


class UrgentTable(RowTable):
    """Double click or Enter opens a case."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.cases = UrgentModel(desk)
        super().__init__(self.cases, "最紧急的案件")
        self.cases.setParent(self)
        self.give_widths(_WIDTHS, _TITLE)
        self.row_opened.connect(lambda row: self.opened.emit(self.cases.rows[row].row))
