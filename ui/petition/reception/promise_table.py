"""What a leader promised (承诺事项): a line each, with its limit in words and by its light."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.moment import day_of, past, spoken_limit
from gridapp.domain.registers.reception import Promise
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("承诺事项", "承办", "期限", "兑现")
WIDTHS = (12, 12, 11, 13)


class PromiseModel(RowModel[Promise]):
    """The promises of a day; one that is not kept in time says so."""

    def __init__(self, now: datetime) -> None:
        super().__init__(HEADINGS)
        self._now = now

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        promise = self.rows[index.row()]
        words = self._words(promise)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(words) - 1 and self._late(promise):
            return QColor(COLOURS.bad)
        return None

    def _late(self, promise: Promise) -> bool:
        return promise.done_at is None and promise.due_at is not None and past(self._now, promise.due_at)

    def _words(self, promise: Promise) -> tuple[str, ...]:
        who = " ".join(filter(None, (promise.unit, promise.person)))
        due = spoken_limit(promise.due_at) if promise.due_at else ""
        if promise.done_at is not None:
            kept = f"{day_of(promise.done_at)} {promise.how or ''}"
        else:
            kept = "■ 逾期未兑现" if self._late(promise) else "未兑现"
        return promise.what, who, due, kept
