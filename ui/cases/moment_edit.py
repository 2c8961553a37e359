"""A field for a day and time (日期时间): typed freely, or picked from a calendar."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit
from typing_extensions import override

from gridapp.domain.moment import SHANGHAI, day_of, spoken, spoken_limit
from ui.cases.moment_text import read_moment
from ui.icons import icon
from ui.theme import COLOURS

_WIDEST = "2018-06-30 23:59"
_CALENDAR_WIDTH, _CALENDAR_LINES = 16, 13
"""Of the calendar, in heights of a line: seven days, and six weeks below two headings."""


class MomentEdit(QLineEdit):
    """Keeps what it was given to the second as long as nobody edits it; Ctrl+; writes today, Ctrl+Shift+; now."""

    left = Signal()
    """The keyboard went elsewhere; what is written is as final as it will be."""

    def __init__(self, name: str, today: date, *, is_limit: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText("如 0611" if is_limit else "如 0611 9:30")
        self.setToolTip("0611、6-11、今天，可加时间 9:30 或 0930；Ctrl+; 今天，Ctrl+Shift+; 现在，Alt+↓ 日历")
        self._today, self._is_limit = today, is_limit
        metrics = self.fontMetrics()
        self.setMinimumWidth(metrics.horizontalAdvance(_WIDEST) + 2 * metrics.height())
        self._given: tuple[str, datetime | None] = ("", None)
        action = self.addAction(icon("calendar", COLOURS.muted), QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip("打开日历（Alt+↓）")
        action.triggered.connect(self._open_calendar)
        self.editingFinished.connect(self._tidy)

    @property
    def moment(self) -> datetime | None:
        """What is written; raises `ValueError` where it cannot be read."""
        if self.text() == self._given[0]:
            return self._given[1]
        return read_moment(self.text(), self._today, is_limit=self._is_limit)

    @property
    def readable(self) -> bool:
        """Whether it can be read."""
        try:
            read_moment(self.text(), self._today)
        except ValueError:
            return False
        return True

    def show_moment(self, moment: datetime | None) -> None:
        """Shows a moment."""
        text = "" if moment is None else (spoken_limit if self._is_limit else spoken)(moment)
        self._given = (text, moment)
        self.setText(text)
        self.setCursorPosition(0)

    def _tidy(self) -> None:
        if self.readable and self.text() != self._given[0]:
            self.show_moment(self.moment)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setAccessibleName("日历")
        moment = self.moment if self.readable else None
        shown = day_of(moment) if moment else self._today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def pick(day: QDate) -> None:
            clock = self.text().split()[1:]
            self.setText(" ".join([day.toString("yyyy-MM-dd"), *clock]))
            calendar.close()
            self.setFocus()

        calendar.clicked.connect(pick)
        calendar.activated.connect(pick)
        # With names of two letters the week's end is cut off, and the numbers of the weeks are nobody's question.
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.ensurePolished()
        line = self.fontMetrics().height()
        calendar.resize(calendar.sizeHint().expandedTo(QSize(line * _CALENDAR_WIDTH, line * _CALENDAR_LINES)))
        calendar.show()
        # Its size is known only once it is shown.
        calendar.move(self._place_for(calendar.size()))

    def _place_for(self, size: QSize) -> QPoint:
        """Under the field, or above it where the screen ends, and never beyond its sides."""
        screen = self.screen().availableGeometry()
        place = self.mapToGlobal(QPoint(0, self.height()))
        if place.y() + size.height() > screen.bottom() + 1:
            place.setY(max(screen.top(), self.mapToGlobal(QPoint(0, 0)).y() - size.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() + 1 - size.width())))
        return place

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Semicolon and not held & Qt.KeyboardModifier.ShiftModifier:
            self.setText(self._today.isoformat())
        elif control and event.key() in (Qt.Key.Key_Semicolon, Qt.Key.Key_Colon):
            self.setText(f"{self._today.isoformat()} {datetime.now(SHANGHAI):%H:%M}")
        elif event.key() == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
