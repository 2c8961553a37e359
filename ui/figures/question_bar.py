"""Where the statistics are told what to count (统计条件): preset or any two days, town, village."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from gridapp.domain.period import Period, presets
from ui.desk import Desk
from ui.figures.question import Question
from ui.widgets.area_chooser import AreaChooser
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout

_OWN = "自选"
_FIRST_CHOICE = "年初至今"


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


def _titled(title: str, *widgets: QWidget) -> QWidget:
    """What stays together where the bar needs two lines."""
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, 12, 0)
    line.setSpacing(8)
    for widget in (QLabel(title), *widgets):
        line.addWidget(widget)
    return group


class QuestionBar(QFrame):
    """The question that all tabs answer."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._presets = dict(presets(desk.today))
        self.preset = Combo("统计期间")
        self.preset.offer([*((name, name) for name in self._presets), (_OWN, _OWN)])
        self.first = DayEdit("起始日期")
        self.last = DayEdit("截止日期")
        self.areas = AreaChooser(desk.areas)
        self._period = self._presets[_FIRST_CHOICE]
        self.preset.choose(_FIRST_CHOICE)
        self._show_days()
        layout = FlowLayout(self, spacing=8)
        layout.addWidget(_titled("统计期间", self.preset, self.first, QLabel("至"), self.last))
        layout.addWidget(_titled("范围", self.areas))
        self.preset.chosen.connect(self._preset_chosen)
        self.first.dateChanged.connect(self._day_chosen)
        self.last.dateChanged.connect(self._day_chosen)
        self.areas.changed.connect(self.changed)

    @property
    def question(self) -> Question:
        """What is to be counted."""
        return Question(self._period, self.areas.town, self.areas.village)

    def ask_for(self, first: date, last: date) -> None:
        """Asks for any period, both days included."""
        self.first.show_day(first)
        self.last.show_day(last)
        self._day_chosen()

    def _preset_chosen(self) -> None:
        period = self._presets.get(self.preset.key or "")
        if period is not None:
            self._period = period
            self._show_days()
            self.changed.emit()

    def _show_days(self) -> None:
        self.first.show_day(self._period.start)
        self.last.show_day(self._period.last)

    def _day_chosen(self) -> None:
        first, last = self.first.day, self.last.day
        if last < first:
            self.refused.emit("统计期间的止日早于起日，请改正；表中仍是原来的期间。")
            return
        self._period = Period(first, last + timedelta(days=1))
        self.preset.choose(next((n for n, p in self._presets.items() if p == self._period), _OWN))
        self.changed.emit()
