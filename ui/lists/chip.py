"""A chip (标签): one thing that narrows a list; Enter changes it, Del or × takes it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton
from typing_extensions import override

from ui.icons import icon
from ui.lists.literal import literal
from ui.theme import COLOURS

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QFrame):
    """Says what it stands for."""

    changing = Signal()
    removed = Signal()

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.words = words
        self.button = _ChipButton(literal(words))
        self.button.setObjectName("chip_words")
        self.button.setToolTip(hint)
        self.button.setAccessibleName(f"条件：{words}")
        self.button.setAccessibleDescription(hint)
        self.button.clicked.connect(self.changing)
        self.button.removed.connect(self.removed)
        cross = QToolButton()
        cross.setObjectName("chip_cross")
        cross.setIcon(icon("cross", COLOURS.muted))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(f"去掉条件：{words}")
        cross.setToolTip("去掉（Del）")
        cross.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(cross)


class _ChipButton(QPushButton):
    removed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
