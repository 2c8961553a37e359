"""The page of a saved record of another kind (详情): what is written of it, what can be done, and what was done."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout
from typing_extensions import override

from ui.desk import Desk
from ui.handling.case_page import CasePage
from ui.handling.content_view import ContentView
from ui.handling.loaded import Loaded
from ui.requests import ShowRecord
from ui.widgets.card import Card

_PAIRS = 2
_SHARES = (1, 1)


class DetailPage(CasePage):
    """What is written cannot be changed here."""

    def __init__(self, desk: Desk, request: ShowRecord) -> None:
        super().__init__(desk, request.kind, request.id)
        self.content = ContentView(_PAIRS)
        written = Card("登记内容")
        written.body.addWidget(self.content)
        written.body.addStretch()
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setWidget(written)
        left.setAccessibleName("登记内容")
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget, share in zip((left, self.course), _SHARES, strict=True):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        self.content.show_case(loaded.case, self.desk.areas)
