"""The duty roster of a month (值班表): days and shifts, filled by keyboard, copied from the month before."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.cases.register.roster import (
    Kept,
    Roster,
    Turn,
    days_of,
    is_weekend,
    keep_roster,
    like_last_month,
    read_roster,
)
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from ui.batch.columns import Row
from ui.batch.grid_board import GridBoard
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.page import Page
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.recording.recording_layout import button_bar
from ui.registers.month_bar import MonthBar
from ui.registers.roster.roster_grid import ROSTER, SHIFTS, is_worked, rows_of, turns_on_file
from ui.registers.roster.roster_order import roster_order


class RosterPage(Page):
    """Ctrl+S keeps the whole month, or shows everything that is wrong; another month asks first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "值班表")
        self._roster: Roster | None = None
        self._shown: Sequence[Row] = ()
        self.bar = MonthBar(desk.areas, desk.today)
        self.bar.wanted.connect(self._go_to)
        self.board = GridBoard(desk, ROSTER)
        self.board.changed.connect(self._changed)
        self.copy_button = QPushButton("复制上月")
        self.copy_button.setToolTip("按第几个星期几照抄上月的安排，已排的不动（Alt+C）")
        self.copy_button.clicked.connect(self.copy_last_month)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("这个月的值班表", self.print_roster, quiet=False)
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存整月（Ctrl+S 或 Ctrl+Enter）")
        self.save_button.clicked.connect(lambda: self.save())
        self.back_button = QPushButton("返回")
        self.back_button.setToolTip("返回（Alt+←）")
        self.back_button.clicked.connect(lambda: self.leave(self.ended.emit))
        self.board.left.connect(self.save_button.setFocus)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 10, 16, 8)
        inside.addWidget(self.bar)
        inside.addWidget(self.board, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(
            button_bar(QLabel(), (self.back_button, self.print_button, self.copy_button, self.save_button))
        )
        QShortcut(QKeySequence("Alt+C"), self, self.copy_last_month)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self.save())

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that is not saved."""
        return bool(self._shown) and tuple(self.board.sheet.rows) != tuple(self._shown)

    @override
    def reload(self) -> None:
        if not self.is_changed:
            self._ask(self.bar.month, self.bar.town)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        self.board.table.finish_editing()
        if self.is_changed:
            ask_before_leaving(self, lambda: self.save(then), then)
        else:
            then()

    def _go_to(self, month: Month, town: str) -> None:
        if self._roster is not None:
            self.bar.show_month(self._roster.month, self._roster.town)
        self.leave(lambda: self._ask(month, town))

    def _ask(self, month: Month, town: str) -> None:
        lists, store = self.desk.office.lists, self.desk.office.cases
        self.questions.ask("roster", lambda: read_roster(lists, store, town, month), self._show, self.refuse)

    def _show(self, roster: Roster) -> None:
        self._roster = roster
        self.bar.show_month(roster.month, roster.town)
        self._shown = rows_of(roster, turns_on_file(roster), self.desk.deadlines.calendar)
        self.board.tried = False
        self.board.go_to_town(roster.town)
        self.board.show_rows(self._shown)
        self.board.stand_at_first()

    def copy_last_month(self) -> None:
        """Fills the days on which nobody is on duty yet as they were last month."""
        roster = self._roster
        if roster is None:
            return
        self.board.table.finish_editing()
        lists, store = self.desk.office.lists, self.desk.office.cases
        town, month = roster.town, roster.month.later(-1)
        self.questions.ask("last", lambda: read_roster(lists, store, town, month), self._copy, self.refuse)

    def _copy(self, before: Roster) -> None:
        roster = self._roster
        if roster is None:
            return
        written = self._turns()
        taken = {turn.day for turn in written}
        copied = [t for t in like_last_month(turns_on_file(before), roster.month) if t.day not in taken]
        if not copied:
            self.refused.emit(f"{before.month.year}年{before.month.number}月没有可以照抄的安排，或本月已经排满。")
            return
        rows = rows_of(roster, [*written, *copied], self.desk.deadlines.calendar)
        self.board.model.write(
            {(place, n): words for place, row in enumerate(rows) for n, words in enumerate(row) if n}
        )
        self.told.emit(f"已照抄 {len(copied)} 班，请核对后保存。")

    def print_roster(self) -> None:
        """Shows how the month comes out on paper, as it is written."""
        self.board.table.finish_editing()
        if self._roster is not None:
            town = self.desk.areas.name(self._roster.town) or ""
            rows, is_saved = self.board.sheet.rows, not self.is_changed
            self.printing.show(roster_order(town, self._roster.month, rows, is_saved=is_saved))

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keeps the month, or shows what is wrong with it."""
        board, roster, desk = self.board, self._roster, self.desk
        if roster is None or not self.isEnabled():
            return
        board.table.finish_editing()
        board.tried = True
        board.check()
        if board.checked.findings:
            board.mend(board.checked.findings[0])
            self.refused.emit(f"{board.checked.rows} 天有问题，没有保存；请按下面的清单改好。")
            return
        turns = self._turns()
        calendar = desk.deadlines.calendar
        weekends = {day: is_weekend(day, worked=is_worked(day, calendar)) for day in days_of(roster.month)}
        seen = Roster(roster.town, roster.month, [duty for duty in roster.duties if duty.category in SHIFTS])
        self.setEnabled(False)
        self.questions.ask(
            "save",
            lambda: keep_roster(desk.office.cases, desk.areas, seen, turns, weekends, desk.actor, desk.clock),
            lambda kept: self._saved(kept, then),
            self._not_saved,
        )

    def _turns(self) -> Sequence[Turn]:
        """What is written; a day that nobody touched is as it is on file, where each shift has a phone of its own."""
        rows, read = self.board.sheet.rows, self.board.entries()
        touched = {place for place, row in enumerate(rows) if place >= len(self._shown) or row != self._shown[place]}
        written = [turn for place, turns in read.items() if place in touched for turn in turns]
        on_file = turns_on_file(self._roster) if self._roster is not None else ()
        return [*written, *(turn for turn in on_file if turn.day.day - 1 not in touched)]

    def _saved(self, kept: Kept, then: Callable[[], None] | None) -> None:
        self.setEnabled(True)
        self._shown = tuple(self.board.sheet.rows)
        self.cases_changed.emit()
        self.told.emit(f"值班表已保存：新排 {kept.new} 班，调整 {kept.changed} 班，删去 {kept.gone} 班。")
        if then is not None:
            then()
        else:
            self.reload()

    def _not_saved(self, refusal: Refusal) -> None:
        self.setEnabled(True)
        self.board.table.setFocus()
        self.refuse(refusal)

    def _changed(self) -> None:
        self.entitle(f"{self.title.removesuffix(' *（未保存）')}{' *（未保存）' if self.is_changed else ''}")
        filled = len(self._turns())
        self.bar.summary.setText(f"本月已排 {filled} 班")
