"""A field for the moment of a meeting (约定时间): arrow keys go on by half hours and by days."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import SHANGHAI, start_of
from gridapp.domain.workdays import CalendarMissing
from ui.cases.moment_edit import MomentEdit

_MORNING = timedelta(hours=9)
_HALF_HOUR = timedelta(minutes=30)
_DAY = timedelta(days=1)
_STEPS = {
    Qt.Key.Key_Up: -_HALF_HOUR,
    Qt.Key.Key_Down: _HALF_HOUR,
    Qt.Key.Key_PageUp: -_DAY,
    Qt.Key.Key_PageDown: _DAY,
}


class MeetingEdit(MomentEdit):
    """A moment field in which ↓ and ↑ are half an hour later and earlier, PgDn and PgUp a day."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__(name, today)
        self.setToolTip(f"↑↓ 前后半小时，PgUp、PgDn 前后一天；{self.toolTip()}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        moment = self.moment if self.readable else None
        if step is None or moment is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.show_moment(on_the_half_hour(moment, later=step > timedelta()) + step)


def on_the_half_hour(moment: datetime, *, later: bool) -> datetime:
    """A moment moved to a half hour, so that the next step in a direction lands on the nearest one."""
    local = moment.astimezone(SHANGHAI)
    over = timedelta(minutes=local.minute % 30, seconds=local.second, microseconds=local.microsecond)
    return moment - over if later or not over else moment - over + _HALF_HOUR


def first_proposal(now: datetime, deadlines: Deadlines) -> datetime:
    """Nine o'clock on the next working day, or tomorrow where the calendar does not say."""
    today = now.astimezone(SHANGHAI).date()
    try:
        day = deadlines.calendar.next_workday(today)
    except CalendarMissing:
        day = today + _DAY
    return start_of(day) + _MORNING
