"""The pages of cases whose writing can be changed in place (修改、更正): reading at first, the form instead of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.permission import why_no_amending
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.handling.amending import Amending
from ui.handling.amendment_draft import amendment_of
from ui.handling.case_page import CasePage
from ui.handling.loaded import Loaded
from ui.handling.unsaved_bar import UnsavedBar


class EditablePage(CasePage):
    """Shows what is written, or with Alt+E the form in its place; what was not saved is offered again."""

    def __init__(self, desk: Desk, kind: Kind, case_id: UUID, amending: Amending[Any, Any]) -> None:
        super().__init__(desk, kind, case_id)
        self._after_saving: Callable[[], None] | None = None
        self.amending = amending
        self.edit_button = QPushButton()
        self.edit_button.clicked.connect(self.edit)
        amending.saved.connect(self._saved)
        amending.refused.connect(self._not_saved)
        amending.left.connect(self._show_reading)
        amending.changed.connect(self.show_moves)
        self.kept = UnsavedBar()
        self.kept.continued.connect(self._go_on)
        self.kept.discarded.connect(self._discard)
        self._sides = QStackedWidget()
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)

    def needs_reason(self, case: Case) -> bool:
        """Whether a change of what is written is a correction (更正) and must say why."""
        raise NotImplementedError

    def lay_out(self, reading: QWidget) -> None:
        """Puts the head above, and what is read or the form below it."""
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
    def has_changes(self) -> bool:
        """Whether the form is open and holds something that is not saved."""
        return self.is_editing and self.amending.form.is_changed

    @override
    def reload(self) -> None:
        if self.has_changes:
            self.refused.emit("表单有未保存的修改，没有重新载入。")
        else:
            super().reload()

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        if loaded.case.kind is not self._kind:
            self.refuse(Refusal(f"这条记录不是{self._kind.label}，请刷新列表后重试。"))
            return
        refusal = why_no_amending(loaded.case)
        if self.loaded is None and refusal is None:
            self._look_for_kept(loaded.case.id)
        super().show_loaded(loaded)
        word = "更正" if self.needs_reason(loaded.case) else "修改"
        self.edit_button.setText(f"{word}…(&E)")
        self.edit_button.setAccessibleName(word)
        self.edit_button.setEnabled(refusal is None)
        self.edit_button.setToolTip(refusal or f"{word}登记内容（Alt+E）")
        self.edit_button.setAccessibleDescription(refusal or "")
        if self.is_editing and not self.has_changes:
            self._show_reading()

    def _look_for_kept(self, case_id: UUID) -> None:
        drafts, person = self.desk.office.drafts, self.desk.actor.name
        self.questions.ask("kept", lambda: amendment_of(drafts, person, case_id), self.kept.show_draft, self.refuse)

    def edit(self) -> None:
        """Opens the form; once others rely on the case it asks for the reason too."""
        if self.loaded is not None and not self.is_editing:
            self.amending.start(self.loaded.case, needs_reason=self.needs_reason(self.loaded.case))
            self._show_form()

    def _go_on(self, draft: Draft) -> None:
        if self.loaded is not None:
            self.amending.go_on(self.loaded.case, draft, needs_reason=self.needs_reason(self.loaded.case))
            self._show_form()

    def _discard(self, draft: Draft) -> None:
        self.kept.show_draft(None)
        self.amending.forget(draft.id)

    def _show_form(self) -> None:
        self.kept.show_draft(None)
        self._sides.setCurrentWidget(self.amending)
        self.head.show_briefly(briefly=True)
        self.amending.focus_first()
        self.show_moves()

    def save(self) -> None:
        """Saves what is written in the form, or shows everything that is wrong with it."""
        if self.is_editing:
            self.amending.save()

    def _show_reading(self) -> None:
        self._sides.setCurrentIndex(0)
        self.head.show_briefly(briefly=False)
        self.show_moves()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_moves(self) -> None:
        """Shows what can be done; nothing can while the form has unsaved changes."""
        if self.loaded is not None:
            self.course.show_moves(self.loaded, self.desk.now, self.desk.deadlines, unsaved=self.has_changes)

    def _saved(self, sentence: str) -> None:
        then, self._after_saving = self._after_saving, None
        self._show_reading()
        self.carried_out(sentence)
        if then is not None:
            then()

    def _not_saved(self, refusal: Refusal | None) -> None:
        self._after_saving = None
        if refusal is not None:
            self.refuse(refusal)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if not self.has_changes:
            then()
            return

        def save_first() -> None:
            self._after_saving = then
            self.save()

        def drop_first() -> None:
            self.amending.drop()
            then()

        ask_before_leaving(self, save_first, drop_first)
