"""Which month is assessed (考核月份): one step at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gridapp.domain.period import Month


class MonthSteps(QWidget):
    """Alt+PgUp and Alt+PgDn go from month to month."""

    stepped = Signal()

    def __init__(self, month: Month) -> None:
        super().__init__()
        self.month = month
        self.earlier = self._button("◀", "上个月（Alt+PgUp）", "Alt+PgUp", lambda: self._step(-1))
        self.name = QLabel()
        self.name.setObjectName("card_title")
        self.later = self._button("▶", "下个月（Alt+PgDn）", "Alt+PgDown", lambda: self._step(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (self.earlier, self.name, self.later):
            line.addWidget(widget)
        self.show_month(month)

    def show_month(self, month: Month) -> None:
        """Shows a month without telling anybody."""
        self.month = month
        self.name.setText(f"{month.year}年{month.number}月")

    def _step(self, months: int) -> None:
        self.show_month(self.month.later(months))
        self.stepped.emit()

    def _button(self, text: str, hint: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("compact", "true")
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.clicked.connect(lambda: act())
        QShortcut(QKeySequence(keys), self, button.click)
        return button
