"""The shortest form (当场调解表单): a dispute that was settled where it arose, with its result."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.cases import drafts
from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled
from gridapp.domain.dispute import Mode
from gridapp.domain.dispute_words import UNASKED
from gridapp.domain.moment import day_of, start_of
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.mediation.spot.settled_fields import SettledFields
from ui.recording.new_case_form import NewCaseForm
from ui.recording.unsaved_forms import marked

ON_THE_SPOT = "on_the_spot"
"""The mark of the drafts of this form."""

_PART = "settled"


class SettledForm(NewCaseForm[DisputeDraft]):
    """The fields as one sheet to be filled in, kept and saved."""

    fields: SettledFields

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, SettledFields(desk))

    @property
    @override
    def is_changed(self) -> bool:
        entries = self.fields.entries
        return super().is_changed or bool(entries.result.toPlainText()) or not entries.performed.isChecked()

    def settled(self) -> Settled:
        """What is to be saved, with its result."""
        entries = self.fields.entries
        return Settled(draft=self.draft(), result=entries.result.toPlainText(), performed=entries.performed.isChecked())

    @override
    def content(self) -> Plain:
        settled = self.settled()
        content = {
            _PART: drafts.written(settled.draft),
            "result": settled.result,
            "performed": settled.performed,
            "typed": dict(self.fields.typed()),
        }
        return marked(ON_THE_SPOT, content)

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[DisputeDraft, Mapping[str, Any]]:
        kept, typed = content.get(_PART), content.get("typed")
        town = self._desk.areas.towns[0].code
        draft = drafts.read_as(DisputeDraft, kept if isinstance(kept, dict) else {}, town)
        return draft, typed if isinstance(typed, dict) else {}

    @override
    def blank(self, town: str) -> DisputeDraft:
        return DisputeDraft(town=town, reported_at=self._desk.writing_moment, source=UNASKED, mode=Mode.PEOPLE.value)

    def following(self, draft: DisputeDraft) -> DisputeDraft:
        """A form with what is the same in the next dispute: place, who mediates, and the day."""
        blank = self.blank(draft.town)
        day = day_of(draft.reported_at) if draft.reported_at else self._desk.today
        return DisputeDraft(
            town=draft.town,
            village=draft.village,
            unit=draft.unit,
            handler=draft.handler,
            committee=draft.committee,
            mode=draft.mode or blank.mode,
            source=blank.source,
            reported_at=blank.reported_at if day == self._desk.today else start_of(day),
            late_reason=draft.late_reason,
        )

    @override
    def problems_before(self) -> Sequence[Problem]:
        return self.fields.rules(self.draft())

    @override
    def begin(self, draft: DisputeDraft) -> None:
        self.fields.entries.result.clear()
        self.fields.entries.performed.setChecked(True)
        super().begin(draft)
        self.fields.entries.category.setFocus()

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        super().go_on_with(content)
        result, performed = content.get("result"), content.get("performed")
        self.fields.entries.result.setPlainText(result if isinstance(result, str) else "")
        self.fields.entries.performed.setChecked(performed is not False)
        self.fields.entries.category.setFocus()
