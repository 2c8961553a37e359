"""The line that says what was saved last from a grid (已登记提示); the numbers can be looked at."""

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
    """A `Request`: the list of what was saved."""

    def __init__(self, kind: Kind, verb: str) -> None:
        super().__init__()
        self._kind, self._verb = kind, verb
        self._cases: Sequence[Case] = ()
        self.setObjectName("saved_bar")
        mark = QLabel()
        mark.setPixmap(icon("tick", COLOURS.good).pixmap(16, 16))
        self._text = QLabel()
        self.show_button = QPushButton("查看")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip(f"列出刚{verb}的各件和编号（Alt+K）")
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

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Says what was saved."""
        self._cases = cases
        numbers = [case.number for case in cases]
        more = f" 至 {numbers[-1]}" if len(numbers) > 1 else ""
        self._text.setText(f"已{self._verb} {len(cases)} 件，编号 {numbers[0]}{more}")
        self.show()

    def _ask(self) -> None:
        query = CaseQuery(kind=self._kind, ids=[case.id for case in self._cases], sort="number", descending=False)
        self.wanted.emit(ShowDue(query, f"刚{self._verb}的 {len(self._cases)} 件"))
