"""A layout that goes on in the next line when a line is full (流式布局)."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.wrapping_layout import WrappingLayout


class FlowLayout(WrappingLayout):
    """Puts its widgets side by side in as many lines as the width asks for.

    The last `tail` of them stand together at the right edge, if need be in a line of their own.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent, spacing)
        self.tail = 0

    def insert(self, place: int, widget: QWidget) -> None:
        """Puts a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), move=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, move=True)

    def _placed(self, rect: QRect, *, move: bool) -> int:
        """The height that the lines take in a width; the widgets are moved there if wanted."""
        x, y, line = rect.x(), rect.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        tail = shown[len(shown) - self.tail :]
        for item in shown:
            size = item.sizeHint()
            if tail and item is tail[0]:
                whole = sum(one.sizeHint().width() for one in tail) + self.spacing() * (len(tail) - 1)
                if x > rect.x() and x + whole > rect.x() + rect.width():
                    x, y, line = rect.x(), y + line + self.spacing(), 0
                x = max(x, rect.x() + rect.width() - whole)
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()
