"""Changing what is written of a saved dispute (修改、更正纠纷)."""

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.record import amend, draft_of, problems_of_change
from gridapp.domain.dispute import Dispute
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.handling.amending import Amending
from ui.mediation.intake.dispute_form import DisputeForm


class DisputeEditing(Amending[Dispute, DisputeDraft]):
    """The form of one dispute with its buttons."""

    form: DisputeForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Dispute, DisputeForm(desk, is_new=False))

    @override
    def draft_of(self, case: Dispute) -> DisputeDraft:
        return draft_of(case)

    @override
    def problems_of(self, case: Dispute, draft: DisputeDraft, now: datetime) -> Sequence[Problem]:
        return problems_of_change(case, draft, self._desk.areas, now)

    @override
    def write(self, case: Dispute, draft: DisputeDraft) -> Dispute:
        desk = self._desk
        store, areas, deadlines = desk.office.cases, desk.areas, desk.deadlines
        return amend(store, areas, deadlines, case.id, case.version, draft, desk.actor, desk.clock)
