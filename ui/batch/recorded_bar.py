"""The line that says what was registered last from the grid (已登记提示); the numbers can be looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.icons import icon
from ui.requests import ShowDue
from ui.theme import COLOURS


class RecordedBar(QFrame):
    """Hidden until something was saved."""

    wanted = Signal(object)
    """A `Request`: the list of what was registered."""

    def __init__(self) -> None:
        super().__init__()
        self._events: Sequence[Case] = ()
        self.setObjectName("saved_bar")
        mark = QLabel()
        mark.setPixmap(icon("tick", COLOURS.good).pixmap(16, 16))
        self._text = QLabel()
        self.show_button = QPushButton("查看")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip("列出刚登记的事件和编号（Alt+K）")
        self.show_button.setShortcut("Alt+K")
        self.show_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (mark, self._text, self.show_button):
            row.addWidget(widget)
        row.addStretch()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_events(self, events: Sequence[Case]) -> None:
        """Says what was registered."""
        self._events = events
        numbers = [event.number for event in events]
        more = f" 至 {numbers[-1]}" if len(numbers) > 1 else ""
        self._text.setText(f"已登记 {len(events)} 件，编号 {numbers[0]}{more}")
        self.show()

    def _ask(self) -> None:
        query = CaseQuery(kind=Kind.EVENT, ids=[event.id for event in self._events], sort="number", descending=False)
        self.wanted.emit(ShowDue(query, f"刚登记的 {len(self._events)} 件"))
