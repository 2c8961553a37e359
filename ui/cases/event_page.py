"""The page of a saved grid event (事件办理): what is written of it, what can be done, and what was done."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.permission import why_no_amending
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import Draft
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.handling.amending import Amending
from ui.handling.amendment_draft import amendment_of
from ui.handling.case_page import CasePage
from ui.handling.content_view import ContentView
from ui.handling.loaded import Loaded
from ui.handling.unsaved_bar import UnsavedBar
from ui.widgets.card import Card

_UNRECEIVED = frozenset({Status.REPORTED, Status.RETURNED, Status.ACCEPTED})
_PAIRS = 2
_SHARES = (1, 1)


class EventPage(CasePage):
    """At the left what is written, at the right the course; Alt+E opens the form in their place."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, Kind.EVENT, case_id)
        self._after_saving: Callable[[], None] | None = None
        self.content = ContentView(_PAIRS)
        self.edit_button = QPushButton()
        self.edit_button.clicked.connect(self.edit)
        self.amending = Amending(desk)
        self.form = self.amending.form
        self.amending.saved.connect(self._saved)
        self.amending.refused.connect(self._not_saved)
        self.amending.left.connect(self._show_content)
        self.amending.changed.connect(self._show_moves)
        self.kept = UnsavedBar()
        self.kept.continued.connect(self._go_on)
        self.kept.discarded.connect(self._discard)
        self._sides = QStackedWidget()
        self._lay_out()
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _lay_out(self) -> None:
        written = Card("登记内容")
        written.body.addWidget(self.content)
        written.body.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        written.body.addStretch()
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setWidget(written)
        left.setAccessibleName("登记内容")
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget, share in zip((left, self.course), _SHARES, strict=True):
            row.addWidget(widget, share)
        self._sides.addWidget(reading)
        self._sides.addWidget(self.amending)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.kept)
        column.addWidget(self._sides, 1)

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self._sides.currentWidget() is self.amending

    @property
    def event_shown(self) -> Event | None:
        """The event as it is shown, once it has come."""
        case = self.loaded.case if self.loaded is not None else None
        return case if isinstance(case, Event) else None

    @override
    def reload(self) -> None:
        if self.is_editing and self.form.is_changed:
            self.refused.emit("表单有未保存的修改，没有重新载入。")
        else:
            super().reload()

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        if not isinstance(loaded.case, Event):
            self.refuse(Refusal("这条记录不是网格事件，请刷新列表后重试。"))
            return
        if self.loaded is None and why_no_amending(loaded.case) is None:
            self._look_for_kept(loaded.case)
        super().show_loaded(loaded)
        self.content.show_case(loaded.case, self.desk.areas)
        word = "修改" if loaded.case.status in _UNRECEIVED else "更正"
        self.edit_button.setText(f"{word}…(&E)")
        self.edit_button.setAccessibleName(word)
        refusal = why_no_amending(loaded.case)
        self.edit_button.setEnabled(refusal is None)
        self.edit_button.setToolTip(refusal or f"{word}登记内容（Alt+E）")
        self.edit_button.setAccessibleDescription(refusal or "")
        if self.is_editing and not self.form.is_changed:
            self._show_content()

    def _look_for_kept(self, event: Event) -> None:
        drafts, person = self.desk.office.drafts, self.desk.actor.name
        self.questions.ask("kept", lambda: amendment_of(drafts, person, event.id), self.kept.show_draft, self.refuse)

    def edit(self) -> None:
        """Opens the form; once others have received the event it asks for the reason too."""
        event = self.event_shown
        if event is not None and not self.is_editing:
            self.amending.start(event, needs_reason=event.status not in _UNRECEIVED)
            self._show_form()

    def _go_on(self, draft: Draft) -> None:
        event = self.event_shown
        if event is not None:
            self.amending.go_on(event, draft, needs_reason=event.status not in _UNRECEIVED)
            self._show_form()

    def _discard(self, draft: Draft) -> None:
        self.kept.show_draft(None)
        self.amending.forget(draft.id)

    def _show_form(self) -> None:
        self.kept.show_draft(None)
        self._sides.setCurrentWidget(self.amending)
        self.head.show_briefly(briefly=True)
        self.amending.focus_first()
        self._show_moves()

    def save(self) -> None:
        """Saves what is written in the form, or shows everything that is wrong with it."""
        if self.is_editing:
            self.amending.save()

    def _show_content(self) -> None:
        self._sides.setCurrentIndex(0)
        self.head.show_briefly(briefly=False)
        self._show_moves()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_moves(self) -> None:
        if self.loaded is not None:
            unsaved = self.is_editing and self.form.is_changed
            self.course.show_moves(self.loaded, self.desk.now, self.desk.deadlines, unsaved=unsaved)

    def _saved(self, sentence: str) -> None:
        then, self._after_saving = self._after_saving, None
        self._show_content()
        self.carried_out(sentence)
        if then is not None:
            then()

    def _not_saved(self, refusal: Refusal | None) -> None:
        self._after_saving = None
        if refusal is not None:
            self.refuse(refusal)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if not (self.is_editing and self.form.is_changed):
            then()
            return

        def save_first() -> None:
            self._after_saving = then
            self.save()

        def drop_first() -> None:
            self.amending.drop()
            then()

        ask_before_leaving(self, save_first, drop_first)
