"""Changing what is written of a saved petition (修改、更正信访件)."""

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.earlier import Earlier
from gridapp.cases.petition.record import amend, draft_of, problems_of_change
from gridapp.domain.petition import Petition
from gridapp.domain.problem import Problem
from gridapp.registers.group_threshold import group_threshold
from ui.desk import Desk
from ui.handling.amending import Amending
from ui.petition.intake.earlier_advice import EarlierAdvice
from ui.petition.intake.earlier_panel import EarlierPanel
from ui.petition.intake.petition_form import PetitionForm


class PetitionEditing(Amending[Petition, PetitionDraft]):
    """The form of one petition with its buttons; whether it repeats an earlier one can be confirmed later too."""

    form: PetitionForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Petition, PetitionForm(desk, is_new=False))
        self.earlier = EarlierPanel()
        self.earlier.hide()
        self.form.add_group("比对", self.earlier)
        advice = EarlierAdvice(desk, self.form, self.earlier, lambda: self._case.id if self._case else None)
        advice.found.connect(self._show_earlier)

    def _show_earlier(self, found: Sequence[Earlier]) -> None:
        """The panel is there where there is something to compare with."""
        self.earlier.setVisible(bool(found))
        self.form.places.refresh()

    @override
    def draft_of(self, case: Petition) -> PetitionDraft:
        return draft_of(case)

    @override
    def problems_of(self, case: Petition, draft: PetitionDraft, now: datetime) -> Sequence[Problem]:
        return problems_of_change(case, draft, self._desk.areas, now)

    @override
    def write(self, case: Petition, draft: PetitionDraft) -> Petition:
        desk, office = self._desk, self._desk.office
        threshold = group_threshold(office.registers)
        return amend(
            office.cases,
            desk.areas,
            desk.deadlines,
            threshold,
            case.id,
            case.version,
            draft,
            desk.actor,
            desk.clock,
        )
