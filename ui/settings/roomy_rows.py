"""Rows of a list with room to be read and edited in (列表行高)."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

_ROOM = 12
"""Pixels above and below the words together."""


class RoomyRows(QStyledItemDelegate):
    """A padding in the style sheet would also narrow the line in which a row is edited."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + _ROOM)
