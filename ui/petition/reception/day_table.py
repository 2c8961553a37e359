"""The reception days of a month (接待日安排): a line each, with what came of it."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.cases.register.receptions import ReceptionDay
from gridapp.domain.moment import SHANGHAI, past
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("日期", "时间", "接待领导", "地点", "接待情况", "来访", "人次", "承诺", "未兑现")
WIDTHS = (16, 13, 12, 18, 20, 7, 6, 6, 12)
_WEEKDAYS = "一二三四五六日"
_STATE, _UNKEPT = 4, 8


class DayModel(RowModel[ReceptionDay]):
    """A day that has gone by without a word says so, and so do promises that are late."""

    def __init__(self, now: datetime) -> None:
        super().__init__(HEADINGS)
        self._now = now

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(day)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and self._is_bad(day, index.column()):
            return QColor(COLOURS.bad)
        return None

    def _is_bad(self, day: ReceptionDay, column: int) -> bool:
        return (column == _STATE and self._silent(day)) or (column == _UNKEPT and bool(day.unkept(self._now)))

    def _silent(self, day: ReceptionDay) -> bool:
        reception = day.reception
        ends = reception.until_at or reception.reported_at
        return reception.held_at is None and reception.unheld_reason is None and past(self._now, ends)

    def _words(self, day: ReceptionDay) -> tuple[str, ...]:
        reception = day.reception
        begins = reception.reported_at.astimezone(SHANGHAI)
        until = reception.until_at.astimezone(SHANGHAI) if reception.until_at else None
        late = len(day.unkept(self._now))
        waiting = len(day.unkept())
        return (
            f"{begins:%Y-%m-%d} 周{_WEEKDAYS[begins.weekday()]}",
            f"{begins:%H:%M}" + (f"—{until:%H:%M}" if until else ""),
            reception.handler or "",
            reception.address or "",
            self._state(day),
            f"{day.batches} 件",
            str(day.heads),
            str(len(reception.promises)),
            f"{waiting}" + (f"（逾期 {late}）" if late else ""),
        )

    def _state(self, day: ReceptionDay) -> str:
        reception = day.reception
        if reception.held_at is not None:
            return f"已接待 {reception.held_at.astimezone(SHANGHAI):%m-%d %H:%M}"
        if reception.unheld_reason is not None:
            return f"未接待：{reception.unheld_reason}"
        return "■ 待登记接待情况" if self._silent(day) else "待接待"
