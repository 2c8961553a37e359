"""The pages of notices and enforcement measures (文书、执法处置): to be read, beside the hazards they are about."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.notice import Notice
from gridapp.ports import CaseQuery
from ui.desk import Desk
from ui.handling.case_page import CasePage
from ui.handling.content_view import ContentView
from ui.handling.loaded import Loaded
from ui.handling.three_columns import Columns
from ui.safety.case_lines import CaseLines, line_of
from ui.safety.intake.inspection_facts import facts_of
from ui.safety.stacked import stacked
from ui.widgets.card import Card

_HISTORY_LINES = 8


class ServedPage(CasePage):
    """What was served or decided, the inspection or hazard it came from, and the hazards it names."""

    def __init__(self, desk: Desk, kind: Kind, case_id: UUID) -> None:
        super().__init__(desk, kind, case_id)
        self.content = ContentView(1)
        self.hazards = CaseLines("隐患", "没有指明隐患。")
        self.hazards.asked.connect(self.asked)
        matter = Card(f"{kind.label}内容")
        matter.body.addWidget(self.content)
        matter.body.addStretch()
        self.course.history.text.setMinimumHeight(_HISTORY_LINES * self.fontMetrics().lineSpacing())
        columns = Columns((f"{kind.label}内容", "隐患", "办理"), (matter,), stacked((self.hazards,)), (self.course,))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(columns, 1)

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        case, desk = loaded.case, self.desk
        self.content.show_pairs(facts_of(case, desk.areas))
        self.questions.ask("hazards", lambda: _named_by(desk, loaded), self._show_hazards, self.refuse)

    def _show_hazards(self, hazards: Sequence[Case]) -> None:
        self.hazards.show_lines(map(line_of, hazards))


def _named_by(desk: Desk, loaded: Loaded) -> Sequence[Case]:
    """The hazards that a notice names by its number, or for which a measure was taken; asks the database."""
    case, source = loaded.case, loaded.source
    if isinstance(source, Hazard):
        return [source]
    if not isinstance(case, Notice):
        return ()
    query = CaseQuery(kind=Kind.HAZARD, town=case.town, text=case.number, sort="number", descending=False)
    found = desk.office.cases.load_all(desk.office.lists.find_ids(query)).values()
    named = [hazard for hazard in found if isinstance(hazard, Hazard) and hazard.notice_number == case.number]
    return sorted(named, key=lambda hazard: hazard.number)
