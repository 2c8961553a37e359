"""How the page of a new event is laid out (登记页布局): bars, form and side, buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

_SIDE = 32
"""Width of what stands beside the form, in digits."""
_NARROW = 125
"""In a page of fewer digits' width it stands under the form."""


class FormWithSide(QScrollArea):
    """Something wide, and something narrow at its right, or below it where there is too little room."""

    def __init__(self, name: str, bars: Sequence[QWidget], form: QWidget, side: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side = side
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(12)
        self._both.addWidget(form, 1)
        self._both.addWidget(side)
        inside = QWidget()
        inside.setObjectName("canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(12)
        for bar in bars:
            above.addWidget(bar, 1)
        column.addLayout(above)
        column.addLayout(self._both)
        column.addStretch()
        self.setWidget(inside)
        QApplication.instance().focusChanged.connect(self._reveal)  # type: ignore[union-attr]

    def _reveal(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scrolls to what has the keyboard, however it got there."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        digit = self.fontMetrics().horizontalAdvance("0")
        narrow = event.size().width() < _NARROW * digit
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(direction)
        self._side.setMaximumWidth(self.maximumWidth() if narrow else _SIDE * digit)
        self._side.setMinimumWidth(0 if narrow else _SIDE * digit)


class PressButton(QPushButton):
    """A button that Enter presses as well, so that the last Enter of a form saves it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button_bar(hint: QLabel, buttons: Sequence[QWidget]) -> QFrame:
    """The bar below a page: a quiet remark at the left, buttons at the right."""
    bar = QFrame()
    bar.setObjectName("card")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 6, 16, 6)
    row.setSpacing(8)
    hint.setObjectName("muted")
    row.addWidget(hint)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return bar
