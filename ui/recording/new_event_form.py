"""The form of a new event together with its closing at once (登记表单): one sheet to be filled in, kept and saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.order import Order
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.cases.event_form import EventForm
from ui.desk import Desk
from ui.recording.carried import blank
from ui.recording.event_draft import content_of, read_content
from ui.recording.saving import problems_before
from ui.recording.self_close_box import SelfCloseBox


class NewEventForm(QWidget):
    """What is to be saved, and everything that speaks against it."""

    changed = Signal()
    composing = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._complained = False
        self.fields = EventForm(desk)
        self.closing = SelfCloseBox(desk)
        self.fields.add_group("办结", self.closing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fields)
        for part in (self.fields, self.closing):
            part.changed.connect(self._part_changed)
            part.composing.connect(self.composing)

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not saved."""
        return self.fields.is_changed or self.closing.texts is not None

    def draft(self) -> EventDraft:
        """What is to be saved."""
        return self.fields.draft()

    def order(self) -> Order | None:
        """The move that closes it at once, if it is to be."""
        return self.closing.order(has_files=bool(self.draft().attachments))

    def content(self) -> Plain:
        """Everything that is written, in JSON values."""
        return content_of(self.draft(), self.fields.typed(), self.closing.texts)

    def begin(self, draft: EventDraft) -> None:
        """Shows a form to start from, with the keyboard on the title."""
        self._complained = False
        self.closing.show_texts(None)
        self.fields.show_draft(draft)
        self.fields.entries.title.setFocus()

    def go_on_with(self, content: Mapping[str, Any]) -> None:
        """Shows a form that was not saved; all of it counts as changed."""
        kept = read_content(content, self._desk.areas.towns[0].code)
        self.begin(kept.event)
        self.fields.start_from(blank(kept.event.town, self._desk.writing_moment))
        self.fields.retype(kept.typed)
        self.closing.show_texts(kept.closing)
        self.fields.entries.title.setFocus()
        self.changed.emit()

    def complain(self) -> bool:
        """Shows all that speaks against saving and goes to the first of it; whether there is anything."""
        problems = self._problems()
        self._complained = bool(problems)
        self.show_problems(problems)
        return bool(problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field and goes to the first."""
        self.closing.update_problems(problems)
        self.closing.go_to_first_problem()
        self.fields.show_problems(self.fields.problems(problems))

    def _problems(self) -> Sequence[Problem]:
        return self.fields.problems(problems_before(self._desk, self.draft(), self.order()))

    def _part_changed(self) -> None:
        if self._complained:
            problems = self._problems()
            self.fields.update_problems(problems)
            self.closing.update_problems(problems)
        self.changed.emit()
