"""How the page of a case lies on the screen (三栏布局): three columns that scroll, or two where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.scroll_down import AIR, ScrollDown

_SHARES = (31, 43, 33)
_GAP = 10
_WIDE = 72
"""Chinese letters side by side from which on there is room for three columns."""


class Columns(QWidget):
    """Left, middle and right, by their names; where it is narrow what stands right goes below what stands left."""

    narrowed = Signal(bool)
    """There are two columns from now on, or three again."""

    def __init__(
        self, names: tuple[str, str, str], left: Sequence[QWidget], middle: QWidget, right: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._is_narrow = False
        self._beside = _stacked(right)
        self._left = _Column(names[0], _stacked(left))
        self._middle = _Column(names[1], middle)
        self._right = _Column(names[2], self._beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column, share in zip((self._left, self._middle, self._right), _SHARES, strict=True):
            row.addWidget(column, share)

    @property
    def is_narrow(self) -> bool:
        """Whether there are two columns."""
        return self._is_narrow

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as two columns are, so that a wide page can become narrow."""
        columns = (self._left, self._middle)
        return QSize(sum(c.minimumSizeHint().width() for c in columns) + _GAP, self._middle.minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _WIDE * self.fontMetrics().horizontalAdvance("字")
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._lie()
            self.narrowed.emit(is_narrow)

    def _lie(self) -> None:
        inside = self._left.widget().layout()
        if self._is_narrow and isinstance(inside, QVBoxLayout):
            inside.insertWidget(inside.count() - 1, self._right.takeWidget())
            self._beside.show()
        else:
            self._right.setWidget(self._beside)
        self._right.setVisible(not self._is_narrow)


class _Column(ScrollDown):
    """Scrolls up and down alone; it is never narrower than what it holds."""

    def __init__(self, name: str, inside: QWidget) -> None:
        super().__init__(inside)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = inside.minimumSizeHint().width() if inside else 0
        return QSize(width + bar + AIR, super().minimumSizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _stacked(cards: Sequence[QWidget]) -> QWidget:
    inside = QWidget()
    inside.setObjectName("canvas")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return inside
