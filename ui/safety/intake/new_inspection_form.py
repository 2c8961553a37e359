"""The form of a new inspection with the filing under which it is held (检查登记表单)."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.cases.inspection.draft import InspectionDraft, problems_of_new
from gridapp.cases.inspection.plan import draft_from
from gridapp.domain.inspection import Inspection
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.new_case_form import NewCaseForm
from ui.safety.intake.carried import blank
from ui.safety.intake.filed import filed_of
from ui.safety.intake.inspection_draft import content_of, read_content
from ui.safety.intake.inspection_form import InspectionForm


class NewInspectionForm(NewCaseForm[InspectionDraft]):
    """The fields of an inspection; a filing brings its own along."""

    fields: InspectionForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, InspectionForm(desk, is_new=True))
        self.fields.entries.findings.settled.connect(self.files_settled)
        self.fields.filed.taken.connect(self._take_plan)

    @property
    @override
    def is_busy(self) -> bool:
        return super().is_busy or self.fields.entries.findings.is_busy

    @override
    def content(self) -> Plain:
        entries = self.fields.entries
        place = entries.new_place.name.text() if entries.new_place.is_open else entries.place.words
        return content_of(self.draft(), self.fields.typed(), self.fields.filed.filed, place)

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[InspectionDraft, Mapping[str, Any]]:
        kept = read_content(content, self._desk.areas.towns[0].code)
        return kept.inspection, kept.typed

    @override
    def blank(self, town: str) -> InspectionDraft:
        return blank(town, self._desk.writing_moment)

    @override
    def problems_before(self) -> Sequence[Problem]:
        fields = self.fields
        return problems_of_new(fields.known(self.draft()), self._desk.areas, fields.entries.register, self._desk.now)

    @override
    def begin(self, draft: InspectionDraft) -> None:
        self.fields.filed.show_filed(None)
        super().begin(draft)

    def begin_from(self, plan: Inspection) -> None:
        """Shows a form to start from that a filing has brought."""
        self.begin(draft_from(plan, self._desk.writing_moment))
        self.fields.filed.show_filed(filed_of(plan))

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        super().go_on_with(content)
        self.fields.filed.show_filed(read_content(content, "").filed)

    def _take_plan(self, plan: Inspection | None) -> None:
        """Fills in what was filed; what else is written stays."""
        entries = self.fields.entries
        told = draft_from(plan, self._desk.writing_moment) if plan else InspectionDraft(town="")
        entries.filed_at.show_moment(told.filed_at)
        entries.filing_number.setText(told.filing_number)
        entries.filing_reason.setText(told.filing_reason)
        if plan is not None:
            entries.inspectors.show_names(told.inspectors)
            entries.nature.show_word(told.nature)
            entries.campaign.show_words(told.campaign)
        self.fields.filed.show_filed(filed_of(plan) if plan else None)
        self.part_changed()
