"""Any month, quarter, half or whole year at a click (期间选择): a year to turn over, and its spans below."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from gridapp.domain.period import Period
from ui.figures.period_steps import spans_of

_COLUMNS = 12
_WIDTHS = {"全年": 12, "上半年": 6, "下半年": 6}
_QUARTER, _MONTH = 3, 2
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PeriodPicker(QFrame):
    """Stands above everything until a span is chosen or Esc is pressed; PgUp and PgDn turn the year."""

    chosen = Signal(object)
    """A `Period`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAccessibleName("选择统计期间")
        self.year = 0
        self.earlier, self.later = QPushButton("◀"), QPushButton("▶")
        self.title = QLabel()
        self.title.setObjectName("card_title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, name, step in ((self.earlier, "上一年（PgUp）", -1), (self.later, "下一年（PgDn）", 1)):
            button.setObjectName("quiet")
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _, by=step: self.show_year(self.year + by))
        head = QHBoxLayout()
        head.addWidget(self.earlier)
        head.addWidget(self.title, 1)
        head.addWidget(self.later)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(4)
        self._grid.addLayout(head, 0, 0, 1, _COLUMNS)
        self.spans: dict[str, QPushButton] = {}
        self._periods: dict[str, Period] = {}
        self._chosen: Period | None = None
        self._add_spans()

    def _add_spans(self) -> None:
        row, column = 1, 0
        for name, _ in spans_of(2000):
            width = _WIDTHS.get(name) or (_QUARTER if name.endswith("季度") else _MONTH)
            button = QPushButton(name)
            button.setObjectName("view")
            button.setCheckable(True)
            button.clicked.connect(lambda _, of=name: self._choose(of))
            self._grid.addWidget(button, row, column, 1, width)
            self.spans[name] = button
            column += width
            if column == _COLUMNS:
                row, column = row + 1, 0

    def open_at(self, place: QPoint, period: Period) -> None:
        """Opens at a point of the screen, on the year of a period."""
        self._chosen = period
        self.show_year(period.start.year)
        self.move(place)
        self.show()
        marked = next((button for button in self.spans.values() if button.isChecked()), self.spans["1月"])
        marked.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_year(self, year: int) -> None:
        """Turns to another year."""
        self.year = max(2, min(year, 9998))
        self.title.setText(f"{self.year}年")
        self._periods = dict(spans_of(self.year))
        for name, button in self.spans.items():
            button.setChecked(self._periods[name] == self._chosen)
            button.setAccessibleName(self._periods[name].label)

    def _choose(self, name: str) -> None:
        self.close()
        self.chosen.emit(self._periods[name])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        here = self.focusWidget()
        if key in _STEPS:
            self.show_year(self.year + _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QPushButton):
            here.click()
        else:
            super().keyPressEvent(event)
