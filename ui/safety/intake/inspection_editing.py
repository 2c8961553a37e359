"""Changing what is written of a saved inspection (修改检查); its hazards and its notice are changed themselves."""

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from gridapp.cases.inspection.amend import amend, draft_of, problems_of_change
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.domain.inspection import Inspection
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.handling.amending import Amending
from ui.safety.intake.inspection_form import InspectionForm


class InspectionEditing(Amending[Inspection, InspectionDraft]):
    """The form of one inspection with its buttons."""

    form: InspectionForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Inspection, InspectionForm(desk, is_new=False))

    @override
    def draft_of(self, case: Inspection) -> InspectionDraft:
        return draft_of(case)

    @override
    def problems_of(self, case: Inspection, draft: InspectionDraft, now: datetime) -> Sequence[Problem]:
        form = self.form
        return problems_of_change(case, form.known(draft), self._desk.areas, form.entries.register, now)

    @override
    def write(self, case: Inspection, draft: InspectionDraft) -> Inspection:
        desk = self._desk
        office, areas, deadlines = desk.office, desk.areas, desk.deadlines
        return amend(
            office.cases, areas, office.places, deadlines, case.id, case.version, draft, desk.actor, desk.clock
        )
