"""What scrolls up and down where the screen is too low (上下滚动), with some air between it and its bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

AIR = 4
"""Between what scrolls and its bar, in pixels."""


class ScrollDown(QScrollArea):
    """As wide as what it holds is to be; the keyboard goes to what it holds, never to itself."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self._keep_off)

    def _keep_off(self, _: int, beyond: int) -> None:
        self.setViewportMargins(0, 0, AIR if beyond else 0, 0)
