"""The page of a saved dispute (纠纷办理): parties and matter left, the course in the middle, the file at the right."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.handling.course_column import CourseColumn
from ui.handling.due_panel import DuePanel
from ui.handling.editable_page import EditablePage
from ui.handling.loaded import Loaded
from ui.handling.three_columns import Columns
from ui.mediation.case.due_lines import due_lines
from ui.mediation.case.file_panel import FilePanel
from ui.mediation.case.file_way import FileWay
from ui.mediation.case.former_places import former_places
from ui.mediation.case.matter import matter_of
from ui.mediation.case.parties_panel import PartiesPanel
from ui.mediation.case.terms_panel import TermsPanel
from ui.mediation.intake.dispute_editing import DisputeEditing
from ui.widgets.card import Card

_WIDE, _NARROW = 3, 2
"""Buttons side by side."""
_HISTORY_LINES = 8
_NAMES = ("当事人和纠纷情况", "办理情况", "协议履行和卷宗")


class DisputePage(EditablePage):
    """One screen that shows the whole dispute."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        editing = DisputeEditing(desk)
        super().__init__(desk, Kind.DISPUTE, case_id, editing)
        self._editing = editing
        self.parties = PartiesPanel()
        self.content = ContentView(1)
        self.due = DuePanel()
        self.terms = TermsPanel()
        self.file = FilePanel()
        self.terms.wanted.connect(lambda n: self.begin(Move.PERFORM, {"term": n}))
        self.file.wanted.connect(self._supply)
        self.course.moves.set_columns(_WIDE)
        matter = Card("纠纷情况")
        self.edit_button.setObjectName("quiet")
        matter.put_beside_heading(self.edit_button)
        matter.body.addWidget(self.content)
        middle = CourseColumn((self.due,), self.course, _HISTORY_LINES)
        columns = Columns(_NAMES, (self.parties, matter), middle, (self.terms, self.file))
        columns.narrowed.connect(lambda narrow: self.course.moves.set_columns(_NARROW if narrow else _WIDE))
        self.lay_out(columns)

    @override
    def needs_reason(self, case: Case) -> bool:
        return case.closed is not None

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        if self.loaded is None:
            book, town, now = self.desk.office.sessions, loaded.case.town, self.desk.now
            self.questions.ask("places", lambda: former_places(book, town, now), self._offer_places, self.refuse)
        super().show_loaded(loaded)
        dispute = loaded.case
        if isinstance(dispute, Dispute):
            self.parties.show_dispute(dispute)
            self.content.show_pairs(matter_of(dispute, self.desk.areas))
            self.due.show_lines(due_lines(dispute, self.desk.now, self.desk.deadlines))
            self._show_ways(dispute)

    @override
    def show_moves(self) -> None:
        super().show_moves()
        if self.loaded is not None and isinstance(self.loaded.case, Dispute):
            self._show_ways(self.loaded.case)

    def _show_ways(self, dispute: Dispute) -> None:
        now, deadlines, unsaved = self.desk.now, self.desk.deadlines, self.has_changes
        self.terms.show_dispute(dispute, now, deadlines, unsaved=unsaved)
        self.file.show_dispute(dispute, now, deadlines, unsaved=unsaved)

    def _offer_places(self, places: Sequence[str]) -> None:
        self.people = replace(self.people, places=places)

    def _supply(self, way: FileWay) -> None:
        if way.move is not None:
            self.begin(way.move)
        else:
            self.edit()
            self._editing.focus_field(way.field)
