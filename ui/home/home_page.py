"""The first page (首页): what is due, and the most urgent cases."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.home.counters import Counters
from ui.home.due import Due, queries, read_due
from ui.home.urgent_table import UrgentTable
from ui.icons import icon
from ui.page import Page
from ui.requests import NewEvent, ShowDue, ShowRecord
from ui.theme import COLOURS
from ui.widgets.card import Card


class HomePage(Page):
    """Counters that open their lists, and the fifteen cases nearest to or beyond their limits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "首页")
        self.counters = Counters()
        self.counters.chosen.connect(self._open_list)
        self.urgent = UrgentTable(desk)
        self.urgent.opened.connect(lambda row: self.asked.emit(ShowRecord(row.kind, row.id)))
        self.new_event = QPushButton("新增事件")
        self.new_event.setObjectName("primary")
        self.new_event.setIcon(icon("plus", COLOURS.card))
        self.new_event.setToolTip("新增事件（Ctrl+N）")
        self.new_event.clicked.connect(lambda: self.asked.emit(NewEvent()))
        top = QHBoxLayout()
        top.addStretch()
        top.addWidget(self.new_event)
        due = Card("待办")
        due.body.addWidget(self.counters)
        nearest = Card("最紧急的 15 件")
        nearest.body.addWidget(self.urgent, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(due)
        layout.addWidget(nearest, 1)

    @override
    def reload(self) -> None:
        desk = self.desk
        self.questions.ask("due", lambda: read_due(desk), self._show, self.refuse)

    def _show(self, due: Due) -> None:
        self.counters.show_counts(due.counts)
        self.urgent.cases.show(due.urgent)

    def _open_list(self, kind: Kind, name: str) -> None:
        self.asked.emit(ShowDue(queries(self.desk, kind)[name], f"{kind.label} · {name}"))
