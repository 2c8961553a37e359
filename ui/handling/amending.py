"""Changing what is written of a saved case (修改、更正): the form, its checks, and what others saved meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gridapp.cases import drafts
from gridapp.cases.conflict import Difference, combined, differences
from gridapp.cases.permission import why_no_amending
from gridapp.domain.case import Case
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.ports import Draft
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.handling.amending_bar import AmendingBar
from ui.handling.amendment_draft import content_of, read_amendment
from ui.handling.conflict_dialog import ConflictDialog
from ui.handling.loaded import Loaded, load
from ui.handling.overtaking import who_and_when
from ui.jobs import Questions
from ui.recording.case_entries import D
from ui.recording.case_form import CaseForm
from ui.recording.draft_keeper import DraftKeeper
from ui.widgets.card import Card

C = TypeVar("C", bound=Case)


class Amending(QWidget, Generic[C, D]):
    """The form of one case with its buttons; each kind says what is checked and how it is written."""

    changed = Signal()
    saved = Signal(str)
    """It is saved; one sentence."""
    refused = Signal(object)
    """It is not: a `Refusal`, or nothing where the problems stand under the fields."""
    left = Signal()
    """Nothing is to be changed after all."""

    form: CaseForm[D]

    def __init__(self, desk: Desk, record: type[C], form: CaseForm[D]) -> None:
        super().__init__()
        self._desk, self._record = desk, record
        self._questions = Questions(desk.jobs, self)
        self._case: C | None = None
        self._original: D | None = None
        self._keeper = DraftKeeper(desk, record.kind, self._content, self)
        self._keeper.failed.connect(lambda said: self.refused.emit(Refusal(said)))
        self.form = form
        self.form.lock_town()
        self.form.changed.connect(self._form_changed)
        self.bar = AmendingBar()
        self.bar.save.clicked.connect(self.save)
        self.bar.cancel.clicked.connect(self.cancel)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = Card()
        fields.body.addWidget(self.form)
        fields.body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(fields)
        scroll.setAccessibleName("登记表单")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self.bar)

    def draft_of(self, case: C) -> D:
        """A saved case as the form shows it."""
        raise NotImplementedError

    def read_draft(self, case: C, content: Mapping[str, Any]) -> D:
        """What was kept of changes to a case."""
        return drafts.read_as(type(self.draft_of(case)), content, case.town)

    def problems_of(self, case: C, draft: D, now: datetime) -> Sequence[Problem]:
        """Every problem of a case's changes."""
        raise NotImplementedError

    def write(self, case: C, draft: D) -> C:
        """Saves changes to a case in the version that was seen; runs in the database's thread."""
        raise NotImplementedError

    def start(self, case: C, *, needs_reason: bool) -> None:
        """Shows a case in the form."""
        self._case = case
        self._keeper.begin()
        self._keeper.amend(case.id, case.version)
        self._original = self.draft_of(case)
        self.form.show_draft(self._original, case.registered_at)
        self.form.ask_reason(needed=needs_reason)
        self._form_changed()

    def go_on(self, case: C, draft: Draft, *, needs_reason: bool) -> None:
        """Goes on with changes that were not saved; what others saved since is compared first."""
        kept = read_amendment(lambda content: self.read_draft(case, content), draft)
        self._case = replace(case, version=draft.case_version or case.version)
        self._original = kept.original
        self.form.show_draft(kept.changed, case.registered_at)
        self.form.retype(kept.typed)
        self.form.start_from(kept.original)
        self.form.ask_reason(needed=needs_reason)
        self._keeper.begin(draft.id)
        self._keeper.amend(case.id, self._case.version)
        self._form_changed()

    def forget(self, draft_id: UUID) -> None:
        """Throws kept changes away."""
        self._keeper.begin(draft_id)
        self._keeper.throw_away(lambda: None, self.refused.emit)

    def focus_first(self) -> None:
        """Goes to the first field."""
        self.form.entries.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, name: str) -> None:
        """Goes to a field of the form."""
        self.form.entries.by_field[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        case, draft = self._case, self.form.draft()
        if case is None or not self.bar.save.isEnabled():
            return
        found = self.problems_of(case, draft, max(datetime.now(UTC), self._desk.now))
        problems = self.form.problems(found)
        self.form.show_problems(problems)
        if problems:
            self.refused.emit(None)
        else:
            self._write(case, draft)

    def cancel(self) -> None:
        """Goes back to what is saved; asks where something was changed."""
        if self.form.is_changed:
            ask_before_dropping(self, self._drop)
        else:
            self.left.emit()

    def _drop(self) -> None:
        self.drop()
        self.left.emit()

    def drop(self) -> None:
        """Forgets the changes for good."""
        self._keeper.throw_away(lambda: None, self.refused.emit)
        if self._original is not None:
            self.form.show_draft(self._original)

    def _write(self, case: C, draft: D) -> None:
        self.bar.save.setEnabled(False)
        self._questions.ask("save", lambda: self.write(case, draft), self._written, self._not_written)

    def _written(self, case: C) -> None:
        self._case, self._original = case, self.draft_of(case)
        self.form.show_draft(self._original, case.registered_at)
        self._keeper.throw_away(lambda: None, self.refused.emit)
        self.saved.emit(f"已保存，编号 {case.number}。")

    def _not_written(self, refusal: Refusal) -> None:
        self._form_changed()
        if isinstance(refusal, Overtaken) and self._case is not None:
            desk, case_id = self._desk, self._case.id
            self._questions.ask("fresh", lambda: load(desk, case_id), self._compare, self.refused.emit)
            return
        if isinstance(refusal, Unacceptable):
            self.form.show_problems(self.form.problems(refusal.problems))
        self.refused.emit(refusal)

    def _compare(self, loaded: Loaded) -> None:
        original, fresh = self._original, loaded.case
        if original is None or not isinstance(fresh, self._record):
            return
        refusal = why_no_amending(fresh)
        if refusal is not None:
            told = f"{who_and_when(loaded.history)}。这一件{refusal}您填写的内容都在，可以复制后再取消。"
            self.refused.emit(Refusal(told))
            return
        drafts = (original, self.draft_of(fresh), self.form.draft())
        found = differences(*drafts)
        who = who_and_when(loaded.history)
        dialog = ConflictDialog(self, self._record.kind, who, found, drafts, self._desk.areas)
        dialog.decided.connect(lambda kept: self._combine(fresh, drafts, found, kept))
        dialog.rejected.connect(lambda: self.refused.emit(None))
        dialog.open()

    def _combine(self, fresh: C, drafts: tuple[D, D, D], found: Sequence[Difference], kept: frozenset[str]) -> None:
        """Shows what both together make of the case, and saves it on what the other has saved."""
        together = combined(drafts[1], drafts[2], found, kept)
        self._case, self._original = fresh, drafts[1]
        self._keeper.amend(fresh.id, fresh.version)
        shown_reason = not self.form.boxes["reason"].isHidden()
        self.form.show_draft(together, fresh.registered_at)
        self.form.start_from(drafts[1])
        self.form.ask_reason(needed=shown_reason)
        self._form_changed()
        if together == drafts[1]:
            self._written(fresh)
        else:
            self.save()

    def _content(self) -> Plain:
        written = self.form.draft()
        return content_of(self._record.kind, self._original or written, written, self.form.typed())

    def _form_changed(self) -> None:
        is_changed = self.form.is_changed
        self.bar.show_changed(is_changed=is_changed)
        if is_changed:
            self._keeper.touch()
        else:
            self._keeper.rest()
        self.changed.emit()
