"""A layout of equal cells (等宽布局) that goes on in the next line when a line is full."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.wrapping_layout import WrappingLayout


class EvenLayout(WrappingLayout):
    """Cells as wide as the widest asks for and never narrower than `least`, in lines that are about equally long.

    A `stretched` one makes its cells so wide that they fill the line.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent, spacing)
        self.stretched = False
        self.least = 0

    @override
    def heightForWidth(self, width: int) -> int:
        cell, columns = self._cell, self._columns(width)
        lines = -(-len(self._items) // columns)
        return max(0, lines * (cell.height() + self.spacing()) - self.spacing())

    @override
    def sizeHint(self) -> QSize:
        return self._cell

    @override
    def minimumSize(self) -> QSize:
        return self._cell

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        cell, columns, space = self._cell, self._columns(rect.width()), self.spacing()
        whole = rect.width() + space if self.stretched else columns * (cell.width() + space)
        for place, item in enumerate(self._items):
            line, column = divmod(place, columns)
            left, right = column * whole // columns, (column + 1) * whole // columns - space
            top = rect.y() + line * (cell.height() + space)
            item.setGeometry(QRect(rect.x() + left, top, right - left, cell.height()))

    @property
    def widest(self) -> int:
        """The width that the widest cell asks for."""
        return max((item.sizeHint().width() for item in self._items), default=0)

    @property
    def _cell(self) -> QSize:
        size = QSize(self.least, 0)
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _columns(self, width: int) -> int:
        """How many cells stand in a line: no more than fit, and the last line is not left nearly empty."""
        count = max(1, len(self._items))
        fit = max(1, (width + self.spacing()) // max(1, self._cell.width() + self.spacing()))
        return -(-count // -(-count // min(fit, count)))
