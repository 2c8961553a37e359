"""The form of a new petition (登记表单)."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.cases.petition.draft import PetitionDraft, problems_of_new
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.petition.intake.carried import blank
from ui.petition.intake.petition_draft import content_of, read_content
from ui.petition.intake.petition_form import PetitionForm
from ui.recording.new_case_form import NewCaseForm


class NewPetitionForm(NewCaseForm[PetitionDraft]):
    """The fields of a petition."""

    fields: PetitionForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, PetitionForm(desk, is_new=True))

    @override
    def content(self) -> Plain:
        return content_of(self.draft(), self.fields.typed())

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[PetitionDraft, Mapping[str, Any]]:
        kept = read_content(content, self._desk.areas.towns[0].code)
        return kept.petition, kept.typed

    @override
    def blank(self, town: str) -> PetitionDraft:
        return blank(town, self._desk.writing_moment)

    @override
    def problems_before(self) -> Sequence[Problem]:
        return problems_of_new(self.draft(), self._desk.areas, self._desk.now)
