"""A record of another kind, to be read (详情): every filled field, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.plain import to_plain
from gridapp.ports import HistoryEntry
from ui.cases.field_words import NAMES, name_of, value_of
from ui.cases.history_view import HistoryView
from ui.cases.moves_bar import state_in_words
from ui.desk import Desk
from ui.page import Page
from ui.requests import ShowRecord
from ui.widgets.card import Card

_PAIRS = 3
"""Fields side by side."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record with its history."""

    case: Case
    history: Sequence[HistoryEntry]


class DetailPage(Page):
    """Nothing here can be changed."""

    def __init__(self, desk: Desk, request: ShowRecord) -> None:
        super().__init__(desk, request.kind.label)
        self._request = request
        self._card = Card("登记内容")
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(12)
        self._fields.setVerticalSpacing(10)
        for pair in range(_PAIRS):
            self._fields.setColumnStretch(2 * pair + 1, 1)
        self._card.body.addLayout(self._fields)
        self.history = HistoryView(desk.areas)
        history = Card("修改记录")
        history.body.addWidget(self.history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self._card)
        layout.addWidget(history, 1)

    @override
    def reload(self) -> None:
        cases, case_id = self.desk.office.cases, self._request.id
        self.questions.ask("case", lambda: Loaded(cases.load(case_id), cases.history(case_id)), self._show, self.refuse)

    def _show(self, loaded: Loaded) -> None:
        case = loaded.case
        self.entitle(f"{case.kind.label} {case.number}")
        while self._fields.count():
            item = self._fields.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for place, (name, value) in enumerate(self.pairs(case)):
            row, pair = divmod(place, _PAIRS)
            heading = QLabel(name)
            heading.setObjectName("muted")
            said = QLabel(value)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._fields.addWidget(heading, row, 2 * pair, Qt.AlignmentFlag.AlignTop)
            self._fields.addWidget(said, row, 2 * pair + 1, Qt.AlignmentFlag.AlignTop)
        self.history.show_entries(case.kind, loaded.history)

    def pairs(self, case: Case) -> list[tuple[str, str]]:
        """Every filled field with its name, in the order in which people know them."""
        plain = to_plain(case)
        shown = [field for field in NAMES if field in plain and field != "status"]
        found = [
            (name_of(case.kind, field) or field, value_of(field, plain[field], self.desk.areas)) for field in shown
        ]
        return [("状态", state_in_words(case)), *found] if case.closings or case.due_at else found
