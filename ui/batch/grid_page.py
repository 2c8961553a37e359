"""The page of a grid in which many cases are recorded at once (批量登记)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from ui.batch.batch_draft import content_of, read_content
from ui.batch.grid_board import GridBoard
from ui.batch.grid_kind import GridKind
from ui.batch.recorded_bar import RecordedBar
from ui.batch.row_refusal import by_rows
from ui.batch.saving import Saved, save_grid
from ui.batch.twins import Twins
from ui.batch.unsaved_bar import UnsavedBar
from ui.desk import Desk
from ui.page import Page
from ui.recording.continuing import Continuing
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.leaving_question import ask_what_becomes
from ui.recording.recording_layout import button_bar

_SAVING = {False: "{}没有问题的行，有问题的留在表中", True: "全部{0}；有一行有问题就一件也不{0}"}


class GridPage(Page):
    """A grid; Ctrl+S saves the rows without problems, the others stay with theirs; of a whole grid all or none."""

    def __init__(self, desk: Desk, grid: GridKind[Any]) -> None:
        super().__init__(desk, grid.title)
        self.grid = grid
        self._started = self._saving = False
        self._waiting: Callable[[], None] | None = None
        self.board = GridBoard(desk, grid)
        self.unsaved = UnsavedBar(desk, grid)
        self.recorded = RecordedBar(grid.kind, grid.verb)
        self._remark = QLabel()
        self._keeper = DraftKeeper(desk, grid.kind, self.content, self)
        self._continuing = Continuing(self, grid.mark, self, self._keeper, self._look_for_drafts)
        self._twins = Twins(desk, self.board.entered, self)
        self.save_button = QPushButton(grid.verb)
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip(f"{_SAVING[grid.whole].format(grid.verb)}（Ctrl+S 或 Ctrl+Enter）")
        self.back_button = QPushButton("返回")
        self.back_button.setToolTip("返回（Alt+←）")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bars = QHBoxLayout()
        bars.setSpacing(12)
        for bar in (self.unsaved, self.recorded):
            bars.addWidget(bar, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 10, 16, 8)
        inside.setSpacing(8)
        inside.addLayout(bars)
        inside.addWidget(self.board, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(button_bar(self._remark, (self.back_button, self.save_button)))

    def _connect(self) -> None:
        self.board.changed.connect(self._changed)
        self.board.told.connect(self.told)
        self.board.left.connect(lambda: self.save_button.setFocus(Qt.FocusReason.OtherFocusReason))
        self.unsaved.continued.connect(self._continue)
        self.unsaved.refused.connect(self.refused)
        self.recorded.wanted.connect(self.asked)
        self._twins.found.connect(self.board.model.show_twins)
        self._keeper.kept.connect(lambda: self._remark.setText(f"草稿已于 {datetime.now(SHANGHAI):%H:%M} 自动保存"))
        self._keeper.failed.connect(self.refused)
        self.save_button.clicked.connect(lambda: self.save())
        self.back_button.clicked.connect(lambda: self.leave(self.ended.emit))
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self.save())

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not saved."""
        return bool(self.board.sheet.filled)

    @property
    def draft_id(self) -> UUID:
        """Under what the grid is kept until it is saved."""
        return self._keeper.id

    @override
    def reload(self) -> None:
        if not self._started:
            self._started = True
            self.board.ask_lists()
            self.board.check()
            self.board.stand_at_first()
        self._look_for_drafts()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Saves the rows without problems; `then` is called when none is left."""
        board, desk, kind = self.board, self.desk, self.grid
        board.table.finish_editing()
        board.tried = True
        board.check()
        wrong = {place for place, _ in board.checked.marks}
        good = board.entries(but=wrong)
        if not good or (kind.whole and wrong):
            self._refuse_all()
            return
        grid, draft_id = board.kept(), self._keeper.id
        self._keeper.rest()
        self._set_saving(saving=True)
        self.questions.ask(
            "save",
            lambda: save_grid(desk, kind, grid, good, draft_id),
            lambda saved: self._saved(saved, then),
            lambda refusal: self._not_saved(by_rows(refusal, list(good))),
        )

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if self._saving:
            self._waiting = lambda: self.leave(then)
            return
        self.board.table.finish_editing()

        def drop() -> None:
            self._keeper.throw_away(then, self.refuse)

        if self.is_changed:
            ask_what_becomes(self, lambda: self.save(then), lambda: self._keeper.keep(then, self.refuse), drop)
        else:
            drop()

    def in_words(self, cases: Sequence[Case]) -> str:
        """What else is to be said of the cases that were saved; nothing as a rule."""
        return ""

    def content(self) -> Plain:
        """All that is written, in JSON values."""
        return content_of(self.board.kept(), self.grid.columns, self.grid.mark)

    def go_on_with(self, content: Mapping[str, Any]) -> None:
        """Shows a grid that was not saved."""
        self.board.show_kept(read_content(content, self.grid.columns))

    def _set_saving(self, *, saving: bool) -> None:
        """While rows are being saved nothing is written, and whoever leaves waits."""
        self._saving = saving
        self.setEnabled(not saving)

    def _saved(self, saved: Saved, then: Callable[[], None] | None) -> None:
        self._set_saving(saving=False)
        stay = sum(self.grid.columns.is_filled(row) for row in saved.rest)
        if not stay:
            self._keeper.begin()
        if saved.cases:
            self.recorded.show_cases(saved.cases)
            self.cases_changed.emit()
        self._twins.forget()
        self.board.tried = bool(stay)
        self.board.show_rows(saved.rest)
        self.board.stand_at_first()
        said = f"已{self.grid.verb} {len(saved.cases)} 件{self.in_words(saved.cases)}"
        if stay:
            self.refused.emit(f"{said}，{stay} 行有问题留在表中。")
        else:
            self.told.emit(f"{said}。")
        waiting, self._waiting = self._waiting, None
        go = waiting if then is None or stay else then
        if go is not None:
            go()

    def _not_saved(self, refusal: Refusal) -> None:
        self._set_saving(saving=False)
        self._waiting = None
        self._keeper.touch()
        self.board.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refuse(refusal)

    def _refuse_all(self) -> None:
        checked = self.board.checked
        if not checked.findings:
            self.told.emit("表中还没有内容。")
            return
        self.board.mend(checked.findings[0])
        which = "行有问题，一件也没有" if self.grid.whole else "行都有问题，没有"
        self.refused.emit(f"{checked.rows} {which}{self.grid.verb}；请按下面的清单改好。")

    def _changed(self) -> None:
        self.entitle(f"{self.grid.title} *（未保存）" if self.is_changed else self.grid.title)
        if self.is_changed:
            self._keeper.touch()
        self._twins.touch()

    def _look_for_drafts(self) -> None:
        """Asks for the drafts but those of the grids open in this window: two grids must not save the same one."""
        self.unsaved.look(but=[page.draft_id for page in self.window().findChildren(GridPage)])

    def _continue(self, draft: Draft) -> None:
        self.board.table.finish_editing()
        self._continuing.fetch(draft.id)
