"""A box of lines with the same entries each (多行填写), added and emptied by keyboard."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.line_keys import takes_line_away

LineT = TypeVar("LineT", bound=tuple[QLineEdit, ...])


class LinesBox(QWidget, Generic[LineT]):
    """Lines under one another and a button for one more; Alt+T adds one, Ctrl+Delete empties the one at hand."""

    changed = Signal()
    grown = Signal()
    """There is a line more."""

    def __init__(self, name: str, what: str, stretches: Sequence[int]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: list[LineT] = []
        self.add_button = QPushButton("再加一项")
        self.add_button.setToolTip(f"再加一项{what}（Alt+T）；Ctrl+Delete 清空所在的一项")
        self.add_button.clicked.connect(self._begin_row)
        # A shortcut of the button itself would press it for a moment first, and miss what is typed next.
        QShortcut(QKeySequence("Alt+T"), self, self._begin_row)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)

    def entries_of(self, number: int) -> LineT:
        """The entries of a new line, which will be the `number`-th."""
        raise NotImplementedError

    def add_rows(self, least: int) -> None:
        """Adds lines until there are so many."""
        while len(self.rows) < least:
            self._add_row()
        self.setFocusProxy(self.rows[0][0])

    def _begin_row(self) -> None:
        self._add_row()
        self.rows[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _add_row(self) -> None:
        number = len(self.rows) + 1
        line = self.entries_of(number)
        before = self.rows[-1][-1:] if self.rows else ()
        self.rows.append(line)
        for column, entry in enumerate(line):
            entry.textChanged.connect(self.changed)
            entry.installEventFilter(self)
            self._grid.addWidget(entry, number - 1, column)
        self._grid.addWidget(self.add_button, number, 0, Qt.AlignmentFlag.AlignLeft)
        for one, following in pairwise((*before, *line, self.add_button)):
            self.setTabOrder(one, following)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if takes_line_away(event):
            for entry in next(row for row in self.rows if watched in row):
                entry.clear()
            return True
        return super().eventFilter(watched, event)
