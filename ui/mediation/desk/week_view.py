"""The sheet of the week under its days (周历视图): the days stay where they are while the hours scroll."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from ui.mediation.desk.week_entry import WEEKDAYS, Entry, day_in_words
from ui.mediation.desk.week_sheet import WeekSheet
from ui.theme import COLOURS


class WeekView(QScrollArea):
    """Fills its room; on a small screen it scrolls both ways."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("week")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = WeekSheet()
        self._heads = _DayHeads(self, self.sheet)
        self._high = self.fontMetrics().height() + 14
        self.setViewportMargins(0, self._high, 0, 0)
        self.setWidget(self.sheet)
        self.sheet.reached.connect(lambda block: self.ensureWidgetVisible(block, 8, 8))
        self.horizontalScrollBar().valueChanged.connect(self._heads.update)

    def show_week(self, monday: date, entries: Sequence[Entry], now: datetime, empty: str) -> None:
        """Shows a week, and of it the session that the keyboard comes to."""
        self.sheet.show_week(monday, entries, now, empty)
        self._heads.show_week(monday, now.date())
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Page keys are for the page: they go to another week.
        event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Without what a bar would take: whether one is needed follows from the sheet.
        room = self.maximumViewportSize()
        self.sheet.give_room(QSize(room.width(), room.height()))
        if self.sheet.height() > room.height():
            bar = self.verticalScrollBar().sizeHint().width()
            self.sheet.give_room(QSize(room.width() - bar, room.height()))
        self._heads.setGeometry(self.frameWidth(), self.frameWidth(), room.width(), self._high)
        self._heads.update()
        current = self.sheet.current
        if current is not None:
            self.ensureWidgetVisible(current, 8, 8)


class _DayHeads(QWidget):
    """周一 6月25日 … above the columns of the sheet."""

    def __init__(self, view: WeekView, sheet: WeekSheet) -> None:
        super().__init__(view)
        self._view, self._sheet = view, sheet
        self._monday, self._today = date.min, date.min

    def show_week(self, monday: date, today: date) -> None:
        """Shows the days of another week."""
        self._monday, self._today = monday, today
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shape = self._sheet.geometry_shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(COLOURS.head))
        if shape is None or self._monday == date.min:
            return
        painter.translate(-self._view.horizontalScrollBar().value(), 0)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        for n in range(7):
            day = self._monday + timedelta(days=n)
            place = QRect(shape.edges[n], 0, shape.edges[n + 1] - shape.edges[n], self.height())
            is_today = day == self._today
            if is_today:
                painter.fillRect(place, QColor(COLOURS.accent))
            painter.setPen(QColor(COLOURS.card if is_today else COLOURS.ink))
            words = f"{'今天' if is_today else WEEKDAYS[n]} {day_in_words(day)}"
            painter.drawText(self._seen_of(place, words, painter), Qt.AlignmentFlag.AlignCenter, words)
            painter.setPen(QColor(COLOURS.line))
            painter.drawLine(place.left(), 0, place.left(), self.height())
        painter.drawLine(0, self.height() - 1, shape.width, self.height() - 1)

    def _seen_of(self, place: QRect, words: str, painter: QPainter) -> QRect:
        """Where a day's name stands: in what is seen of a broad day, as long as there is room for it."""
        seen = place.intersected(self.rect().translated(self._view.horizontalScrollBar().value(), 0))
        return seen if seen.width() > painter.fontMetrics().horizontalAdvance(words) else place
