"""A day of the question (日期)."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit
from typing_extensions import override


class DayEdit(QDateEdit):
    """A day with a calendar; the wheel never changes it by accident."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(118)

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Shows a day without telling anybody."""
        with QSignalBlocker(self):
            self.setDate(QDate(day.year, day.month, day.day))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
