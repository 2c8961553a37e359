"""A year at a glance (全年一览): a row a month, its days under their weekdays, and how many are worked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from gridapp.domain.workdays import Workday
from ui.theme import COLOURS

_Index = QModelIndex | QPersistentModelIndex

WEEKDAYS = "一二三四五六日"
PLACES = 37
"""A month of 31 days that begins on a Sunday ends in the 37th place."""


class YearModel(QAbstractTableModel):
    """The days of one year; free days and worked weekends are told by a word, not by their colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._months: Sequence[Sequence[Workday]] = ()

    def show(self, days: Sequence[Workday]) -> None:
        """Shows another year, by all of its days in order."""
        self.beginResetModel()
        self._months = [[day for day in days if day.day.month == month] for month in range(1, 13)] if days else ()
        self.endResetModel()

    def day_at(self, index: _Index) -> Workday | None:
        """The day in a cell, or nothing where the month has none."""
        if not index.isValid() or index.column() >= PLACES:
            return None
        month = self._months[index.row()]
        n = index.column() - month[0].day.weekday()
        return month[n] if 0 <= n < len(month) else None

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day of the year that is shown."""
        return self.index(day.month - 1, date(day.year, day.month, 1).weekday() + day.day - 1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._months)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else PLACES + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1} 月"
        return WEEKDAYS[section % 7] if section < PLACES else "工作日"

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if index.column() == PLACES:
            worked = sum(day.is_workday for day in self._months[index.row()])
            return str(worked) if role == Qt.ItemDataRole.DisplayRole else None
        day, answer = self.day_at(index), _ANSWERS.get(role)
        return None if day is None or answer is None else answer(day)


def mark(day: Workday) -> str:
    """The word for a day that is not what its weekday says, or is a holiday: 休, 班, or nothing."""
    is_weekday = day.day.weekday() < 5
    if day.is_workday:
        return "" if is_weekday else "班"
    return "休" if is_weekday or day.name else ""


def in_words(day: Workday) -> str:
    """A day in one line: 2018-02-15（星期四） 放假 春节."""
    state = "上班" if day.is_workday else "放假" if mark(day) else "周末"
    return f"{day.day}（星期{WEEKDAYS[day.day.weekday()]}）　{state}　{day.name}".rstrip("　")


def _text(day: Workday) -> str:
    return f"{day.day.day}\n{mark(day)}" if mark(day) else str(day.day.day)


def _ink(day: Workday) -> QColor:
    if mark(day):
        return QColor(COLOURS.accent if day.is_workday else COLOURS.bad)
    return QColor(COLOURS.ink if day.is_workday else COLOURS.muted)


def _ground(day: Workday) -> QColor:
    if mark(day):
        return QColor(COLOURS.accent_pale if day.is_workday else COLOURS.bad_pale)
    return QColor(COLOURS.card if day.is_workday else COLOURS.head)


def _font(day: Workday) -> QFont | None:
    if not mark(day):
        return None
    font = QFont()
    font.setBold(True)
    return font


_ANSWERS: Mapping[int, Callable[[Workday], Any]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.ToolTipRole: in_words,
    Qt.ItemDataRole.AccessibleTextRole: in_words,
    Qt.ItemDataRole.ForegroundRole: _ink,
    Qt.ItemDataRole.BackgroundRole: _ground,
    Qt.ItemDataRole.FontRole: _font,
}
