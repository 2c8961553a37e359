"""Somebody who keeps registers with a keyboard that has an input method, and no mouse."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from gridapp.domain.case import Case
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.ports import CaseQuery
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen
from ui.registers.entry_entries import EntryEntries
from ui.registers.entry_page import EntryPage
from ui.registers.new_entry_page import NewEntryPage
from ui.requests import NewEntry, ShowRecord

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LATE = "演示：补录纸质台账"


class Registrar(Keyboard):
    """Goes to forms and pages, and fills them in."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen

    def begin(self, kind: Kind, source: UUID | None = None) -> NewEntryPage:
        """A blank form, or one that belongs to a record."""
        self.screen.go(NewEntry(kind, source=source))
        return self.screen.page(NewEntryPage)

    def open(self, case: Case) -> EntryPage:
        """The page of an entry."""
        self.screen.go(ShowRecord(case.kind, case.id))
        return self.screen.page(EntryPage)

    def fill(self, page: NewEntryPage, values: dict[str, Any]) -> None:
        """Writes every value into its field, going from one to the next by Tab."""
        entries = page.form.fields.entries
        for field, entry in entries.by_field.items():
            if field in values:
                self._write(entries, field, entry, values[field])
        if not page.form.fields.boxes["late_reason"].isHidden():
            self.go_to(entries.late_reason)
            self.type(LATE)

    def _write(self, entries: EntryEntries, field: str, entry: QWidget, value: Any) -> None:
        self.go_to(entry)
        if isinstance(entry, QCheckBox):
            if entry.isChecked() != value:
                self.press(Qt.Key.Key_Space)
            return
        if field == "reported_at":
            self.press(Qt.Key.Key_A, held=CONTROL)
        self.type(as_typed(self.screen, entries.columns[field], value))
        self.tab()

    def save_and_go_on(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, held=CONTROL)
        self.screen.settle()

    def save(self) -> None:
        """Ctrl+S."""
        self.press(Qt.Key.Key_S, held=CONTROL)
        self.screen.settle()

    def on_file(self, kind: Kind) -> Sequence[Case]:
        """The entries of a register, by number."""
        office = self.screen.office
        found = office.cases.load_all(office.lists.find_ids(CaseQuery(kind=kind)))
        return sorted(found.values(), key=lambda case: case.number)


def as_typed(screen: Screen, column: Column, value: Any) -> str:
    """What a clerk types for a value."""
    if column.type == "village":
        return screen.office.registers.areas().name(value) or ""
    if isinstance(value, datetime):
        return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    if isinstance(value, tuple):
        return "、".join(value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)
