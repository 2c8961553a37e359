"""The form of a new dispute with the case from which it is opened (登记表单)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft, problems_of_new
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary
from ui.desk import Desk
from ui.mediation.intake.carried import blank
from ui.mediation.intake.dispute_draft import content_of, read_content
from ui.mediation.intake.dispute_entries import TYPES
from ui.mediation.intake.dispute_form import DisputeForm
from ui.mediation.intake.origin import Origin
from ui.recording.new_case_form import NewCaseForm
from ui.recording.source_bar import SourceBar


class NewDisputeForm(NewCaseForm[DisputeDraft]):
    """The fields of a dispute; `origin` says above them from where it is opened."""

    fields: DisputeForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, DisputeForm(desk, is_new=True))
        self.origin = SourceBar[Origin]("来源案件")

    @override
    def content(self) -> Plain:
        return content_of(self.draft(), self.fields.typed(), self.origin.source)

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[DisputeDraft, Mapping[str, Any]]:
        kept = read_content(content, self._desk.areas.towns[0].code)
        return kept.dispute, kept.typed

    @override
    def blank(self, town: str) -> DisputeDraft:
        return blank(town, self._desk.writing_moment)

    @override
    def problems_before(self) -> Sequence[Problem]:
        return problems_of_new(self.draft(), self._desk.areas, self._desk.now)

    @override
    def begin(self, draft: DisputeDraft) -> None:
        self.origin.show_source(None)
        super().begin(draft)

    def begin_from(self, draft: DisputeDraft, origin: Origin, refusal: str) -> None:
        """Shows a form to start from that another case has brought, or why that case cannot be referred."""
        self.begin(_with_types(draft))
        self.origin.show_source(origin, refusal)

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        super().go_on_with(content)
        self.origin.show_source(read_content(content, "").origin)


def _with_types(draft: DisputeDraft) -> DisputeDraft:
    """A draft with the official types that its category brings along."""
    leaf = vocabulary().leaf(draft.category)
    if leaf is None:
        return draft
    types: dict[str, Any] = {field: getattr(leaf, field) or "" for field in TYPES}
    return replace(draft, **types)
