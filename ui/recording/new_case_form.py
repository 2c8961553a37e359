"""The form of a new case (登记表单): one sheet to be filled in, kept and saved."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.domain.plain import Plain
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.case_entries import D
from ui.recording.case_form import CaseForm


class NewCaseForm(QWidget, Generic[D]):
    """What is to be saved, and everything that speaks against it."""

    changed = Signal()
    composing = Signal(bool)
    files_settled = Signal()
    """No file is being read any more."""

    fields: CaseForm[D]

    def __init__(self, desk: Desk, fields: CaseForm[D]) -> None:
        super().__init__()
        self._desk = desk
        self._complained = False
        self.fields = fields
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(fields)
        fields.changed.connect(self.part_changed)
        fields.composing.connect(self.composing)
        fields.entries.attachments.settled.connect(self.files_settled)

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not saved."""
        return self.fields.is_changed

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read; whoever saves waits for `files_settled`."""
        return self.fields.entries.attachments.is_busy

    def draft(self) -> D:
        """What is to be saved."""
        return self.fields.draft()

    def content(self) -> Plain:
        """All that is written, in JSON values."""
        raise NotImplementedError

    def read(self, content: Mapping[str, Any]) -> tuple[D, Mapping[str, Any]]:
        """What `content` wrote down: the draft, and what could not be read as it was typed."""
        raise NotImplementedError

    def blank(self, town: str) -> D:
        """A form to begin with."""
        raise NotImplementedError

    def problems_before(self) -> Sequence[Problem]:
        """Everything by the rules that speaks against saving."""
        raise NotImplementedError

    def begin(self, draft: D) -> None:
        """Shows a form to start from, with the keyboard where writing begins."""
        self._complained = False
        self.fields.show_draft(draft)
        self.fields.entries.first.setFocus()

    def go_on_with(self, content: Mapping[str, Any]) -> None:
        """Shows a form that was not saved; all of it counts as changed."""
        draft, typed = self.read(content)
        self.begin(draft)
        self.fields.start_from(self.blank(draft.town))
        self.fields.retype(typed)
        self.changed.emit()

    def complain(self) -> bool:
        """Shows all that speaks against saving and goes to the first of it; whether there is anything."""
        problems = self._problems()
        self._complained = bool(problems)
        self.show_problems(problems)
        return bool(problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field and goes to the first."""
        self.fields.show_problems(self.fields.problems(problems))

    def update_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field; the keyboard stays where it is."""
        self.fields.update_problems(problems)

    def part_changed(self) -> None:
        """Something is written; problems that were told go away as they are mended."""
        if self._complained:
            self.update_problems(self._problems())
        self.changed.emit()

    def _problems(self) -> Sequence[Problem]:
        return self.fields.problems(self.problems_before())
