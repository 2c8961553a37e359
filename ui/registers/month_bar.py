"""Which month of which town (月份选择)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gridapp.domain.area import AreaTree
from gridapp.domain.period import Month
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout


class MonthBar(QWidget):
    """Asks for another month or town; who shows them says when they are shown."""

    wanted = Signal(object, str)
    """A `Month` and the code of a town."""

    def __init__(self, areas: AreaTree, today: date) -> None:
        super().__init__()
        self._this = self.month = Month.of(today)
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in areas.towns])
        self.towns.setVisible(len(areas.towns) > 1)
        self.towns.chosen.connect(lambda: self.wanted.emit(self.month, self.town))
        self.earlier = self._button("‹ 上月", "上月（Ctrl+PgUp）", "Ctrl+PgUp", lambda: self._step(-1))
        self.now = self._button("本月", "回到本月（Ctrl+Home）", "Ctrl+Home", lambda: self._ask(self._this))
        self.later = self._button("下月 ›", "下月（Ctrl+PgDn）", "Ctrl+PgDown", lambda: self._step(1))
        self.name = QLabel()
        self.name.setObjectName("card_title")
        self.summary = QLabel()
        self.summary.setObjectName("count")
        layout = FlowLayout(self, spacing=8)
        for widget in (self.earlier, self.now, self.later, self.name, self.towns, self.summary):
            widget.setMinimumHeight(self.towns.sizeHint().height())
            layout.addWidget(widget)
        layout.tail = 1
        self.show_month(self.month, self.town)

    @property
    def town(self) -> str:
        """The town that is chosen."""
        return self.towns.key or ""

    def show_month(self, month: Month, town: str) -> None:
        """Says which month and town are shown."""
        self.month = month
        self.towns.choose(town)
        self.name.setText(f"{month.year}年{month.number}月")

    def _step(self, months: int) -> None:
        self._ask(self.month.later(months))

    def _ask(self, month: Month) -> None:
        self.wanted.emit(month, self.town)

    def _button(self, text: str, hint: str, keys: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.clicked.connect(lambda: go())
        QShortcut(QKeySequence(keys), self, button.click)
        return button
