"""Buttons in rows, each row with its heading (分组按钮); a long row goes on in the next line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.widgets.clearing import clear
from ui.widgets.flow_layout import FlowLayout


class ButtonRows(QWidget):
    """Hidden while there are no rows; the buttons belong to whoever made them."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_groups(self, groups: Sequence[tuple[str, Sequence[QPushButton]]], last: QPushButton) -> None:
        """Shows groups of buttons; one more stands at the end of the last row."""
        clear(self._grid)
        _make_compact(last, compact=bool(groups))
        for row, (name, buttons) in enumerate(groups):
            heading = QLabel(name)
            heading.setObjectName("muted")
            heading.setMinimumHeight(last.sizeHint().height())
            self._grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
            line = QWidget()
            flow = FlowLayout(line)
            for button in (*buttons, *((last,) if row == len(groups) - 1 else ())):
                _make_compact(button, compact=True)
                flow.addWidget(button)
                # The layout would show it only later, and what is not shown cannot be focused.
                button.show()
            self._grid.addWidget(line, row, 1)
            line.show()
        self.setVisible(bool(groups))


def _make_compact(button: QPushButton, *, compact: bool) -> None:
    """Less air at the sides, so that a row stays a row."""
    button.setProperty("compact", compact)
    button.style().polish(button)
