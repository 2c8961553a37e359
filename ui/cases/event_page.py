"""The page of a grid event (事件登记): its form, what may be done with it, its history."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.draft import EventDraft, check
from gridapp.cases.record import amend, draft_of, record
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.register import StaffMember, Unit
from gridapp.domain.status import Move
from gridapp.ports import HistoryEntry
from ui.cases.event_form import EventForm
from ui.cases.handling import carry_out, moment_for
from ui.cases.history_view import HistoryView
from ui.cases.move_dialog import MoveDialog
from ui.cases.moves_bar import MovesBar
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.page import Page
from ui.widgets.card import Card


@dataclass(frozen=True, slots=True)
class Loaded:
    """An event with its history."""

    event: Event
    history: Sequence[HistoryEntry]


class EventPage(Page):
    """A new event, or a saved one that is looked at and amended."""

    def __init__(self, desk: Desk, case_id: UUID | None) -> None:
        super().__init__(desk, "新增事件" if case_id is None else "网格事件")
        self._id = case_id
        self._event: Event | None = None
        self._after_saving: Callable[[], None] | None = None
        self.form = EventForm(desk)
        self.form.setEnabled(False)
        self.form.changed.connect(self._show_state)
        self.form.town_chosen.connect(self._offer_people)
        self.moves = MovesBar()
        self.moves.hide()
        self.moves.chosen.connect(self._begin_move)
        self.history = HistoryView(desk.areas)
        self._history_card = Card("修改记录")
        self._history_card.body.addWidget(self.history)
        self._history_card.hide()
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存（Ctrl+S 或 Ctrl+Enter）")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = QPushButton("返回")
        self.cancel_button.clicked.connect(lambda: self.leave(self.ended.emit))
        self._lay_out()
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _lay_out(self) -> None:
        fields = Card()
        fields.body.addWidget(self.form)
        inside = QWidget()
        inside.setObjectName("canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        column.addWidget(fields)
        column.addWidget(self._history_card, 1)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName("事件表单")
        bar = QFrame()
        bar.setObjectName("card")
        buttons = QHBoxLayout(bar)
        buttons.setContentsMargins(20, 8, 20, 8)
        buttons.addWidget(self.moves)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(bar)

    @override
    def reload(self) -> None:
        if self.form.is_changed:
            self.refused.emit("表单有未保存的修改，没有重新载入。")
        elif self._id is None:
            self._start_blank()
        else:
            case_id = self._id
            self.questions.ask("event", lambda: _load(self.desk, case_id), self._show_loaded, self.refuse)

    def _start_blank(self) -> None:
        town = self.desk.areas.towns[0].code
        self.form.show_draft(EventDraft(town=town, reported_at=self.desk.writing_moment, level="一般"))
        self.form.setEnabled(True)
        self._show_state()
        self.form.title.setFocus()
        self._offer_people(town)

    def _show_loaded(self, loaded: Loaded) -> None:
        self._event, self._id = loaded.event, loaded.event.id
        self.entitle(f"网格事件 {loaded.event.number}")
        self.form.lock_town()
        self.form.show_draft(draft_of(loaded.event))
        self.form.setEnabled(loaded.event.excluded is None)
        self.history.show_entries(Kind.EVENT, loaded.history)
        self.moves.show()
        self._history_card.show()
        self._show_state()
        self._offer_people(loaded.event.town)

    def _offer_people(self, town: str) -> None:
        registers = self.desk.office.registers
        self.questions.ask(
            "people", lambda: (registers.staff(town), registers.units(town)), self._show_people, self.refuse
        )

    def _show_people(self, found: tuple[Sequence[StaffMember], Sequence[Unit]]) -> None:
        names = list(dict.fromkeys(member.name for member in found[0]))
        self.form.reporter.offer(names)
        self.form.handler.offer(names)
        self.form.unit.offer([unit.name for unit in found[1]])

    def _show_state(self) -> None:
        changed = self.form.is_changed
        self.save_button.setEnabled(self.form.isEnabled() and (changed or self._id is None))
        if self._event is not None:
            self.moves.show_case(self._event, unsaved=changed)

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        if not self.save_button.isEnabled():
            return
        draft, desk = self.form.draft(), self.desk
        problems = self.form.problems(check(draft, desk.areas, datetime.now(UTC)))
        self.form.show_problems(problems)
        if problems:
            self._after_saving = None
            return
        self.save_button.setEnabled(False)
        event = self._event
        self.questions.ask("save", lambda: _save(desk, event, draft), self._saved, self._not_saved)

    def _saved(self, loaded: Loaded) -> None:
        then, self._after_saving = self._after_saving, None
        self._show_loaded(loaded)
        self.cases_changed.emit()
        self.told.emit(f"已保存，编号 {loaded.event.number}。")
        if then is not None:
            then()

    def _not_saved(self, refusal: Refusal) -> None:
        self._after_saving = None
        self._show_state()
        if isinstance(refusal, Unacceptable):
            self.form.show_problems(self.form.problems(refusal.problems))
        self.refuse(refusal)
        if isinstance(refusal, Overtaken) and self._id is not None:
            case_id = self._id
            self.questions.ask("history", lambda: self.desk.office.cases.history(case_id), self._show_history)

    def _show_history(self, entries: Sequence[HistoryEntry]) -> None:
        self.history.show_entries(Kind.EVENT, entries)

    def _begin_move(self, action: str) -> None:
        if self._event is None:
            return
        at = moment_for(self.desk, self._event)
        if action == Move.ACCEPT:
            self._move(action, "", at)
            return
        dialog = MoveDialog(self, action, "处置结果" if action == Move.CLOSE else f"{action}原因")
        if action == Move.CLOSE:
            dialog.ask_moment("办结时间", at or self.desk.now, self.desk.today)
        dialog.answered.connect(lambda words, moment: self._move(action, words, moment or at))
        dialog.open()

    def _move(self, action: str, words: str, at: datetime | None) -> None:
        event, desk = self._event, self.desk
        if event is None:
            return

        def work() -> Loaded:
            carry_out(desk, event, action, words, at)
            return _load(desk, event.id)

        def done(loaded: Loaded) -> None:
            self._show_loaded(loaded)
            self.cases_changed.emit()
            self.told.emit(f"已{action}：{loaded.event.number}。")

        self.questions.ask("move", work, done, self.refuse)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if not self.form.is_changed:
            then()
            return

        def save_first() -> None:
            self._after_saving = then
            self.save()

        ask_before_leaving(self, save_first, then)


def _save(desk: Desk, event: Event | None, draft: EventDraft) -> Loaded:
    store, clock = desk.office.cases, desk.office.cases.now
    if event is None:
        saved = record(store, desk.areas, draft, desk.actor, clock)
    else:
        saved = amend(store, desk.areas, event.id, event.version, draft, desk.actor, clock)
    return _load(desk, saved.id)


def _load(desk: Desk, case_id: UUID) -> Loaded:
    event = desk.office.cases.load(case_id)
    if not isinstance(event, Event):
        raise Refusal("这条记录不是网格事件，请刷新列表后重试。")
    return Loaded(event, desk.office.cases.history(case_id))
