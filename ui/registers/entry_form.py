"""The form of a register (登记表单), laid out from the columns of its ledger."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft, check
from gridapp.cases.register.proposed import known_from
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.paper import Citizen, citizen_of, plain_paper_number
from gridapp.domain.problem import Problem
from gridapp.ports import CaseRow
from ui.desk import Desk
from ui.recording.case_form import CaseForm
from ui.registers.entry_entries import EntryEntries
from ui.registers.entry_plan import ENDING, plan_of
from ui.registers.sources import read_sources
from ui.widgets.paper_number_edit import PaperNumberEdit


class EntryForm(CaseForm[EntryDraft]):
    """All fields of an `EntryDraft`; when it was taken off the list is asked of a saved one alone."""

    entries: EntryEntries
    source_seen = Signal(object)
    """The line of the record to which the entry is to belong, or nothing."""

    def __init__(self, desk: Desk, kind: Kind, *, is_new: bool) -> None:
        self._kind = kind
        entries = EntryEntries(desk, kind)
        super().__init__(desk, entries, plan_of(kind))
        self.boxes["town"].setVisible(len(desk.areas.towns) > 1)
        for field in ENDING:
            if field in self.boxes and is_new:
                self.boxes[field].hide()
        for entry in entries.told.values():
            if isinstance(entry, QCheckBox):
                entry.setMinimumHeight(QLineEdit().sizeHint().height())
                entry.toggled.connect(self.changed)
            elif isinstance(entry, PaperNumberEdit):
                entry.edited.connect(self.changed)
                entry.left.connect(self._take_from_number)
        if entries.source is not None:
            entries.source.chosen.connect(self._source_chosen)
        self.town_chosen.connect(self.ask_lists)
        self.places.refresh()
        self.show_facts()

    def ask_lists(self, town: str) -> None:
        """Asks for what a town offers: its drives, and the records to which an entry may belong."""
        desk, kind, also = self._desk, self._kind, self.entries.source.case_id if self.entries.source else None
        self._questions.ask("sources", lambda: read_sources(desk, kind, town, also), self._take_lists)

    @override
    def rules(self, draft: EntryDraft) -> Sequence[Problem]:
        return check(draft, self._desk.areas, self._desk.now)

    @override
    def show_draft(self, draft: EntryDraft, registered_at: datetime | None = None) -> None:
        super().show_draft(draft, registered_at)
        self.ask_lists(draft.town)

    def _take_lists(self, found: tuple[Sequence[CaseRow], Sequence[str]]) -> None:
        rows, campaigns = found
        self.entries.offer_campaigns(campaigns)
        if self.entries.source is not None:
            self.entries.source.offer_cases(rows, self._desk.areas)
            self.take_over()

    def take_over(self) -> None:
        """Fills in what the record that is picked tells already, where nothing is written yet."""
        row = self.entries.source.row if self.entries.source else None
        if row is not None and row.veiled is None:
            self.entries.fill(known_from(self._kind, row))
        self.source_seen.emit(row)

    def _source_chosen(self) -> None:
        self.take_over()
        self.changed.emit()

    def _take_from_number(self) -> None:
        """Sex and day of birth stand in a citizen number."""
        entry = self.entries.told["paper_number"]
        number = plain_paper_number(entry.number) if isinstance(entry, PaperNumberEdit) else ""
        citizen = citizen_of(number, day_of(self._desk.now)) if number else None
        if isinstance(citizen, Citizen):
            self.entries.fill({"sex": citizen.sex, "born_on": citizen.born_on})
        self.look_at("paper_number")
