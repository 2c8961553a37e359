"""The first page (首页): what waits, and the most urgent cases."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.queues import Queue
from gridapp.domain.kind import Kind
from gridapp.registers.first_kind import FirstKind, keep_first_kind
from ui.desk import Desk
from ui.home.counters import Counters
from ui.home.due import URGENT, Due, read_due
from ui.home.seat_chooser import SeatChooser
from ui.home.urgent_table import UrgentTable
from ui.page import Page
from ui.recording.drafts_bar import DraftsBar
from ui.recording.unsaved_forms import request_for
from ui.requests import ShowDue, ShowRecord
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
        self.seat.first_changed.connect(self._change_first)
        self.drafts = DraftsBar(desk)
        self.drafts.continued.connect(lambda draft: self.asked.emit(request_for(draft)))
        self.drafts.refused.connect(self.refused)
        self.counters = Counters()
        self.counters.chosen.connect(self._open_list)
        self.counters.asked.connect(self.asked)
        self.counters.wanted.connect(self._choose_first)
        self.urgent = UrgentTable(desk)
        self.urgent.opened.connect(lambda row: self.asked.emit(ShowRecord(row.kind, row.id)))
        self.alone = QCheckBox()
        self.alone.clicked.connect(self._alone_ticked)
        nearest = self._urgent_card()
        inside = _Canvas()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self.counters)
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
        layout.addWidget(self.seat)
        layout.addWidget(scroll, 1)

    def _urgent_card(self) -> Card:
        rows = self.urgent.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        self.urgent.setMinimumHeight(rows + self.urgent.horizontalHeader().sizeHint().height())
        title = QLabel(f"最紧急的 {URGENT} 件")
        title.setObjectName("card_title")
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch()
        line.addWidget(self.alone)
        card = Card()
        card.body.addLayout(line)
        card.body.addWidget(self.urgent, 1)
        return card

    @override
    def reload(self) -> None:
        desk, seat = self.desk, self.seat.seat
        self.questions.ask("due", lambda: read_due(desk, seat), self._show, self.refuse)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.drafts.look()

    def _show(self, due: Due) -> None:
        if self._due is None:
            self.seat.first.choose(due.first.kind.value)
            self.alone.setChecked(due.first.alone)
            self.counters.put_in_front(due.first.kind)
        self._due = due
        self.counters.show_counts(due.counts)
        self._show_urgent()

    def _show_urgent(self) -> None:
        kind = self.seat.first_kind
        self.alone.setText(f"只看{kind.label}")
        self.alone.setToolTip(f"只列{kind.label}中最紧急的，下次打开仍这样")
        if self._due is not None:
            self.urgent.cases.show(self._due.urgent[kind if self.alone.isChecked() else None])

    def _choose_first(self, kind: Kind) -> None:
        self.seat.first.choose(kind.value)
        self._change_first(kind)
        next(iter(self.counters.panels[kind].counters.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_first(self, kind: Kind) -> None:
        self.counters.put_in_front(kind)
        self._alone_ticked()

    def _alone_ticked(self) -> None:
        """Shows and keeps what stands in front, now and whenever its person opens the office again."""
        self._show_urgent()
        registers, person = self.desk.office.registers, self.desk.actor.name
        first = FirstKind(self.seat.first_kind, self.alone.isChecked())
        self.questions.ask("first", lambda: keep_first_kind(registers, person, first), lambda _: None, self.refuse)

    def _open_list(self, kind: Kind, queue: Queue) -> None:
        if self._due is not None:
            title = f"{kind.label} · {queue.value}"
            self.asked.emit(ShowDue(self._due.queries[kind, queue], title, queue.value))


class _Canvas(QWidget):
    """What scrolls: its height follows from its width alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")

    @override
    def minimumSizeHint(self) -> QSize:
        # The layout would say how high it is at its narrowest.
        return QSize(super().minimumSizeHint().width(), 0)
