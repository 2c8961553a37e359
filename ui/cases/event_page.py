"""The page of a saved grid event (事件办理): what is written of it, what can be done, and what was done."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.handling.editable_page import EditablePage
from ui.handling.event_amending import EventAmending
from ui.handling.loaded import Loaded
from ui.widgets.card import Card

_UNRECEIVED = frozenset({Status.REPORTED, Status.RETURNED, Status.ACCEPTED})
_PAIRS = 2
_SHARES = (1, 1)


class EventPage(EditablePage):
    """At the left what is written, at the right the course."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        amending = EventAmending(desk)
        super().__init__(desk, Kind.EVENT, case_id, amending)
        self.form = amending.form
        self.content = ContentView(_PAIRS)
        written = Card("登记内容")
        written.body.addWidget(self.content)
        written.body.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        written.body.addStretch()
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setWidget(written)
        left.setAccessibleName("登记内容")
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget, share in zip((left, self.course), _SHARES, strict=True):
            row.addWidget(widget, share)
        self.lay_out(reading)

    @override
    def needs_reason(self, case: Case) -> bool:
        return case.status not in _UNRECEIVED

    @property
    def event_shown(self) -> Event | None:
        """The event as it is shown, once it has come."""
        case = self.loaded.case if self.loaded is not None else None
        return case if isinstance(case, Event) else None

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        if self.loaded is loaded:
            self.content.show_case(loaded.case, self.desk.areas)
