"""The sheet of a week (周历): seven days across, hours down, a block for each session."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.mediation.desk.session_block import SessionBlock
from ui.mediation.desk.week_entry import Entry
from ui.mediation.desk.week_geometry import WeekGeometry, geometry_of
from ui.theme import COLOURS

_ORDER = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WeekSheet(QWidget):
    """Up and down go from session to session in time, left and right to the nearest one of another day."""

    opened = Signal(object)
    """An `Entry` is to be opened."""
    reached = Signal(object)
    """The keyboard came to a block."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("调解周历")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.blocks: list[SessionBlock] = []
        self._entries: Sequence[Entry] = ()
        self._monday, self._now = date.min, datetime.min
        self._empty = ""
        self._room = QSize(700, 400)
        self._current: tuple[UUID, int] | None = None
        self.geometry_shown: WeekGeometry | None = None

    def show_week(self, monday: date, entries: Sequence[Entry], now: datetime, empty: str) -> None:
        """Shows a week as it stands at a moment (by the clock on the wall); `empty` is said where there is nothing."""
        had_keyboard = self.hasFocus() or any(block.hasFocus() for block in self.blocks)
        self._monday, self._entries, self._now, self._empty = monday, entries, now, empty
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.blocks = [SessionBlock(self, entry) for entry in entries]
        for block in self.blocks:
            block.clicked.connect(lambda _, entry=block.entry: self.opened.emit(entry))
            block.show()
        self._lay_out()
        self._let_tab_in()
        if had_keyboard:
            self.setFocus()

    def give_room(self, room: QSize) -> None:
        """Fills so much room, or more if the words need it."""
        self._room = room
        if self._monday != date.min:
            self._lay_out()

    @property
    def current(self) -> SessionBlock | None:
        """The block that the keyboard comes to: where it was, else the first of today or after, else the first."""
        found = next((block for block in self.blocks if block.entry.key == self._current), None)
        coming = (block for block in self.blocks if block.entry.day >= self._now.date())
        return found or next(coming, None) or next(iter(self.blocks), None)

    def _lay_out(self) -> None:
        room = self._room
        shape = geometry_of(self._monday, self._entries, room.width(), room.height(), self.fontMetrics())
        places = {one.entry.key: shape.place_of(one) for day in shape.days.values() for one in day}
        for block in self.blocks:
            block.setGeometry(places[block.entry.key])
        self.geometry_shown = shape
        self.setFixedSize(shape.width, max(shape.height, room.height()))
        self.update()

    def _let_tab_in(self) -> None:
        """Tab comes to one block, the arrow keys to all."""
        current = self.current
        self.setFocusProxy(current)  # type: ignore[arg-type]
        for block in self.blocks:
            block.setFocusPolicy(Qt.FocusPolicy.StrongFocus if block is current else Qt.FocusPolicy.ClickFocus)

    def go_to(self, key: tuple[UUID, int]) -> None:
        """Takes the keyboard to a session."""
        self._current = key
        self._let_tab_in()
        block = self.current
        if block is not None:
            block.setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(block)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((place for place, block in enumerate(self.blocks) if block.hasFocus()), None)
        there = None if here is None else self._from(here, Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
        else:
            self.go_to(self.blocks[there].entry.key)

    def _from(self, here: int, key: Qt.Key) -> int | None:
        if key in _ORDER:
            there = here + _ORDER[key]
            return there if 0 <= there < len(self.blocks) else here
        if key not in _DAYS:
            return None
        entry = self.blocks[here].entry
        away = [(n, block.entry) for n, block in enumerate(self.blocks)]
        beyond = [(n, one) for n, one in away if (one.day - entry.day).days * _DAYS[key] > 0]
        nearest = min((abs(one.day - entry.day) for _, one in beyond), default=timedelta())
        near = [(abs(_of_day(one) - _of_day(entry)), n) for n, one in beyond if abs(one.day - entry.day) == nearest]
        return min(near)[1] if near else here

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shape = self.geometry_shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(COLOURS.card))
        if shape is None:
            return
        self._paint_ground(painter, shape)
        if not self.blocks:
            painter.setPen(QColor(COLOURS.muted))
            seen = QRect(shape.edges[0], 0, shape.width - shape.edges[0], min(shape.height, self._room.height()))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            place = painter.boundingRect(seen, centred, self._empty)
            painter.fillRect(place.adjusted(-12, -8, 12, 8), QColor(COLOURS.card))
            painter.drawText(seen, centred, self._empty)

    def _paint_ground(self, painter: QPainter, shape: WeekGeometry) -> None:
        today = (self._now.date() - self._monday).days
        for n in range(7):
            left, right = shape.edges[n], shape.edges[n + 1]
            ground = "#f1f6fd" if n == today else COLOURS.stripe if n > 4 else COLOURS.card
            painter.fillRect(left, 0, right - left, self.height(), QColor(ground))
        for hour in range(shape.first_hour, shape.last_hour + 1):
            y = (hour - shape.first_hour) * shape.hour_height
            painter.setPen(QColor(COLOURS.line))
            painter.drawLine(shape.edges[0] - 6, y, shape.width, y)
            painter.setPen(QColor(COLOURS.muted))
            if hour < shape.last_hour:
                words = QRect(0, y, shape.edges[0] - 8, painter.fontMetrics().height() + 4)
                painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour:02}:00")
        painter.setPen(QColor(COLOURS.line))
        for edge in shape.edges:
            painter.drawLine(edge, 0, edge, self.height())
        if 0 <= today < 7 and shape.first_hour <= self._now.hour < shape.last_hour:
            painter.setPen(QPen(QColor(COLOURS.bad), 2))
            y = shape.y_of(self._now)
            painter.drawLine(shape.edges[today], y, shape.edges[today + 1], y)


def _of_day(entry: Entry) -> timedelta:
    return timedelta(hours=entry.starts.hour, minutes=entry.starts.minute)
