"""Which week, whose and of which town (周历的选择)."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gridapp.cases.dispute.week import monday_of
from gridapp.domain.area import AreaTree
from ui.mediation.desk.week_entry import day_in_words
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout

_WEEK = timedelta(days=7)


class WeekBar(QWidget):
    """Goes to another week, and narrows it to a town and a mediator."""

    week_changed = Signal()
    narrowed = Signal()

    def __init__(self, areas: AreaTree, today: date) -> None:
        super().__init__()
        self._today = today
        self.monday = monday_of(today)
        self._earlier = self._button("‹ 上一周", "上一周（PgUp）", "Ctrl+PgUp", lambda: self.go_to(self.monday - _WEEK))
        self._now = self._button("本周", "回到本周（Ctrl+Home）", "Ctrl+Home", lambda: self.go_to(self._today))
        self._later = self._button("下一周 ›", "下一周（PgDn）", "Ctrl+PgDown", lambda: self.go_to(self.monday + _WEEK))
        self.days = QLabel()
        self.days.setObjectName("card_title")
        self.towns = Combo("乡镇")
        self.towns.offer([(None, "全部乡镇"), *((town.code, town.name) for town in areas.towns)])
        self.mediators = Combo("调解员")
        self.mediators.offer([(None, "全部调解员")])
        self.summary = QLabel()
        self.summary.setObjectName("count")
        self._layout = layout = FlowLayout(self, spacing=8)
        for widget in (self._earlier, self._now, self._later, self.days, self.towns, self.mediators, self.summary):
            widget.setMinimumHeight(self.towns.sizeHint().height())
            layout.addWidget(widget)
        layout.tail = 1
        self.towns.setVisible(len(areas.towns) > 1)
        self.towns.chosen.connect(self.narrowed)
        self.mediators.chosen.connect(self.narrowed)
        self._say_days()

    def put_last(self, button: QWidget) -> None:
        """Puts what can be done with the week at its right end."""
        button.setMinimumHeight(self.towns.sizeHint().height())
        self._layout.addWidget(button)
        self._layout.tail += 1

    def offer_mediators(self, names: Iterable[str]) -> None:
        """Offers the mediators of a week; the chosen one stays, though he has no session in it."""
        kept = self.mediators.key
        every = sorted({*names, *((kept,) if kept else ())})
        self.mediators.offer([(None, "全部调解员"), *((name, name) for name in every)])

    def step(self, weeks: int) -> None:
        """Goes some weeks on."""
        self.go_to(self.monday + weeks * _WEEK)

    def go_to(self, day: date) -> None:
        """Goes to the week of a day."""
        self.monday = monday_of(day)
        self._say_days()
        self.week_changed.emit()

    def _say_days(self) -> None:
        sunday = self.monday + timedelta(days=6)
        year = f"{sunday.year}年" if sunday.year != self.monday.year else ""
        self.days.setText(f"{self.monday.year}年{day_in_words(self.monday)}—{year}{day_in_words(sunday)}")

    def _button(self, text: str, hint: str, keys: str, go: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.clicked.connect(go)
        QShortcut(QKeySequence(keys), self, button.click)
        return button
