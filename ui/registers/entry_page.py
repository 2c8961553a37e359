"""The page of an entry of a register (登记详情): what is written, what belongs to it, what may be done, its history."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.handling.editable_page import EditablePage
from ui.handling.loaded import Loaded
from ui.registers.entry_actions import EntryActions
from ui.registers.entry_editing import EntryEditing
from ui.registers.entry_words import pairs_of_entry
from ui.registers.finishing import finishing
from ui.registers.links_panel import LinksPanel
from ui.registers.point_card import PointCardDialog
from ui.widgets.card import Card
from ui.widgets.scroll_down import ScrollDown

_PAIRS = 2
_HISTORY_LINES = 6


class EntryPage(EditablePage):
    """At the left what is written, at the right what to do, what belongs to it and the history."""

    def __init__(self, desk: Desk, kind: Kind, case_id: UUID) -> None:
        super().__init__(desk, kind, case_id, EntryEditing(desk, kind))
        self.content = ContentView(_PAIRS)
        self.doing = EntryActions()
        self.doing.asked.connect(self.asked)
        self.doing.finished.connect(self.finish)
        self.doing.card_wanted.connect(self.show_card)
        self.links = LinksPanel()
        self.links.opened.connect(self.asked)
        written = Card("登记内容")
        written.body.addWidget(self.content)
        written.body.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        written.body.addStretch()
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setWidget(written)
        left.setAccessibleName("登记内容")
        right = QWidget()
        right.setObjectName("canvas")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.course.now.body.insertWidget(1, self.doing)
        for panel in (self.course.now, *self.panels(), self.links):
            column.addWidget(panel)
        column.addWidget(self.course, 1)
        self.course.history.text.setMinimumHeight(_HISTORY_LINES * self.fontMetrics().lineSpacing())
        beside = ScrollDown(right)
        beside.setAccessibleName("关联记录和办理经过")
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(beside, 1)
        self.lay_out(reading)

    def panels(self) -> Sequence[QWidget]:
        """What a register shows of its own beside what belongs to the entry."""
        return ()

    @override
    def needs_reason(self, case: Case) -> bool:
        """It is asked for only where a change takes back what was counted, which is seen when it is saved."""
        return False

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        first = self.loaded is None
        super().show_loaded(loaded)
        if self.loaded is not loaded:
            return
        self.content.show_pairs(list(pairs_of_entry(loaded.case, self.desk.areas)))
        self.links.show_links(loaded)
        self.doing.show_case(loaded.case)
        if first and self.doing.buttons:
            next(iter(self.doing.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Asks when and why the entry leaves its list."""
        if self.loaded is not None and not self.has_changes:
            finishing(self, self.desk, self.loaded.case, self.carried_out).open()

    def show_card(self) -> None:
        """Shows the card that hangs at a geological point (明白卡)."""
        if self.loaded is not None:
            PointCardDialog(self, self.loaded.case, self.desk.areas).open()
