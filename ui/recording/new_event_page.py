"""The page on which events are recorded (新增事件): one after another, with nothing typed ever lost."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Draft
from ui.desk import Desk
from ui.page import Page
from ui.recording.carried import blank, next_after
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.drafts_bar import DraftsBar
from ui.recording.duplicates_panel import DuplicatesPanel
from ui.recording.duplicates_watch import DuplicatesWatch
from ui.recording.event_draft import drafts_of_new_events
from ui.recording.leaving_question import ask_what_becomes
from ui.recording.new_event_form import NewEventForm
from ui.recording.recording_layout import FormWithSide, PressButton, button_bar
from ui.recording.saved_bar import SavedBar
from ui.recording.saves_under_way import SavesUnderWay
from ui.recording.saving import Recorded
from ui.requests import ShowRecord
from ui.widgets.card import Card

_TITLE = "新增事件"
_UNSAVED = "新增事件 *（未保存）"


class NewEventPage(Page):
    """A blank form, or one that was left unsaved; Ctrl+S saves and shows it, Ctrl+Enter goes on to the next."""

    def __init__(self, desk: Desk, draft_id: UUID | None = None) -> None:
        super().__init__(desk, _TITLE)
        self._draft_id = draft_id
        self._started = False
        self._waiting: Callable[[], None] | None = None
        self.form = NewEventForm(desk)
        self.drafts = DraftsBar(desk)
        self.saved_bar = SavedBar()
        self.duplicates = DuplicatesPanel(desk.areas)
        self._keeper = DraftKeeper(desk, Kind.EVENT, self.form.content, self)
        self._saves = SavesUnderWay(desk, self)
        self._watch = DuplicatesWatch(desk, self.form.draft, self)
        self._remark = QLabel()
        self.next_button = PressButton("保存并继续登记")
        self.next_button.setToolTip("保存后开始下一件，带上村社、网格、日期、来源和上报人（Ctrl+Enter）")
        self.next_button.setObjectName("primary")
        self.save_button = PressButton("保存")
        self.save_button.setToolTip("保存并查看这一件（Ctrl+S）")
        self.back_button = PressButton("返回")
        self.back_button.setToolTip("返回（Alt+←）")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(FormWithSide("登记表单", (self.drafts, self.saved_bar), card, self.duplicates), 1)
        layout.addWidget(button_bar(self._remark, (self.back_button, self.save_button, self.next_button)))
        stops = (self.form.closing.evidence, self.next_button, self.save_button, self.back_button, self.duplicates.list)
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.composing.connect(self._watch.set_composing)
        self._watch.found.connect(self.duplicates.show_suspicions)
        self._keeper.kept.connect(lambda: self._remark.setText(f"草稿已于 {datetime.now(SHANGHAI):%H:%M} 自动保存"))
        self._keeper.failed.connect(self.refused)
        self.drafts.continued.connect(lambda draft: self._fetch(draft.id))
        self.drafts.refused.connect(self.refused)
        self.form.fields.entries.attachments.settled.connect(self._files_are_in)
        for wanted in (self.saved_bar.wanted, self.duplicates.opened):
            wanted.connect(lambda case_id: self.asked.emit(ShowRecord(Kind.EVENT, case_id)))
        self.save_button.clicked.connect(self.save_and_show)
        self.next_button.clicked.connect(self.save_and_go_on)
        self.back_button.clicked.connect(lambda: self.leave(self.ended.emit))
        for keys, act in (
            ("Ctrl+S", self.save_and_show),
            ("Ctrl+Return", self.save_and_go_on),
            ("Ctrl+Enter", self.save_and_go_on),
            ("Alt+D", self.duplicates.enter),
        ):
            QShortcut(QKeySequence(keys), self, act)

    @property
    def draft_id(self) -> UUID:
        """Under what the form is kept until it is saved."""
        return self._keeper.id

    @override
    def reload(self) -> None:
        if not self._started:
            self._started = True
            self._begin(blank(self.desk.areas.towns[0].code, self.desk.writing_moment))
            if self._draft_id is not None:
                self._fetch(self._draft_id)
        self._look_for_drafts()

    def save_and_show(self) -> None:
        """Saves what is written and shows the event, or shows everything that is wrong."""
        self._save_and(self._go_to)

    def save_and_go_on(self) -> None:
        """Saves what is written and begins the next form at once, without waiting for the database."""
        if not self._may_save(self.save_and_go_on):
            return
        draft, order, desk = self.form.draft(), self.form.order(), self.desk
        kept, draft_id = self.form.content(), self._keeper.id
        self._keeper.begin()
        self._begin(next_after(draft, desk.today, desk.writing_moment))
        self._saves.save(
            draft, order, draft_id, self._tell_saved, lambda refusal: self._give_back(refusal, draft_id, kept)
        )

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if self._saves.is_busy:
            self._saves.wait(lambda: self.leave(then))
            return

        def drop() -> None:
            self._keeper.throw_away(then, self.refuse)

        if self.form.is_changed:
            ask_what_becomes(
                self,
                save=lambda: self._save_and(lambda _: then()),
                keep=lambda: self._keeper.keep(then, self.refuse),
                drop=drop,
            )
        else:
            drop()

    def _save_and(self, go: Callable[[Recorded], None]) -> None:
        if not self._may_save(lambda: self._save_and(go)):
            return
        draft, order, desk, draft_id = self.form.draft(), self.form.order(), self.desk, self._keeper.id
        self._keeper.rest()
        self.setEnabled(False)

        def done(recorded: Recorded) -> None:
            self.setEnabled(True)
            self._keeper.begin()
            self._begin(next_after(draft, desk.today, desk.writing_moment))
            self.cases_changed.emit()
            go(recorded)

        self._saves.save(draft, order, draft_id, done, self._not_saved)

    def _may_save(self, again: Callable[[], None]) -> bool:
        """Whether nothing speaks against saving; while files are being read it is tried again after that."""
        if self.form.fields.entries.attachments.is_busy:
            self._waiting = again
            return False
        return not self.form.complain()

    def _files_are_in(self) -> None:
        again, self._waiting = self._waiting, None
        if again is not None:
            again()

    def _go_to(self, recorded: Recorded) -> None:
        if not self.isVisible():
            self._tell_saved(recorded)
            return
        self.ended.emit()
        self.asked.emit(ShowRecord(Kind.EVENT, recorded.event.id))
        if recorded.refusal is None:
            self.told.emit(f"已保存，编号 {recorded.event.number}。")
        else:
            self.refused.emit(_but_open(recorded))

    def _tell_saved(self, recorded: Recorded) -> None:
        self.saved_bar.show_saved(recorded.event)
        self.cases_changed.emit()
        if recorded.refusal is not None:
            self.refused.emit(_but_open(recorded))

    def _not_saved(self, refusal: Refusal) -> None:
        self.setEnabled(True)
        (self.focusWidget() or self.form.fields.entries.title).setFocus()
        self._changed()
        if isinstance(refusal, Unacceptable):
            self.form.show_problems(refusal.problems)
        self.refuse(refusal)

    def _give_back(self, refusal: Refusal, draft_id: UUID, kept: Plain) -> None:
        """What could not be saved comes back: into the form, or as a draft where the next one is begun already."""
        if not self.form.is_changed:
            self._go_on_with(draft_id, kept)
            self._not_saved(refusal)
            return
        self._keeper.keep_another(draft_id, kept, self._look_for_drafts, self.refuse)
        self.refused.emit(f"上一件没有保存，已留作草稿：{refusal}")

    def _changed(self) -> None:
        changed = self.form.is_changed
        self.entitle(_UNSAVED if changed else _TITLE)
        if changed:
            self._keeper.touch()
        self._watch.touch()

    def _begin(self, draft: EventDraft) -> None:
        self._remark.clear()
        self.form.begin(draft)
        self._keeper.rest()

    def _fetch(self, draft_id: UUID) -> None:
        desk = self.desk
        self.questions.ask(
            "draft",
            lambda: [d for d in drafts_of_new_events(desk.office.drafts, desk.actor.name) if d.id == draft_id],
            self._found,
            self.refuse,
        )

    def _found(self, found: Sequence[Draft]) -> None:
        """Goes on with a draft as it is now: another window may have written on, saved it or thrown it away."""
        if found:
            self._continue(found[0])
        else:
            self.refused.emit("这份草稿已经不在了，可能已在另一个窗口保存或丢弃。")
            self._look_for_drafts()

    def _look_for_drafts(self) -> None:
        """Asks for the drafts but those of the forms open in this window: two forms must not save the same one."""
        self.drafts.look(but=[page.draft_id for page in self.window().findChildren(NewEventPage)])

    def _continue(self, draft: Draft) -> None:
        """Goes on with a draft; what is in the form already becomes one."""
        if not self.form.is_changed:
            self._go_on_with(draft.id, draft.content)
            return
        content = self.form.content()

        def kept() -> None:
            # What was written while it was being kept must not be lost either.
            if self.form.content() == content:
                self._go_on_with(draft.id, draft.content)
            else:
                self._continue(draft)

        self._keeper.keep(kept, self.refuse)

    def _go_on_with(self, draft_id: UUID, content: Mapping[str, Any]) -> None:
        self._keeper.begin(draft_id)
        self.form.go_on_with(content)
        self._look_for_drafts()


def _but_open(recorded: Recorded) -> str:
    return f"已保存 {recorded.event.number}，但没有办结：{recorded.refusal}"
