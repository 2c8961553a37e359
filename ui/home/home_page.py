"""The first page (首页): what waits, and the most urgent cases."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.queues import Queue
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.home.counters import Counters
from ui.home.due import Due, read_due
from ui.home.seat_chooser import SeatChooser
from ui.home.urgent_table import UrgentTable
from ui.icons import icon
from ui.page import Page
from ui.recording.drafts_bar import DraftsBar
from ui.requests import NewBatch, NewEvent, ShowDue, ShowRecord
from ui.theme import COLOURS
from ui.widgets.card import Card

_LEAST_ROWS = 6
"""Rows of the urgent cases that are always seen; on a small screen the page scrolls."""


class HomePage(Page):
    """Counters that open their lists, and the fifteen cases nearest to or beyond their limits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "首页")
        self._due: Due | None = None
        self.seat = SeatChooser(desk.areas, desk.actor.name)
        self.seat.changed.connect(self.reload)
        self.drafts = DraftsBar(desk)
        self.drafts.continued.connect(lambda draft: self.asked.emit(NewEvent(draft.id)))
        self.drafts.refused.connect(self.refused)
        self.counters = Counters()
        self.counters.chosen.connect(self._open_list)
        self.urgent = UrgentTable(desk)
        self.urgent.opened.connect(lambda row: self.asked.emit(ShowRecord(row.kind, row.id)))
        self.new_event = QPushButton("新增事件")
        self.new_event.setObjectName("primary")
        self.new_event.setIcon(icon("plus", COLOURS.card))
        self.new_event.setToolTip("新增事件（Ctrl+N）")
        self.new_event.clicked.connect(lambda: self.asked.emit(NewEvent()))
        self.new_batch = QPushButton("批量登记")
        self.new_batch.setToolTip("在一张表里登记多件事件（Ctrl+Shift+N）")
        self.new_batch.clicked.connect(lambda: self.asked.emit(NewBatch()))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.seat)
        self.tools.addStretch()
        self.tools.addWidget(self.new_batch)
        self.tools.addWidget(self.new_event)
        due = Card("待办")
        due.body.addWidget(self.counters)
        nearest = Card("最紧急的 15 件")
        nearest.body.addWidget(self.urgent, 1)
        self.urgent.setMinimumHeight(self.urgent.verticalHeader().defaultSectionSize() * _LEAST_ROWS)
        inside = QWidget()
        inside.setObjectName("canvas")
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(due)
        cards.addWidget(nearest, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.counters.reached.connect(scroll.ensureWidgetVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self.drafts)
        layout.addLayout(self.tools)
        layout.addWidget(scroll, 1)

    @override
    def reload(self) -> None:
        desk, seat = self.desk, self.seat.seat
        self.questions.ask("due", lambda: read_due(desk, seat), self._show, self.refuse)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.drafts.look()

    def _show(self, due: Due) -> None:
        self._due = due
        self.counters.show_counts(due.counts)
        self.urgent.cases.show(due.urgent)

    def _open_list(self, kind: Kind, queue: Queue) -> None:
        if self._due is not None:
            title = f"{kind.label} · {queue.value}"
            self.asked.emit(ShowDue(self._due.queries[kind, queue], title, queue.value))
