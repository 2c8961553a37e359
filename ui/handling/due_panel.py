"""The card of what is due in a case (期限): a line each, its light in shape, colour and word."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.handling.due_line import DueLine
from ui.widgets.card import Card
from ui.widgets.clearing import clear


class DuePanel(Card):
    """Hidden where nothing is due."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("期限与约定")
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.addWidget(inside)
        self.lines: Sequence[DueLine] = ()

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Shows what is due."""
        self.lines = lines
        clear(self._grid)
        for row, line in enumerate(lines):
            self._grid.addWidget(_label(line.name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            said = _label(line.words.text)
            said.setWordWrap(True)
            self._grid.addWidget(said, row, 1)
            if line.words.light is not None:
                light = _label(f"<b style='color:{line.words.colour}'>{escape(line.sign)}</b>")
                self._grid.addWidget(light, row, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.setVisible(bool(lines))
        self.setAccessibleDescription("；".join(f"{line.name} {line.words.text} {line.sign}" for line in lines))


def _label(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
