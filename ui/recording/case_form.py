"""The form of a case (登记表单): shows a draft, gives a draft back, shows every problem at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Generic

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.late import is_late
from gridapp.domain.moment import spoken
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import Leaf, vocabulary
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.case_entries import CaseEntries, D
from ui.recording.entering import Entering
from ui.recording.file_pasting import FilePasting
from ui.recording.form_layout import COLUMNS, FormLayout, Groups
from ui.recording.offered_people import read_people
from ui.recording.phrase_key import PhraseKey
from ui.widgets.pick_box import PickBox

_AT_REGISTRATION = "保存时自动记录"


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What a kind's form looks like: names and places of its fields, which must be filled in, whose phrases it has."""

    names: Mapping[str, str]
    groups: Groups
    required: frozenset[str]
    phrases: Mapping[str, str]


class CaseForm(QWidget, Generic[D]):
    """All fields of a draft, with remarks among them; Enter and Tab go on to the next field."""

    changed = Signal()
    town_chosen = Signal(str)
    composing = Signal(bool)
    """An input method has begun or ended to compose in one of the fields."""

    entries: CaseEntries[D]

    def __init__(
        self, desk: Desk, entries: CaseEntries[D], plan: FormPlan, remarks: Mapping[str, QWidget] = MappingProxyType({})
    ) -> None:
        super().__init__()
        self._desk, self._plan = desk, plan
        self._questions = Questions(desk.jobs, self)
        self._shown: D | None = None
        self._registered_at: datetime | None = None
        self._category: str | None = None
        self.entries = entries
        self.boxes = {
            field: FieldBox(plan.names[field], entry, required=field in plan.required)
            for field, entry in entries.by_field.items()
        }
        self.places = FormLayout({**self.boxes, **remarks}, plan.groups)
        self.setLayout(self.places)
        self.entries.registered_at.setObjectName("fact")
        self.entries.town.setEnabled(len(desk.areas.towns) > 1)
        for field in ("late_reason", "reason"):
            self.boxes[field].hide()
        self.places.refresh()
        self._connect()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self._entering = Entering(self)
        self._entering.composing.connect(self.composing)
        self._pasting = FilePasting(self.entries.attachments)
        for field, entry in self.entries.by_field.items():
            self.watch(entry)
            if isinstance(entry, QLineEdit | QPlainTextEdit):
                entry.textChanged.connect(self.changed)
                self._pasting.watch(entry)
            if isinstance(entry, PickBox | MomentEdit):
                entry.left.connect(partial(self.look_at, field))
            elif isinstance(entry, QLineEdit):
                entry.editingFinished.connect(partial(self.look_at, field))
            if field in self._plan.phrases and isinstance(entry, QLineEdit | QPlainTextEdit):
                self.boxes[field].add_tool(PhraseKey(self._desk, entry, self._plan.phrases[field]).button)
        self.entries.attachments.changed.connect(self.changed)
        self.entries.town.chosen.connect(self._town_chosen)
        self.entries.village.chosen.connect(self.entries.offer_grids)
        self.entries.category.chosen.connect(self._category_chosen)
        self.changed.connect(self.show_facts)

    def watch(self, entry: QWidget) -> None:
        """Lets Enter go on in an entry, and files that are dropped on it fall to the form."""
        self._entering.watch(entry)
        if isinstance(entry, QLineEdit | QPlainTextEdit):
            # A file that is dropped on a field is meant for the form, not to be written there as a path.
            entry.setAcceptDrops(False)

    def rules(self, draft: D) -> Sequence[Problem]:
        """Everything that is wrong with a draft."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        return self._shown is not None and (bool(self.typed()) or self.draft() != self._shown)

    def show_draft(self, draft: D, registered_at: datetime | None = None) -> None:
        """Shows a draft, with nothing wrong; a saved case's with the moment of its registration."""
        self._shown = None
        self._registered_at = registered_at
        with QSignalBlocker(self):
            self.entries.show(draft)
        self._category = self.entries.category.category
        self.boxes["reason"].setVisible(bool(draft.reason))
        self.show_problems(())
        self._offer_people(draft.town)
        self._shown = self.draft()
        self.changed.emit()

    def start_from(self, draft: D) -> None:
        """From now on what differs from this draft counts as changed."""
        self._shown = draft

    def draft(self) -> D:
        """What is written; what cannot be read is left out."""
        return self.entries.read()

    def typed(self) -> Mapping[str, Any]:
        """What the draft cannot hold, as it was typed."""
        return self.entries.typed()

    def retype(self, typed: Mapping[str, Any]) -> None:
        """Writes again what a draft could not hold."""
        self.entries.retype(typed)

    def problems(self, found: Sequence[Problem]) -> tuple[Problem, ...]:
        """What the rules found, and what cannot be read, in the order of the fields."""
        unreadable: list[Problem] = list(self.entries.unreadable())
        fields: set[str] = {problem.field for problem in unreadable}
        every = [*unreadable, *(problem for problem in found if problem.field not in fields)]
        order = list(self.boxes)

        def place(problem: Problem) -> int:
            field = problem.field.partition(".")[0]
            return order.index(field) if field in order else len(order)

        return tuple(sorted(every, key=place))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field and goes to the first."""
        self.update_problems(problems)
        first = next((field for field in self.boxes if self.has_problem(field)), None)
        if first is not None:
            self.focus_problem(first)

    def has_problem(self, field: str) -> bool:
        """Whether something is wrong with a field."""
        return bool(self.boxes[field].problem)

    def focus_problem(self, field: str) -> None:
        """Goes to a field with a problem."""
        self.boxes[field].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field; the keyboard stays where it is."""
        messages = {problem.field: problem.message for problem in reversed(problems)}
        if "reason" in messages:
            self.ask_reason(needed=True)
        for field, box in self.boxes.items():
            box.show_problem(messages.get(field, ""))

    def add_group(self, name: str, widget: QWidget) -> None:
        """Puts something else below the fields, under a name."""
        self.places.add_group(name, [[(widget, COLUMNS)]])

    def ask_reason(self, *, needed: bool) -> None:
        """Asks why something is changed, or does not."""
        self.boxes["reason"].setVisible(needed)
        self.places.refresh()

    def lock_town(self) -> None:
        """A saved case stays in its town."""
        self.entries.town.setEnabled(False)

    def look_at(self, field: str) -> None:
        """Says at once what is wrong with a field that was left, or that it is mended; what is missing can wait."""
        found = (p.message for p in self.problems(self.rules(self.draft())) if p.field == field and _is_said(p))
        self.boxes[field].show_problem(next(found, ""))

    def show_facts(self) -> None:
        """Says what follows from what is written: whether it is a late registration."""
        registered, moment = self._registered_at, self.entries.read_moments()["reported_at"]
        self.entries.registered_at.setText(_AT_REGISTRATION if registered is None else spoken(registered))
        # Why a saved one was entered late is said already, or its ledger never said it.
        late = registered is None and moment is not None and is_late(moment, self._desk.now)
        self.boxes["late_reason"].setVisible(late or bool(self.entries.late_reason.text()))
        self.entries.late_reason.setReadOnly(registered is not None)

    def take_leaf(self, before: Leaf | None, leaf: Leaf) -> None:
        """A category brings its own level along, unless another one was chosen on purpose."""
        if self.entries.level.key in (None, before.default_level if before else "一般"):
            self.entries.level.choose(leaf.default_level)

    def _category_chosen(self) -> None:
        before, leaf = vocabulary().leaf(self._category), vocabulary().leaf(self.entries.category.category)
        self._category = self.entries.category.category
        if leaf is not None:
            self.take_leaf(before, leaf)

    def _town_chosen(self) -> None:
        self.entries.offer_villages()
        town = self.entries.town.key or ""
        self._offer_people(town)
        self.town_chosen.emit(town)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.entries.attachments.dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.entries.attachments.dropEvent(event)

    def _offer_people(self, town: str) -> None:
        registers = self._desk.office.registers
        self._questions.ask("people", lambda: read_people(registers, town), lambda p: self.entries.offer_people(*p))


def _is_said(problem: Problem) -> bool:
    """Whether a problem is told as soon as its field is left."""
    return problem.code != "required"
