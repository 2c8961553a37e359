"""Changing what is written of an entry on file (修改、更正登记)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from typing_extensions import override

from gridapp.cases.register import kept
from gridapp.cases.register.draft import EntryDraft
from gridapp.cases.register.record import amend, draft_of, problems_of_change
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.handling.amending import Amending
from ui.registers.entry_form import EntryForm


class EntryEditing(Amending[Case, EntryDraft]):
    """The form of one entry with its buttons."""

    form: EntryForm

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk, RECORDS[kind], EntryForm(desk, kind, is_new=False))

    @override
    def draft_of(self, case: Case) -> EntryDraft:
        return draft_of(case)

    @override
    def read_draft(self, case: Case, content: Mapping[str, Any]) -> EntryDraft:
        return kept.read(case.kind, content, case.town)

    @override
    def problems_of(self, case: Case, draft: EntryDraft, now: datetime) -> Sequence[Problem]:
        return problems_of_change(case, draft, self._desk.areas, now)

    @override
    def write(self, case: Case, draft: EntryDraft) -> Case:
        desk = self._desk
        store, areas, deadlines = desk.office.cases, desk.areas, desk.deadlines
        return amend(store, areas, deadlines, case.id, case.version, draft, desk.actor, desk.clock)
