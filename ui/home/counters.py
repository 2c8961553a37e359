"""The counters of the first page (待办计数): kinds down, what is due across; a click opens the list."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from gridapp.domain.kind import Kind
from ui.home.due import KINDS, OVERDUE, SOON, TODAY, UNDER_WAY, WAITING
from ui.icons import icon
from ui.theme import COLOURS

_NAMES = {OVERDUE: "bad", TODAY: "warn", SOON: "warn", WAITING: "accent", UNDER_WAY: "accent"}


class Counters(QWidget):
    """A number for each kind and heading."""

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[tuple[Kind, str], QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for across, name in enumerate(_NAMES, 2):
            heading = QLabel(name)
            heading.setObjectName("muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(heading, 0, across)
            grid.setColumnStretch(across, 1)
        for down, kind in enumerate(KINDS, 1):
            drawing = QLabel()
            drawing.setPixmap(icon(kind.value, COLOURS.accent).pixmap(20, 20))
            grid.addWidget(drawing, down, 0)
            grid.addWidget(QLabel(kind.label), down, 1)
            for across, name in enumerate(_NAMES, 2):
                grid.addWidget(self._button(kind, name), down, across)
        grid.setColumnMinimumWidth(1, 86)

    def button(self, kind: Kind, name: str) -> QPushButton:
        """The counter of a kind under a heading."""
        return self._buttons[kind, name]

    def show_counts(self, counts: Mapping[tuple[Kind, str], int]) -> None:
        """Shows other numbers."""
        for (kind, name), count in counts.items():
            button = self._buttons[kind, name]
            button.setText(f"{count:,}")
            button.setAccessibleName(f"{kind.label}{name} {count} 件")
            button.setProperty("tone", _NAMES[name] if count else "none")
            button.style().polish(button)

    def _button(self, kind: Kind, name: str) -> QPushButton:
        button = QPushButton("—")
        button.setObjectName("counter")
        button.setAccessibleName(f"{kind.label}{name}")
        button.setToolTip(f"查看{kind.label}“{name}”的清单")
        button.clicked.connect(lambda: self.chosen.emit(kind, name))
        self._buttons[kind, name] = button
        return button
