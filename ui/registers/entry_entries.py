"""The entries of a register's form (登记字段): each shows its part of a draft and gives it back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft, columns_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import CaseEntries, one_line
from ui.registers.case_pick import CasePick
from ui.registers.entry_plan import fields_in_order, plan_of
from ui.registers.entry_values import CAMPAIGNS, PEOPLE, UNITS, entry_for, read_value, show_value
from ui.widgets.choices import Choice
from ui.widgets.names_edit import NamesEdit
from ui.widgets.pick_box import PickBox


class EntryEntries(CaseEntries[EntryDraft]):
    """One entry for each column of the register's ledger; the promises of a reception day are kept as they are."""

    counts: ClassVar[Mapping[str, str]] = {}

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk)
        self._kind = kind
        self._promises: tuple[Any, ...] = ()
        self._source: UUID | None = None
        self.columns = {column.field: column for column in columns_of(kind)}
        self.told = {field: entry_for(column, desk.today) for field, column in self.columns.items()}
        self.town = PickBox("乡镇")
        self.village, self.grid = (self._place(field) for field in ("village", "grid"))
        self.registered_at = QLabel()
        self.late_reason, self.reason = QLineEdit(), QLineEdit()
        self.attachments = AttachmentsBox(desk)
        # Words of a register's own lists stand in its columns; those of all cases have no entry here.
        self.category, self.level, self.note = CategoryBox("类别", ()), PickBox("级别"), QPlainTextEdit()
        self.make_ready()

    def _place(self, field: str) -> PickBox:
        entry = self.told.get(field)
        return entry if isinstance(entry, PickBox) else PickBox(field)

    @override
    def make_ready(self) -> None:
        own = ("town", "registered_at", "late_reason", "attachments", "reason")
        entries = {**self.told, **{name: getattr(self, name) for name in own}}
        self.by_field = {field: entries[field] for field in fields_in_order(plan_of(self._kind))}
        self.town.offer(Choice(town.code, town.name, town.code) for town in self._desk.areas.towns)
        self.offer_villages()

    @property
    @override
    def first(self) -> QWidget:
        return next(entry for field, entry in self.by_field.items() if field != "town")

    @property
    def source(self) -> CasePick | None:
        """The entry in which the record is picked to which this one belongs, if the register has one."""
        entry = self.told.get("source_case")
        return entry if isinstance(entry, CasePick) else None

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        for field, entry in self.told.items():
            if isinstance(entry, NamesEdit) or (isinstance(entry, PickBox) and field in PEOPLE):
                entry.offer(names)
            elif isinstance(entry, PickBox) and field in UNITS:
                entry.offer(units)

    def offer_campaigns(self, names: Sequence[str]) -> None:
        """Offers a town's drives."""
        for field in CAMPAIGNS & self.told.keys():
            entry = self.told[field]
            if isinstance(entry, PickBox):
                entry.offer(names)

    @override
    def show(self, draft: EntryDraft) -> None:
        self._promises, self._source = draft.values.get("promises", ()), draft.source_case
        self.show_place(draft.town, draft.values.get("village"), draft.values.get("grid"))
        for field, entry in self.told.items():
            value = draft.source_case if isinstance(entry, CasePick) else draft.values.get(field)
            show_value(entry, self.columns[field], value)
        self.late_reason.setText(draft.late_reason)
        self.reason.setText(draft.reason)
        self.attachments.show_attachments(draft.attachments)

    @override
    def read(self) -> EntryDraft:
        said = {field: read_value(entry, self.columns[field]).value for field, entry in self.told.items()}
        source = said.pop("source_case", self._source)
        values = {field: value for field, value in said.items() if value not in (None, "", ())}
        if self._promises:
            values["promises"] = self._promises
        return EntryDraft(
            kind=self._kind,
            town=self.town.key or "",
            values=values,
            source_case=source,
            attachments=self.attachments.attachments,
            late_reason=one_line(self.late_reason),
            reason=one_line(self.reason),
        )

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        for field, entry in self.told.items():
            written = read_value(entry, self.columns[field])
            if written.problem:
                yield Problem(field, "unreadable", written.problem)

    def fill(self, known: Mapping[str, Any]) -> None:
        """Writes what is known already into the entries that say nothing yet."""
        before = self.read().values
        for field, value in known.items():
            if field in self.told and before.get(field) in (None, "", (), False) and value not in (None, "", ()):
                show_value(self.told[field], self.columns[field], value)
                if field == "village":
                    self.offer_grids()

    @override
    def read_moments(self) -> dict[str, Any]:
        found = super().read_moments()
        return {"reported_at": None, **found}

    @property
    @override
    def moments(self) -> Mapping[str, MomentEdit]:
        return {name: entry for name, entry in self.told.items() if isinstance(entry, MomentEdit)}
