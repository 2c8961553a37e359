"""Beside a register's form, what is on file of the record to which the entry is to belong (关联对象)."""

from PySide6.QtWidgets import QLabel

from gridapp.ports import CaseRow
from ui.cases.register_columns import register_columns
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.widgets.card import Card

_ELSEWHERE = frozenset({"title", "town", "removed_at", "removed_reason"})


class SourcePanel(Card):
    """Empty while no record is picked; it says how often nobody was there yet."""

    def __init__(self, desk: Desk, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._content = ContentView(1)
        self._content.setAccessibleName("关联对象")
        self._hint = QLabel(hint)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._content)
        self.body.addStretch()
        if not hint:
            self.hide()

    def show_row(self, row: CaseRow | None) -> None:
        """Shows a record as its list shows it."""
        self.set_heading(row.title if row else "")
        self._hint.setVisible(row is None)
        columns = register_columns(row.kind) if row else ()
        told = [(column.heading, column.said(row, self._desk)) for column in columns if row]
        self._content.show_pairs(
            [pair for column, pair in zip(columns, told, strict=True) if column.name not in _ELSEWHERE and pair[1]]
        )
