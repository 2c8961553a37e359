"""Which period is counted (统计期间): a preset, any month or span of any year, one step on or back, or any two days."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gridapp.domain.period import Period, presets
from ui.figures.day_edit import DayEdit
from ui.figures.period_picker import PeriodPicker
from ui.figures.period_steps import stepped
from ui.widgets.combo import Combo

_OWN = "自选"
_FIRST_CHOICE = "年初至今"


class PeriodChooser(QWidget):
    """Says another period as soon as one is chosen; two days in the wrong order are refused."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._presets = dict(presets(today))
        self.period = self._presets[_FIRST_CHOICE]
        self.preset = Combo("统计期间")
        self.preset.offer([*((name, name) for name in self._presets), (_OWN, _OWN)])
        self.picker = PeriodPicker(self)
        self.picker.chosen.connect(self.ask_for)
        self.earlier = self._button("◀", "前一期（Ctrl+PgUp）", "Ctrl+PgUp", lambda: self._step(-1))
        self.span = self._button("", "选择年、季、月（Alt+M）", "Alt+M", self._pick)
        self.later = self._button("▶", "后一期（Ctrl+PgDn）", "Ctrl+PgDown", lambda: self._step(1))
        self.first, self.last = DayEdit("起始日期"), DayEdit("截止日期")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(6)
        for widget in (QLabel("统计期间"), self.preset, self.earlier, self.span, self.later, self.first):
            line.addWidget(widget)
        line.addWidget(QLabel("至"))
        line.addWidget(self.last)
        self._show()
        self.preset.chosen.connect(self._preset_chosen)
        self.first.dateChanged.connect(self._day_chosen)
        self.last.dateChanged.connect(self._day_chosen)

    def _button(self, text: str, hint: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("compact", "true")
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.clicked.connect(act)
        QShortcut(QKeySequence(keys), self, button.click)
        return button

    def ask_for(self, period: Period) -> None:
        """Asks for any period."""
        self.period = period
        self._show()
        self.changed.emit()

    def ask_for_days(self, first: date, last: date) -> None:
        """Asks for the days from one to another, both included."""
        self.first.show_day(first)
        self.last.show_day(last)
        self._day_chosen()

    def _show(self) -> None:
        self.first.show_day(self.period.start)
        self.last.show_day(self.period.last)
        self.span.setText(f"{_short(self.period)} ▾")
        self.span.setAccessibleName(f"统计期间 {self.period.label}，选择年、季、月")
        self.preset.choose(next((n for n, p in self._presets.items() if p == self.period), _OWN))

    def _preset_chosen(self) -> None:
        chosen = self._presets.get(self.preset.key or "")
        if chosen is not None:
            self.ask_for(chosen)

    def _step(self, steps: int) -> None:
        self.ask_for(stepped(self.period, steps))

    def _pick(self) -> None:
        self.picker.open_at(self.span.mapToGlobal(self.span.rect().bottomLeft()), self.period)

    def _day_chosen(self) -> None:
        first, last = self.first.day, self.last.day
        if last < first:
            self.refused.emit("统计期间的止日早于起日，请改正；表中仍是原来的期间。")
            return
        self.ask_for(Period(first, last + timedelta(days=1)))


def _short(period: Period) -> str:
    """A period on a button: its months where it has whole ones, else its year."""
    return f"{period.start.year}年起" if " " in period.label else period.label
