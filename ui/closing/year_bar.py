"""Which year of which town (年份选择)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gridapp.domain.area import AreaTree
from ui.widgets.combo import Combo


class YearBar(QWidget):
    """Ctrl+PgUp and Ctrl+PgDn go from year to year."""

    changed = Signal()

    def __init__(self, areas: AreaTree, year: int) -> None:
        super().__init__()
        self.year = year
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in areas.towns])
        self.towns.chosen.connect(self.changed)
        self.earlier = self._button("‹", "上一年", "Ctrl+PgUp", lambda: self._step(-1))
        self.later = self._button("›", "下一年", "Ctrl+PgDown", lambda: self._step(1))
        self.name = QLabel(f"{year}年")
        self.name.setObjectName("card_title")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.earlier, self.name, self.later):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self.towns)
        # Only now, for a widget without a parent would be shown as a window of its own.
        self.towns.setVisible(len(areas.towns) > 1)

    @property
    def town(self) -> str:
        """The town that is chosen."""
        return self.towns.key or ""

    def _step(self, years: int) -> None:
        self.year += years
        self.name.setText(f"{self.year}年")
        self.changed.emit()

    def _button(self, text: str, name: str, keys: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("quiet")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}（{keys.replace('Down', 'Dn')}）")
        button.clicked.connect(lambda: go())
        QShortcut(QKeySequence(keys), self, button.click)
        return button
