"""The form of a new entry of a register (登记表单)."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft, problems_of_new
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.new_case_form import NewCaseForm
from ui.registers.carried import blank
from ui.registers.entry_content import content_of, read_content
from ui.registers.entry_form import EntryForm


class NewEntryForm(NewCaseForm[EntryDraft]):
    """The fields of one register."""

    fields: EntryForm

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk, EntryForm(desk, kind, is_new=True))
        self._kind = kind

    @override
    def content(self) -> Plain:
        return content_of(self.draft(), self.fields.typed())

    @override
    def read(self, content: Mapping[str, Any]) -> tuple[EntryDraft, Mapping[str, Any]]:
        return read_content(self._kind, content, self._desk.areas.towns[0].code)

    @override
    def blank(self, town: str) -> EntryDraft:
        return blank(self._kind, town, self._desk.writing_moment)

    @override
    def problems_before(self) -> Sequence[Problem]:
        return problems_of_new(self.draft(), self._desk.areas, self._desk.now)
