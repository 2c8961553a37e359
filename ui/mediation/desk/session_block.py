"""One session in the week (周历中的一场): painted as on paper, but with a name and under the keyboard."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.mediation.desk.week_entry import Entry
from ui.theme import COLOURS

_BAR = 4
_MARGIN = 6
_SMALLER = 0.9


AGAINST = "▲冲突"
"""Stands beside the hour of a session that something stands against."""


class SessionBlock(QAbstractButton):
    """Time and state above, then what, where and who, as much as there is room for; Enter opens the dispute."""

    def __init__(self, parent: QWidget, entry: Entry) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setAccessibleName(entry.told())
        self.setToolTip("\n".join((f"{entry.hours} {entry.state}", *entry.against, *entry.facts, entry.line.number)))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, ground = self.entry.colours
        whole = self.rect().adjusted(1, 1, -1, -1)
        thick = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(COLOURS.ink if self.hasFocus() else colour), thick))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(whole, 4, 4)
        painter.fillRect(QRect(whole.left(), whole.top() + 2, _BAR, whole.height() - 4), QColor(colour))
        inside = whole.adjusted(_BAR + _MARGIN - 2, 1, -_MARGIN + 2, 0)
        self._write(painter, inside, colour)

    def _write(self, painter: QPainter, inside: QRect, colour: str) -> None:
        height = self.fontMetrics().height()
        room = max(1, inside.height() // height)
        for n, line in enumerate(self.lines(inside.width(), room)):
            painter.setFont(_bold(self.font()) if n == 0 else self.font())
            painter.setPen(QColor(colour if n == 0 else COLOURS.ink))
            place = QRect(inside.left(), inside.top() + n * height, inside.width(), height)
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def lines(self, width: int, most: int) -> list[str]:
        """What stands in it, line by line, where there is room for some lines of so many pixels."""
        bold, entry = QFontMetrics(_bold(self.font())), self.entry
        sign = f" {AGAINST}" if entry.against else ""
        begins = f"{entry.starts:%H:%M}{sign}"
        whole = (f"{entry.hours}{sign} {entry.state}", f"{begins} {entry.state}")
        fitting = next((line for line in whole if bold.horizontalAdvance(line) <= width), None)
        first = [fitting] if fitting else [begins, entry.state]
        title, *others = entry.facts
        spacious = most - len(first) > 1
        return [*first, *(_in_two(title, self.fontMetrics(), width) if spacious else [title]), *others][:most]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _in_two(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Words in one line, or broken into two where they are longer."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    most = next((n for n in range(len(words), 1, -1) if metrics.horizontalAdvance(words[:n]) <= width), 1)
    return [words[:most], words[most:]]
