"""What is written of a case (登记内容), to be read and copied: every filled field with its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.plain import to_plain
from ui.cases.field_words import NAMES, name_of, value_of
from ui.widgets.clearing import clear

_ELSEWHERE = frozenset({"status", "steps", "step_due_at", "supervision", "source_case", "excluded"})
"""Fields that the head or the line of time show."""


class ContentView(QWidget):
    """Names at the left, words beside them, as many pairs in a row as it was made for."""

    def __init__(self, pairs: int) -> None:
        super().__init__()
        self.setAccessibleName("登记内容")
        self._pairs = pairs
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for pair in range(pairs):
            self._grid.setColumnStretch(2 * pair + 1, 1)

    def show_case(self, case: Case, areas: AreaTree) -> None:
        """Shows what is written."""
        self.show_pairs(pairs_of(case, areas))

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Shows words, each with its name."""
        clear(self._grid)
        for place, (name, value) in enumerate(pairs):
            row, pair = divmod(place, self._pairs)
            heading = QLabel(name)
            heading.setObjectName("muted")
            said = QLabel(value)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(heading, row, 2 * pair, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 2 * pair + 1, Qt.AlignmentFlag.AlignTop)


def pairs_of(case: Case, areas: AreaTree) -> Sequence[tuple[str, str]]:
    """Every filled field with its name, in the order in which people know them."""
    plain = to_plain(case)
    shown = [field for field in NAMES if field in plain and field not in _ELSEWHERE]
    return [(name_of(case.kind, field) or field, value_of(field, plain[field], areas)) for field in shown]
