"""A group of pages in the navigation (导航分组) that is folded out when it is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

_OUT, _IN = "▾", "▸"
_STEPS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}


class NavigationFold(QWidget):
    """A heading, and below it its buttons while it is folded out; Enter, the space bar and ← → fold it."""

    unfolded = Signal()

    def __init__(self, name: str, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._name = name
        self.heading = _Heading()
        self.heading.setObjectName("fold")
        self.heading.setCheckable(True)
        self.heading.toggled.connect(self._fold)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.setSpacing(0)
        for button in buttons:
            inside.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._inside)
        self._fold(out=False)

    @property
    def is_out(self) -> bool:
        """Whether its buttons are shown."""
        return self.heading.isChecked()

    def fold(self, *, out: bool) -> None:
        """Shows its buttons, or hides them."""
        self.heading.setChecked(out)

    def _fold(self, out: bool) -> None:
        self._inside.setVisible(out)
        self.heading.setText(f"{_OUT if out else _IN}  {self._name}")
        self.heading.setAccessibleName(f"{self._name}（{'已展开' if out else '已收起'}）")
        if out:
            self.unfolded.emit()


class _Heading(QPushButton):
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.setChecked(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)
