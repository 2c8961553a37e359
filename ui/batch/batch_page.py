"""The page on which many events are recorded at once (批量登记)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.plain import Plain
from gridapp.domain.problem import Refusal
from gridapp.ports import Draft
from gridapp.registers.phrases import phrases
from ui.batch.batch_draft import KeptGrid, content_of, read_content
from ui.batch.batch_layout import lay_out
from ui.batch.batch_model import BatchModel
from ui.batch.batch_table import BatchTable
from ui.batch.columns import PLACES
from ui.batch.finding_list import FindingList
from ui.batch.grid_check import NOTHING_WRONG, Finding, check_grid
from ui.batch.offers import Offers
from ui.batch.recorded_bar import RecordedBar
from ui.batch.row_reader import RowReader
from ui.batch.saving import Saved, save_grid
from ui.batch.sheet import Row, Sheet
from ui.batch.twins import Twins
from ui.batch.unsaved_bar import UnsavedBar
from ui.desk import Desk
from ui.page import Page
from ui.recording.draft_keeper import DraftKeeper
from ui.recording.leaving_question import ask_what_becomes
from ui.recording.offered_people import read_people
from ui.recording.phrase_key import PhraseKey
from ui.widgets.combo import Combo

ROWS = 15
"""Rows of an empty grid."""

_TITLE = "批量登记"
_UNSAVED = "批量登记 *（未保存）"


class BatchPage(Page):
    """A grid of events; Ctrl+S saves the rows without problems, the others stay with theirs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _TITLE)
        self._started = self._tried = self._saving = False
        self._waiting: Callable[[], None] | None = None
        self._checked = NOTHING_WRONG
        self.town = Combo("乡镇")
        self.town.offer([(town.code, town.name) for town in desk.areas.towns])
        self.town.setVisible(len(desk.areas.towns) > 1)
        self._offers = Offers(desk.areas, self.town.key or "")
        self._reader = RowReader(desk, self._offers)
        self.model = BatchModel(Sheet(ROWS, desk.today.isoformat()))
        self.table = BatchTable(self.model, self._offers)
        self.findings = FindingList()
        self.late_reason = QLineEdit()
        self.late_reason.setAccessibleName("补录原因")
        self.late_reason.setPlaceholderText("上报次日之后才登记的，请写明原因")
        self.unsaved = UnsavedBar(desk)
        self.recorded = RecordedBar()
        self._count, self._remark = QLabel(), QLabel()
        self._keeper = DraftKeeper(desk, Kind.EVENT, self._content, self)
        self._twins = Twins(desk, self._drafts, self)
        self.save_button = QPushButton("登记")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("登记没有问题的行，有问题的留在表中（Ctrl+S 或 Ctrl+Enter）")
        self.back_button = QPushButton("返回")
        self.back_button.setToolTip("返回（Alt+←）")
        lay_out(
            self,
            (self.unsaved, self.recorded),
            self.town,
            self.late_reason,
            PhraseKey(desk, self.late_reason, "late_reason").button,
            self._count,
            self.table,
            self.findings,
            self._remark,
            (self.back_button, self.save_button),
        )
        self._connect()

    def _connect(self) -> None:
        self.model.edited.connect(self._changed)
        self.late_reason.textChanged.connect(self._changed)
        self.town.chosen.connect(self._town_chosen)
        self.table.moved.connect(self._check)
        self.table.left.connect(self._leave_grid)
        self.table.edits.told.connect(self.told)
        self.table.edits.today_wanted.connect(lambda: self.table.edits.write_today(self.desk.today.isoformat()))
        self.findings.wanted.connect(self._mend)
        self.findings.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.unsaved.continued.connect(self._continue)
        self.unsaved.refused.connect(self.refused)
        self.recorded.wanted.connect(self.asked)
        self._twins.found.connect(self.model.show_twins)
        self._keeper.kept.connect(lambda: self._remark.setText(f"草稿已于 {datetime.now(SHANGHAI):%H:%M} 自动保存"))
        self._keeper.failed.connect(self.refused)
        self.save_button.clicked.connect(lambda: self.save())
        self.back_button.clicked.connect(lambda: self.leave(self.ended.emit))
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self.save())

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not saved."""
        return bool(self.model.sheet.filled)

    @property
    def draft_id(self) -> UUID:
        """Under what the grid is kept until it is saved."""
        return self._keeper.id

    @property
    def count(self) -> str:
        """How many rows are filled, and how many have problems."""
        return self._count.text()

    @override
    def reload(self) -> None:
        if not self._started:
            self._started = True
            self._ask_people()
            self._check()
            self.table.go_to(0, 0)
        self._look_for_drafts()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Saves the rows without problems; `then` is called when none is left."""
        self.table.finish_editing()
        self._tried = True
        self._check()
        wrong = {place for place, _ in self._checked.marks}
        rows, reason, desk = self.model.sheet.rows, self.late_reason.text(), self.desk
        good = {p: self._reader.read(rows[p], reason).entry for p in self.model.sheet.filled if p not in wrong}
        if not good:
            self._refuse_all()
            return
        grid, draft_id = self._grid(), self._keeper.id
        self._keeper.rest()
        self._set_saving(saving=True)
        self.questions.ask(
            "save",
            lambda: save_grid(desk, grid, good, draft_id),
            lambda saved: self._saved(saved, then),
            self._not_saved,
        )

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if self._saving:
            self._waiting = lambda: self.leave(then)
            return
        self.table.finish_editing()
        if not self.is_changed:
            self._keeper.throw_away(then, self.refuse)
            return

        def drop() -> None:
            self._keeper.throw_away(then, self.refuse)

        ask_what_becomes(self, lambda: self.save(then), lambda: self._keeper.keep(then, self.refuse), drop)

    def _set_saving(self, *, saving: bool) -> None:
        """While rows are being saved nothing is written, and whoever leaves waits."""
        self._saving = saving
        self.setEnabled(not saving)

    def _saved(self, saved: Saved, then: Callable[[], None] | None) -> None:
        self._set_saving(saving=False)
        if not saved.rest:
            self._keeper.begin()
        if saved.events:
            self.recorded.show_events(saved.events)
            self.cases_changed.emit()
        self._tried = bool(saved.rest)
        self._show_rows(saved.rest)
        self.table.go_to(*(min(self._checked.marks) if self._checked.marks else (0, 0)))
        stays = f"，{len(saved.rest)} 行有问题留在表中" if saved.rest else ""
        (self.refused if saved.rest else self.told).emit(f"已登记 {len(saved.events)} 件{stays}。")
        waiting, self._waiting = self._waiting, None
        go = waiting if then is None or saved.rest else then
        if go is not None:
            go()

    def _not_saved(self, refusal: Refusal) -> None:
        self._set_saving(saving=False)
        self._waiting = None
        self._keeper.touch()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refuse(refusal)

    def _refuse_all(self) -> None:
        if not self._checked.findings:
            self.told.emit("表中还没有内容。")
            return
        self._mend(self._checked.findings[0])
        self.refused.emit(f"{self._checked.rows} 行都有问题，没有登记；请按下面的清单改好。")

    def _changed(self) -> None:
        self.entitle(_UNSAVED if self.is_changed else _TITLE)
        if self.is_changed:
            self._keeper.touch()
        self._check()
        self._twins.touch()

    def _check(self) -> None:
        """Looks at the rows; the one that is being written is looked at when it is left, or after trying to save."""
        but = None if self._tried else self.table.currentIndex().row()
        self._checked = check_grid(self.model.sheet, self._reader, self.late_reason.text(), but)
        self.model.show_problems(self._checked.marks)
        self.findings.show_findings(self._checked.findings)
        wrong = f" · {self._checked.rows} 行有问题" if self._checked.rows else ""
        self._count.setText(f"已填 {len(self.model.sheet.filled)} 行{wrong}")

    def _mend(self, finding: Finding) -> None:
        if finding.cell is None:
            self.late_reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.go_to(*finding.cell)

    def _leave_grid(self) -> None:
        (self.findings if self.findings.isVisible() else self.late_reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _town_chosen(self) -> None:
        self._offers.town = self.town.key or ""
        self._reader.forget()
        self._changed()
        self._ask_people()

    def _ask_people(self) -> None:
        registers, town = self.desk.office.registers, self._offers.town

        def work() -> tuple[Sequence[str], Sequence[str]]:
            return read_people(registers, town)[0], phrases(registers, "result")

        self.questions.ask("people", work, self._offer, self.refuse)

    def _offer(self, found: tuple[Sequence[str], Sequence[str]]) -> None:
        self._offers.reporters, self._offers.results = found

    def _grid(self) -> KeptGrid:
        return KeptGrid(self._offers.town, self.late_reason.text(), self.model.sheet.rows)

    def _content(self) -> Plain:
        return content_of(self._grid())

    def _drafts(self) -> Mapping[int, EventDraft]:
        sheet, reason = self.model.sheet, self.late_reason.text()
        titled = [place for place in sheet.filled if sheet.rows[place][PLACES["title"]]]
        return {place: self._reader.read(sheet.rows[place], reason).entry.draft for place in titled}

    def _show_rows(self, rows: Sequence[Row]) -> None:
        self._twins.forget()
        self.model.begin_with(rows, ROWS)
        self._changed()

    def _look_for_drafts(self) -> None:
        """Asks for the drafts but those of the grids open in this window: two grids must not save the same one."""
        self.unsaved.look(but=[page.draft_id for page in self.window().findChildren(BatchPage)])

    def _continue(self, draft: Draft) -> None:
        """Goes on with a grid; what is in this one already becomes a draft."""
        self.table.finish_editing()
        if self.is_changed:
            self._keeper.keep(lambda: self._go_on_with(draft), self.refuse)
        else:
            self._go_on_with(draft)

    def _go_on_with(self, draft: Draft) -> None:
        kept = read_content(draft.content)
        self._keeper.begin(draft.id)
        self.town.choose(kept.town)
        self._town_chosen()
        self.late_reason.setText(kept.late_reason)
        self._show_rows(kept.rows)
        self.table.go_to(0, 0)
        self._look_for_drafts()
