"""The line that offers grids that were not saved (未保存的批量登记), those of one kind of grid."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.moment import spoken
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.batch.batch_draft import drafts_of_grids, read_content
from ui.batch.grid_kind import GridKind
from ui.desk import Desk
from ui.icons import icon
from ui.jobs import Questions
from ui.recording.discard_question import ask_before_discarding
from ui.theme import COLOURS


class UnsavedBar(QFrame):
    """Offers the newest one; hidden while there is none."""

    continued = Signal(object)
    """A `Draft` is to be gone on with."""
    refused = Signal(str)

    def __init__(self, desk: Desk, grid: GridKind[Any]) -> None:
        super().__init__()
        self._desk, self._grid = desk, grid
        self._questions = Questions(desk.jobs, self)
        self._drafts: list[Draft] = []
        self.setObjectName("drafts_bar")
        mark = QLabel()
        mark.setPixmap(icon("notice", COLOURS.warn).pixmap(16, 16))
        self._text = QLabel()
        self.open_button = QPushButton("继续填写")
        self.open_button.setToolTip("接着填写这张表（Alt+J）")
        self.open_button.setShortcut("Alt+J")
        self.open_button.clicked.connect(lambda: self.continued.emit(self._drafts[0]))
        self.discard_button = QPushButton("丢弃…")
        self.discard_button.setToolTip("不再需要这张表")
        self.discard_button.clicked.connect(
            lambda: ask_before_discarding(self.window(), self._in_words(self._drafts[0]), self._discard)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (mark, self._text, self.open_button, self.discard_button):
            row.addWidget(widget)
        row.addStretch()
        for button in (self.open_button, self.discard_button):
            button.setObjectName("small")
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def look(self, but: Collection[UUID]) -> None:
        """Asks for the grids, all but those that are being filled in here."""
        self._ask(lambda found: self._show([draft for draft in found if draft.id not in but]))

    def _ask(self, done: Callable[[list[Draft]], None]) -> None:
        drafts, person, grid = self._desk.office.drafts, self._desk.actor.name, self._grid
        self._questions.ask(
            "drafts", lambda: list(drafts_of_grids(drafts, person, grid.kind, grid.mark)), done, self._refuse
        )

    def _show(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self.setVisible(bool(drafts))
        if drafts:
            several = f"共 {len(drafts)} 张，最近一张" if len(drafts) > 1 else ""
            self._text.setText(f"有未保存的{self._grid.title}（{several}{self._in_words(drafts[0])}）")

    def _in_words(self, draft: Draft) -> str:
        columns = self._grid.columns
        rows = sum(columns.is_filled(row) for row in read_content(draft.content, columns).rows)
        return f"{spoken(draft.saved_at)}，{rows} 行"

    def _discard(self) -> None:
        drafts, first = self._desk.office.drafts, self._drafts[0].id
        self._questions.ask(
            "discard", lambda: drafts.delete(first), lambda _: self._show(self._drafts[1:]), self._refuse
        )

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))
