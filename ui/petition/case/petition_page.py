"""The page of a saved petition (信访件办理): people and matter left, the course in the middle, outcome at the right."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from ui.desk import Desk
from ui.handling.content_view import ContentView
from ui.handling.course_column import CourseColumn
from ui.handling.due_panel import DuePanel
from ui.handling.editable_page import EditablePage
from ui.handling.fact_cards import FactCards
from ui.handling.loaded import Loaded
from ui.handling.petition_hints import rules_in_words
from ui.handling.three_columns import Columns
from ui.petition.case.matter import Pair, matter_of
from ui.petition.case.outcome import OUTCOME
from ui.petition.case.petition_due import due_lines
from ui.petition.case.petitioners import PetitionersPanel
from ui.petition.case.visits import Visits, visits_of
from ui.petition.case.visits_panel import VisitsPanel
from ui.petition.intake.petition_editing import PetitionEditing
from ui.widgets.card import Card

_NAMES = ("信访人和信访事项", "办理情况", "办结答复、积案和包案")
_HISTORY_LINES = 6


class PetitionPage(EditablePage):
    """One screen that shows the whole petition."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, Kind.PETITION, case_id, PetitionEditing(desk))
        self.petitioners = PetitionersPanel()
        self.visits = VisitsPanel()
        self.visits.opened.connect(self.asked)
        self.content = ContentView(1)
        self.matter: Sequence[Pair] = ()
        self.due = DuePanel()
        self.outcome: FactCards[Petition] = FactCards(OUTCOME)
        self.rules = QLabel()
        self.rules.setObjectName("hint")
        self.rules.setWordWrap(True)
        self.edit_button.setObjectName("quiet")
        matter = Card("信访事项")
        matter.put_beside_heading(self.edit_button)
        matter.body.addWidget(self.content)
        matter.body.addWidget(self.rules)
        middle = CourseColumn((self.due,), self.course, _HISTORY_LINES)
        self.lay_out(Columns(_NAMES, (self.petitioners, self.visits, matter), middle, self.outcome.cards))

    @override
    def needs_reason(self, case: Case) -> bool:
        return case.closed is not None

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        petition = loaded.case
        if self.loaded is not loaded or not isinstance(petition, Petition):
            return
        now, deadlines, office = self.desk.now, self.desk.deadlines, self.desk.office
        self.petitioners.show_petition(petition)
        self.due.show_lines(due_lines(petition, now, deadlines))
        self.outcome.show_case(petition)
        rules = rules_in_words(petition)
        self.rules.setText(f"适用{rules}" if rules else "登记时尚无适用的信访规定")
        self._show_visits(petition, Visits())
        self.questions.ask(
            "visits", lambda: visits_of(office, petition), lambda found: self._show_visits(petition, found), self.refuse
        )

    def _show_visits(self, petition: Petition, visits: Visits) -> None:
        self.matter = matter_of(petition, self.desk.areas, visits.reception)
        self.content.show_pairs(self.matter)
        self.visits.show_visits(petition, visits)
