"""The line that offers what was not saved (未保存提示): “有 2 份未保存的登记，继续填写”."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.desk import Desk
from ui.icons import icon
from ui.jobs import Questions
from ui.recording.drafts_dialog import DraftsDialog
from ui.recording.unsaved_forms import FORMS, unsaved
from ui.theme import COLOURS


class DraftsBar(QFrame):
    """Hidden while this person has no unsaved forms of the given kinds; a key lists them."""

    continued = Signal(object)
    """A `Draft` is to be gone on with."""
    refused = Signal(str)

    def __init__(self, desk: Desk, forms: Collection[str] = tuple(FORMS), key: str = "Alt+J") -> None:
        super().__init__()
        self._desk, self._forms = desk, forms
        self._questions = Questions(desk.jobs, self)
        self._drafts: Sequence[Draft] = ()
        self.setObjectName("drafts_bar")
        mark = QLabel()
        mark.setPixmap(icon("notice", COLOURS.warn).pixmap(16, 16))
        self._text = QLabel()
        self.open_button = QPushButton("继续填写")
        self.open_button.setObjectName("small")
        self.open_button.setToolTip(f"列出未保存的登记，继续填写或丢弃（{key}）")
        self.open_button.clicked.connect(self.open)
        QShortcut(QKeySequence(key), self, self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (mark, self._text, self.open_button):
            row.addWidget(widget)
        row.addStretch()
        self.hide()

    @property
    def drafts(self) -> Sequence[Draft]:
        """What is offered."""
        return self._drafts

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def look(self, but: Collection[UUID] = ()) -> None:
        """Asks for the drafts, all but those that are being filled in here."""
        desk, forms = self._desk, self._forms
        self._questions.ask(
            "drafts",
            lambda: unsaved(desk.office.drafts, desk.actor.name, forms),
            lambda found: self._show([draft for draft in found if draft.id not in but]),
            self._refuse,
        )

    def open(self) -> None:
        """Lists them."""
        dialog = DraftsDialog(self.window(), self._drafts, self._desk.areas)
        dialog.continued.connect(self.continued)
        dialog.discarded.connect(self._discard)
        dialog.open()

    def _show(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._text.setText(f"有 {len(drafts)} 份未保存的登记")
        self.setVisible(bool(drafts))

    def _discard(self, draft: Draft) -> None:
        drafts = self._desk.office.drafts
        rest = [other for other in self._drafts if other.id != draft.id]
        self._questions.ask("discard", lambda: drafts.delete(draft.id), lambda _: self._show(rest), self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))
