"""The page on which cases of a kind are recorded (登记): one after another, with nothing typed ever lost."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Generic
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.moment import SHANGHAI
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Entered
from ui.desk import Desk
from ui.jobs import Failed
from ui.page import Page
from ui.recording.case_entries import D
from ui.recording.continuing import Continuing
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.drafts_bar import DraftsBar
from ui.recording.duplicates_panel import DuplicatesPanel
from ui.recording.duplicates_watch import DuplicatesWatch
from ui.recording.leaving_question import ask_what_becomes
from ui.recording.new_case_form import NewCaseForm
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded
from ui.recording.recording_layout import FormWithSide, PressButton, button_bar
from ui.recording.saved_bar import SavedBar
from ui.recording.saves_under_way import SavesUnderWay
from ui.requests import ShowRecord
from ui.widgets.card import Card


class NewCasePage(Page, Generic[D]):
    """A blank form, or one that was left unsaved; Ctrl+S saves and shows it, Ctrl+Enter goes on to the next."""

    form: NewCaseForm[D]

    def __init__(self, desk: Desk, plan: PagePlan, form: NewCaseForm[D], draft_id: UUID | None) -> None:
        super().__init__(desk, plan.title)
        self._plan, self._draft_id = plan, draft_id
        self._started = False
        self._waiting: Callable[[], None] | None = None
        self.form = form
        self.drafts = DraftsBar(desk, (plan.form,), plan.drafts_key)
        self.saved_bar = SavedBar()
        self.duplicates = DuplicatesPanel(desk.areas)
        self.duplicates.setParent(self)
        self._keeper = DraftKeeper(desk, plan.kind, self.form.content, self)
        self._continuing = Continuing(self, plan.form, form, self._keeper, self._look_for_drafts)
        self._saves = SavesUnderWay(desk, self)
        self._watch = DuplicatesWatch(desk, self.entered, self)
        self._remark = QLabel()
        self.next_button = PressButton("保存并继续登记")
        self.next_button.setToolTip(f"保存后开始下一件，带上{plan.carried}（Ctrl+Enter）")
        self.next_button.setObjectName("primary")
        self.save_button = PressButton("保存")
        self.save_button.setToolTip("保存并查看这一件（Ctrl+S）")
        self.back_button = PressButton("返回")
        self.back_button.setToolTip("返回（Alt+←）")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        for widget in (*self.above_form(), self.form):
            card.body.addWidget(widget)
        # What stands beside may be higher: the fields stay together.
        card.body.addStretch(1)
        beside = self.beside_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(FormWithSide("登记表单", (self.drafts, self.saved_bar), card, beside), 1)
        others: Sequence[QPushButton] = self.more_buttons()
        buttons: Sequence[QWidget] = (self.back_button, *others, self.save_button, self.next_button)
        layout.addWidget(button_bar(self._remark, (*self.facts(), *buttons)))
        stops: list[QWidget] = [self.last_entry(), self.next_button, self.save_button, *others, self.back_button]
        if beside is self.duplicates or beside.isAncestorOf(self.duplicates):
            stops.append(self.duplicates.list)
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.composing.connect(self._watch.set_composing)
        self._watch.found.connect(self.duplicates.show_suspicions)
        self._keeper.kept.connect(lambda: self._remark.setText(f"草稿已于 {datetime.now(SHANGHAI):%H:%M} 自动保存"))
        self._keeper.failed.connect(self.refused)
        self.drafts.continued.connect(lambda draft: self._continuing.fetch(draft.id))
        self.drafts.refused.connect(self.refused)
        self.form.files_settled.connect(self._files_are_in)
        for wanted in (self.saved_bar.wanted, self.duplicates.opened):
            wanted.connect(self.show_case)
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

    def above_form(self) -> Sequence[QWidget]:
        """What stands above the fields."""
        return ()

    def beside_form(self) -> QWidget:
        """What stands beside the fields."""
        return self.duplicates

    def facts(self) -> Sequence[QWidget]:
        """What is told beside the buttons of the form as it stands."""
        return ()

    def more_buttons(self) -> Sequence[QPushButton]:
        """The buttons between going back and saving."""
        return ()

    def last_entry(self) -> QWidget:
        """After which Tab comes to the buttons."""
        raise NotImplementedError

    def entered(self) -> Entered | None:
        """What is written, as far as duplicates are recognised by it; nothing where none are looked for."""
        raise NotImplementedError

    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        """What saves the form as it stands, to be run in the database's thread."""
        raise NotImplementedError

    def next_after(self, draft: D) -> D:
        """The form that follows a saved one."""
        raise NotImplementedError

    @property
    def draft_id(self) -> UUID:
        """Under what the form is kept until it is saved."""
        return self._keeper.id

    @override
    def reload(self) -> None:
        if not self._started:
            self._started = True
            self.begin(self.form.blank(self.desk.areas.towns[0].code))
            if self._draft_id is not None:
                self._continuing.fetch(self._draft_id)
        self._look_for_drafts()

    def save_and_show(self) -> None:
        """Saves what is written and shows the case, or shows everything that is wrong."""
        self._save_and(self.go_to)

    def save_and_go_on(self) -> None:
        """Saves what is written and begins the next form at once, without waiting for the database."""
        if not self.may_save(self.save_and_go_on):
            return
        draft, kept, draft_id = self.form.draft(), self.form.content(), self._keeper.id
        work = self.saving(draft_id)
        self._keeper.begin()
        self.begin(self.next_after(draft))
        self._saves.save(draft_id, work, self._tell_saved, lambda refusal: self._give_back(refusal, draft_id, kept))

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
        if self.may_save(lambda: self._save_and(go)):
            self.setEnabled(False)
            self.save_by(self.saving(self._keeper.id), go, self._not_saved)

    def save_by(self, work: Callable[[], Recorded], go: Callable[[Recorded], None], failed: Failed) -> None:
        """Lets the form be saved by some work, then begins the next and goes on, unless it failed."""
        draft = self.form.draft()
        self._keeper.rest()

        def done(recorded: Recorded) -> None:
            self.setEnabled(True)
            self._keeper.begin()
            self.begin(self.next_after(draft))
            self.cases_changed.emit()
            go(recorded)

        self._saves.save(self._keeper.id, work, done, failed)

    def may_save(self, again: Callable[[], None]) -> bool:
        """Whether nothing speaks against saving; while files are being read it is tried again after that."""
        if self.form.is_busy:
            self._waiting = again
            return False
        return not self.form.complain()

    def _files_are_in(self) -> None:
        again, self._waiting = self._waiting, None
        if again is not None:
            again()

    def show_case(self, case_id: UUID) -> None:
        """Shows a case of the kind above the form."""
        self.asked.emit(ShowRecord(self._plan.kind, case_id))

    def go_to(self, recorded: Recorded) -> None:
        """Shows what was saved instead of the form."""
        if not self.isVisible():
            self._tell_saved(recorded)
            return
        self.ended.emit()
        self.show_case(recorded.case.id)
        if recorded.refusal is None:
            self.told.emit(f"已保存，编号 {recorded.case.number}。")
        else:
            self.refused.emit(_but_open(recorded))

    def _tell_saved(self, recorded: Recorded) -> None:
        self.saved_bar.show_saved(recorded.case)
        self.cases_changed.emit()
        if recorded.refusal is not None:
            self.refused.emit(_but_open(recorded))

    def _not_saved(self, refusal: Refusal) -> None:
        self.wait_no_more()
        if isinstance(refusal, Unacceptable):
            self.form.show_problems(refusal.problems)
        self.show_refusal(refusal)

    def wait_no_more(self) -> None:
        """The form was not saved: it is written on."""
        self.setEnabled(True)
        (self.focusWidget() or self.form.fields.entries.first).setFocus()
        self._changed()

    def show_refusal(self, refusal: Refusal) -> None:
        """Says why the form that is shown was not saved."""
        self.refuse(refusal)

    def _give_back(self, refusal: Refusal, draft_id: UUID, kept: Plain) -> None:
        """What could not be saved comes back: into the form, or as a draft where the next one is begun already."""
        if not self.form.is_changed:
            self._continuing.go_on_with(draft_id, kept)
            self._not_saved(refusal)
            return
        self._keeper.keep_another(draft_id, kept, self._look_for_drafts, self.refuse)
        self.refused.emit(f"上一件没有保存，已留作草稿：{refusal}")

    def _changed(self) -> None:
        changed = self.form.is_changed
        self.entitle(f"{self._plan.title} *（未保存）" if changed else self._plan.title)
        if changed:
            self._keeper.touch()
        self._watch.touch()

    def begin(self, draft: D) -> None:
        """Begins a form; nothing of it is kept until something is written."""
        self._remark.clear()
        self.form.begin(draft)
        self._keeper.rest()

    def _look_for_drafts(self) -> None:
        """Asks for the drafts but those of the forms open in this window: two forms must not save the same one."""
        self.drafts.look(but=[page.draft_id for page in self.window().findChildren(NewCasePage)])


def _but_open(recorded: Recorded) -> str:
    return f"已保存 {recorded.case.number}，但没有办结：{recorded.refusal}"
