"""Draws a day of the year table (日历单元格): the number, the word below it, a frame around the one looked at."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme import COLOURS


class DayPainter(QStyledItemDelegate):
    """A cell is too narrow for the paddings that the style sheet gives to other tables."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.save()
        if isinstance(ground, QColor):
            painter.fillRect(rect, QBrush(ground))
        if isinstance(font, QFont):
            painter.setFont(font)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(COLOURS.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, index.data(Qt.ItemDataRole.DisplayRole) or "")
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(COLOURS.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
