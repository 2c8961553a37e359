"""The form of a grid event (事件表单): shows a draft, gives a draft back, shows every problem at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.event.draft import EventDraft, check, is_late
from gridapp.domain.moment import spoken
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.entering import Entering
from ui.recording.event_entries import EventEntries
from ui.recording.file_pasting import FilePasting
from ui.recording.form_layout import COLUMNS, FormLayout
from ui.recording.limit_hint import limit_in_words
from ui.recording.offered_people import read_people
from ui.recording.phrase_key import PhraseKey
from ui.recording.quantity_row import QuantityRow
from ui.recording.tags_box import TagsBox
from ui.widgets.pick_box import PickBox

_NAMES = {
    "title": "标题",
    "category": "类别",
    "level": "级别",
    "tags": "",
    "town": "乡镇",
    "village": "所属村社",
    "grid": "网格",
    "address": "地点",
    "reporter": "上报人",
    "phone": "联系电话",
    "people": "涉及人数",
    "source": "来源",
    "occurred_at": "发生时间",
    "reported_at": "上报时间",
    "registered_at": "登记时间",
    "late_reason": "补录原因（晚于次日登记）",
    "unit": "承办单位",
    "handler": "承办人",
    "chief": "首席负责人",
    "due_at": "办理时限",
    "note": "备注",
    "quantities": "处置数量",
    "attachments": "",
    "reason": "更正原因（他人已接收的事件，更正须说明原因）",
}
_REQUIRED = frozenset({"title", "category", "town", "village", "reported_at", "late_reason", "reason"})
_PHRASES = {"title": "title", "note": "note", "late_reason": "late_reason"}
_AT_REGISTRATION = "保存时自动记录"


class EventForm(QWidget):
    """All fields of an `EventDraft`; Enter and Tab go on to the next one."""

    changed = Signal()
    town_chosen = Signal(str)
    composing = Signal(bool)
    """An input method has begun or ended to compose in one of the fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._shown: EventDraft | None = None
        self._registered_at: datetime | None = None
        self._category: str | None = None
        self.entries = EventEntries(desk)
        self.boxes = {
            field: FieldBox(_NAMES[field], entry, required=field in _REQUIRED)
            for field, entry in self.entries.by_field.items()
        }
        self._places = FormLayout(self.boxes)
        self.setLayout(self._places)
        self.entries.registered_at.setObjectName("fact")
        self.entries.town.setEnabled(len(desk.areas.towns) > 1)
        for field in ("late_reason", "reason"):
            self.boxes[field].hide()
        self._places.refresh()
        self._connect()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self._entering = Entering(self)
        self._entering.composing.connect(self.composing)
        pasting = FilePasting(self.entries.attachments)
        for field, entry in self.entries.by_field.items():
            self._entering.watch(entry)
            if isinstance(entry, QLineEdit | QPlainTextEdit):
                entry.textChanged.connect(self.changed)
                # A file that is dropped on a field is meant for the form, not to be written there as a path.
                entry.setAcceptDrops(False)
                pasting.watch(entry)
            elif isinstance(entry, TagsBox):
                entry.changed.connect(self.changed)
            if isinstance(entry, PickBox | MomentEdit):
                entry.left.connect(partial(self._look_at, field))
            elif isinstance(entry, QLineEdit):
                entry.editingFinished.connect(partial(self._look_at, field))
            if field in _PHRASES and isinstance(entry, QLineEdit | QPlainTextEdit):
                self.boxes[field].add_tool(PhraseKey(self._desk, entry, _PHRASES[field]).button)
        self.entries.quantities.row_added.connect(self._watch_row)
        self.entries.quantities.changed.connect(self.changed)
        self.entries.attachments.changed.connect(self.changed)
        self.entries.town.chosen.connect(self._town_chosen)
        self.entries.village.chosen.connect(self.entries.offer_grids)
        self.entries.category.chosen.connect(self._take_level)
        self.changed.connect(self._show_facts)

    def _watch_row(self, row: QuantityRow) -> None:
        for entry in row.entries:
            entry.setAcceptDrops(False)
            self._entering.watch(entry)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        return self._shown is not None and (bool(self.typed()) or self.draft() != self._shown)

    def show_draft(self, draft: EventDraft, registered_at: datetime | None = None) -> None:
        """Shows a draft, with nothing wrong; a saved event's with the moment of its registration."""
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

    def start_from(self, draft: EventDraft) -> None:
        """From now on what differs from this draft counts as changed."""
        self._shown = draft

    def draft(self) -> EventDraft:
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
        unreadable = list(self.entries.unreadable())
        fields = {problem.field for problem in unreadable}
        every = [*unreadable, *(problem for problem in found if problem.field not in fields)]
        order = list(self.boxes)
        return tuple(sorted(every, key=lambda p: order.index(p.field) if p.field in order else len(order)))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field and goes to the first."""
        self.update_problems(problems)
        first = next((field for field in self.boxes if self.boxes[field].problem), None)
        if first is not None:
            self.boxes[first].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field; the keyboard stays where it is."""
        messages = {problem.field: problem.message for problem in reversed(problems)}
        if "reason" in messages:
            self.boxes["reason"].show()
            self._places.refresh()
        for field, box in self.boxes.items():
            box.show_problem(messages.get(field, ""))

    def add_group(self, name: str, widget: QWidget) -> None:
        """Puts something else below the fields, under a name."""
        self._places.add_group(name, [[(widget, COLUMNS)]])

    def lock_town(self) -> None:
        """A saved event stays in its town."""
        self.entries.town.setEnabled(False)

    def _look_at(self, field: str) -> None:
        """Says at once what is wrong with a field that was left, or that it is mended; what is missing can wait."""
        rules = check(self.draft(), self._desk.areas, self._desk.now)
        found = (p.message for p in self.problems(rules) if p.field == field and p.code != "required")
        self.boxes[field].show_problem(next(found, ""))

    def _show_facts(self) -> None:
        """Says what follows from what is written: the limit, and whether it is a late registration."""
        draft = self.draft()
        registered = self._registered_at
        self.entries.registered_at.setText(_AT_REGISTRATION if registered is None else spoken(registered))
        # Why a saved one was entered late is said already, or its ledger never said it.
        late = registered is None and draft.reported_at is not None and is_late(draft.reported_at, self._desk.now)
        self.boxes["late_reason"].setVisible(late or bool(draft.late_reason))
        self.entries.late_reason.setReadOnly(registered is not None)
        hint = "" if draft.due_at else limit_in_words(self._desk.deadlines, draft.category, draft.level, self._desk.now)
        self.boxes["due_at"].show_hint(hint)

    def _take_level(self) -> None:
        """A category brings its own level along, unless another one was chosen on purpose."""
        before, leaf = vocabulary().leaf(self._category), vocabulary().leaf(self.entries.category.category)
        self._category = self.entries.category.category
        untouched = self.entries.level.key in (None, before.default_level if before else "一般")
        if leaf is not None and untouched:
            self.entries.level.choose(leaf.default_level)

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
