"""The form of an inspection (检查表单): the place and its checklist, what was found, what was served."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from gridapp.cases.inspection.draft import InspectionDraft, check
from gridapp.domain.place_type import place_type_named
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.case_form import CaseForm
from ui.safety.intake.checklist_model import CheckRow
from ui.safety.intake.filed_bar import FiledBar
from ui.safety.intake.finding_words import finding_from
from ui.safety.intake.inspection_entries import InspectionEntries
from ui.safety.intake.inspection_layout import CHANGED, NEW
from ui.safety.intake.parts import Part
from ui.safety.register import Register, read_register


class InspectionForm(CaseForm[InspectionDraft]):
    """All fields of an `InspectionDraft`; hazards and notice are asked of a new one alone."""

    entries: InspectionEntries
    place_chosen = Signal()

    def __init__(self, desk: Desk, *, is_new: bool) -> None:
        self.filed = FiledBar()
        self.parts: dict[str, Part] = {}
        super().__init__(desk, InspectionEntries(desk, self.watch), NEW if is_new else CHANGED, {"filed": self.filed})
        self._is_new = is_new
        entries = self.entries
        self.parts = {"new_place": entries.new_place, "findings": entries.findings, "notice": entries.notice}
        self.boxes["town"].setVisible(len(desk.areas.towns) > 1)
        entries.checks.changed.connect(self.changed)
        for name, part in self.parts.items():
            part.changed.connect(self.changed)
            part.left.connect(lambda name=name: self._look_at_part(name))
        entries.checks.failed.connect(self._add_finding)
        entries.checks.mended.connect(self._take_back_finding)
        entries.place.chosen.connect(self._place_chosen)
        entries.new_place.place_type.chosen.connect(self._type_chosen)
        entries.new_place.opened.connect(self._new_place_opened)
        self.town_chosen.connect(self.ask_register)
        QShortcut(QKeySequence("Alt+C"), self, lambda: entries.checks.setFocus(Qt.FocusReason.ShortcutFocusReason))
        if is_new:
            entries.new_place.listen(self)
        self.show_facts()

    def ask_register(self, town: str) -> None:
        """Reads the places of a town."""
        desk, also = self._desk, self.entries.place_id
        self._questions.ask("register", lambda: read_register(desk, town, also), self._take_register)

    @override
    def show_draft(self, draft: InspectionDraft, registered_at: datetime | None = None) -> None:
        super().show_draft(draft, registered_at)
        register = self.entries.register
        if register.knows(draft.town, draft.place):
            self._take_register(register)
        else:
            self.ask_register(draft.town)

    def known(self, draft: InspectionDraft) -> InspectionDraft:
        """A draft whose place is one that was on file when the register was read, or none."""
        gone = draft.place is not None and draft.place not in self.entries.register.rows
        return replace(draft, place=None) if gone else draft

    @override
    def rules(self, draft: InspectionDraft) -> Sequence[Problem]:
        return check(self.known(draft), self._desk.areas, self.entries.register, self._desk.now)

    @override
    def update_problems(self, problems: Sequence[Problem]) -> None:
        super().update_problems(problems)
        for part in self.parts.values():
            part.show_problems(problems)

    @override
    def has_problem(self, field: str) -> bool:
        return super().has_problem(field) or (field in self.parts and self.parts[field].has_problems)

    @override
    def focus_problem(self, field: str) -> None:
        if field in self.parts and self.parts[field].has_problems:
            self.parts[field].go_to_first_problem()
        else:
            super().focus_problem(field)

    @override
    def show_facts(self) -> None:
        super().show_facts()
        entries, row = self.entries, self.entries.place.row
        is_new_place = entries.new_place.is_open
        kind = place_type_named(entries.place_type)
        filing = bool(kind and kind.company) or bool(entries.filed_at.text() or entries.filing_reason.text())
        unplaced = is_new_place or (row is not None and row.place.village is None)
        entries.place.setEnabled(not is_new_place)
        for field, shown in (
            ("new_place", is_new_place),
            ("village", unplaced),
            ("grid", unplaced),
            ("filed_at", filing),
            ("filing_number", filing),
            ("filing_reason", filing),
        ):
            self.boxes[field].setVisible(shown)
        entries.new_place.setVisible(is_new_place)
        at = entries.read_moments()["reported_at"]
        entries.notice.propose(entries.findings.findings, entries.owner, at, self._desk.deadlines)
        self.places.refresh()

    def take_place(self, place_id: str) -> None:
        """Chooses a place for whoever fills the form in."""
        self.entries.place.choose(place_id)
        self._place_chosen()

    def _take_register(self, register: Register) -> None:
        unchanged = not self.is_changed
        self.entries.take_register(register)
        self.filed.offer(register.plans_for(self.entries.place.place_id) if self._is_new else ())
        if unchanged and self._shown is not None:
            self._shown = self.draft()
        self.place_chosen.emit()
        self.changed.emit()

    def _place_chosen(self) -> None:
        self._type_chosen()
        if self._is_new:
            self.filed.offer(self.entries.register.plans_for(self.entries.place.place_id))
            self.filed.lay_aside_others()
        self.place_chosen.emit()

    def _type_chosen(self) -> None:
        checks = self.entries.checks
        for row in [row for row in checks.rows if row.known is not None]:
            if checks.place_type != self.entries.place_type:
                self._take_back_finding(row)
        checks.show_type(self.entries.place_type)
        self.changed.emit()

    def _new_place_opened(self) -> None:
        entries = self.entries
        sought = entries.place.words.strip()
        if entries.new_place.is_open:
            name = sought if entries.place.row is None else ""
            entries.place.choose(None)
            self._type_chosen()
            entries.new_place.begin(name)
        else:
            self._type_chosen()
            entries.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_chosen.emit()

    def _add_finding(self, row: CheckRow) -> None:
        if self._is_new and row.known is not None:
            self.entries.findings.add(finding_from(row.known, self.entries.place_type, self.entries.owner))

    def _take_back_finding(self, row: CheckRow) -> None:
        if row.known is not None:
            checks = self.entries.checks
            self.entries.findings.take_back(finding_from(row.known, checks.place_type, self.entries.owner))

    def _look_at_part(self, name: str) -> None:
        """Says at once what is wrong with a part that was left; what is missing can wait."""
        found = [p for p in self.problems(self.rules(self.draft())) if p.code != "required"]
        self.parts[name].show_problems(found)
