"""Changing what is written of a saved event (修改、更正): the form, its checks, and what others saved meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gridapp.cases.conflict import Difference, combined, differences
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, problems_of_change
from gridapp.cases.permission import why_no_amending
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Draft
from ui.cases.event_form import EventForm
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.handling.amending_bar import AmendingBar
from ui.handling.amendment_draft import content_of, read_amendment
from ui.handling.conflict_dialog import ConflictDialog
from ui.handling.loaded import Loaded, load
from ui.handling.overtaking import who_and_when
from ui.jobs import Questions
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.form_layout import FormLayout
from ui.widgets.card import Card


class Amending(QWidget):
    """The form of one event with its buttons."""

    changed = Signal()
    saved = Signal(str)
    """It is saved; one sentence."""
    refused = Signal(object)
    """It is not: a `Refusal`, or nothing where the problems stand under the fields."""
    left = Signal()
    """Nothing is to be changed after all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._event: Event | None = None
        self._original: EventDraft | None = None
        self._keeper = DraftKeeper(desk, Kind.EVENT, self._content, self)
        self._keeper.failed.connect(lambda said: self.refused.emit(Refusal(said)))
        self.form = EventForm(desk)
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
        scroll.setAccessibleName("事件表单")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self.bar)

    def start(self, event: Event, *, needs_reason: bool) -> None:
        """Shows an event in the form."""
        self._event = event
        self._keeper.begin()
        self._keeper.amend(event.id, event.version)
        self._original = draft_of(event)
        self.form.show_draft(self._original, event.registered_at)
        self._ask_reason(needs_reason)
        self._form_changed()

    def go_on(self, event: Event, draft: Draft, *, needs_reason: bool) -> None:
        """Goes on with changes that were not saved; what others saved since is compared first."""
        kept = read_amendment(draft, event.town)
        self._event = replace(event, version=draft.case_version or event.version)
        self._original = kept.original
        self.form.show_draft(kept.event, event.registered_at)
        self.form.retype(kept.typed)
        self.form.start_from(kept.original)
        self._ask_reason(needs_reason)
        self._keeper.begin(draft.id)
        self._keeper.amend(event.id, self._event.version)
        self._form_changed()

    def forget(self, draft_id: UUID) -> None:
        """Throws kept changes away."""
        self._keeper.begin(draft_id)
        self._keeper.throw_away(lambda: None, self.refused.emit)

    def focus_first(self) -> None:
        """Goes to the first field."""
        self.form.entries.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        event, draft = self._event, self.form.draft()
        if event is None or not self.bar.save.isEnabled():
            return
        found = problems_of_change(event, draft, self._desk.areas, max(datetime.now(UTC), self._desk.now))
        problems = self.form.problems(found)
        self.form.show_problems(problems)
        if problems:
            self.refused.emit(None)
        else:
            self._write(event, draft)

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

    def _write(self, event: Event, draft: EventDraft) -> None:
        self.bar.save.setEnabled(False)
        desk = self._desk
        store = desk.office.cases

        def work() -> Event:
            return amend(store, desk.areas, desk.deadlines, event.id, event.version, draft, desk.actor, desk.clock)

        self._questions.ask("save", work, self._written, self._not_written)

    def _written(self, event: Event) -> None:
        self._event, self._original = event, draft_of(event)
        self.form.show_draft(self._original, event.registered_at)
        self._keeper.throw_away(lambda: None, self.refused.emit)
        self.saved.emit(f"已保存，编号 {event.number}。")

    def _not_written(self, refusal: Refusal) -> None:
        self._form_changed()
        if isinstance(refusal, Overtaken) and self._event is not None:
            store, case_id = self._desk.office.cases, self._event.id
            self._questions.ask("fresh", lambda: load(store, case_id), self._compare, self.refused.emit)
            return
        if isinstance(refusal, Unacceptable):
            self.form.show_problems(self.form.problems(refusal.problems))
        self.refused.emit(refusal)

    def _compare(self, loaded: Loaded) -> None:
        original, fresh = self._original, loaded.case
        if original is None or not isinstance(fresh, Event):
            return
        refusal = why_no_amending(fresh)
        if refusal is not None:
            told = f"{who_and_when(loaded.history)}。这一件{refusal}您填写的内容都在，可以复制后再取消。"
            self.refused.emit(Refusal(told))
            return
        drafts = (original, draft_of(fresh), self.form.draft())
        found = differences(*drafts)
        dialog = ConflictDialog(self, who_and_when(loaded.history), found, drafts, self._desk.areas)
        dialog.decided.connect(lambda kept: self._combine(fresh, drafts, found, kept))
        dialog.rejected.connect(lambda: self.refused.emit(None))
        dialog.open()

    def _combine(
        self,
        fresh: Event,
        drafts: tuple[EventDraft, EventDraft, EventDraft],
        found: Sequence[Difference],
        kept: frozenset[str],
    ) -> None:
        """Shows what both together make of the event, and saves it on what the other has saved."""
        together = combined(drafts[1], drafts[2], found, kept)
        self._event, self._original = fresh, drafts[1]
        self._keeper.amend(fresh.id, fresh.version)
        shown_reason = not self.form.boxes["reason"].isHidden()
        self.form.show_draft(together, fresh.registered_at)
        self.form.start_from(drafts[1])
        self._ask_reason(shown_reason)
        self._form_changed()
        if together == drafts[1]:
            self._written(fresh)
        else:
            self.save()

    def _content(self) -> Plain:
        return content_of(self._original or self.form.draft(), self.form.draft(), self.form.typed())

    def _ask_reason(self, needed: bool) -> None:
        self.form.boxes["reason"].setVisible(needed)
        layout = self.form.layout()
        if isinstance(layout, FormLayout):
            layout.refresh()

    def _form_changed(self) -> None:
        is_changed = self.form.is_changed
        self.bar.show_changed(is_changed=is_changed)
        if is_changed:
            self._keeper.touch()
        else:
            self._keeper.rest()
        self.changed.emit()
