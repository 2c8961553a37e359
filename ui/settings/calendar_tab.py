"""Working days (工作日历): a year at a glance, single days changed, whole years imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout
from typing_extensions import override

from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import spoken
from gridapp.domain.workdays import KeptWorkday, Workday
from gridapp.importing.calendar_file import CalendarFile, import_calendar
from gridapp.registers.deadlines import deadlines
from gridapp.registers.work_calendar import change_day
from ui.desk import Desk
from ui.settings.day_dialog import DayDialog
from ui.settings.problems_dialog import ProblemsDialog
from ui.settings.settings_tab import SettingsTab
from ui.settings.year_model import YearModel, in_words
from ui.settings.year_table import YearTable
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.file_choosing import choose_existing_file

_FILES = "工作日历 (*.csv *.xlsx *.xlsm *.xls *.ods)"
_LEGEND = "休：放假　班：周末调休上班　灰底：周末　　方向键移动，回车或双击修改一天"


@dataclass(frozen=True, slots=True)
class _Loaded:
    deadlines: Deadlines
    own: Mapping[date, KeptWorkday]


class CalendarTab(SettingsTab):
    """One year, and what is known about the day that is looked at."""

    changed = Signal()
    """The calendar is another; what was computed by it is stale."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._own: Mapping[date, KeptWorkday] = {}
        self._day: Workday | None = None
        self.years = Combo("年份")
        self.years.chosen.connect(self._show_year)
        self.summary = QLabel()
        self.summary.setObjectName("card_title")
        self.import_button = QPushButton("导入工作日历…")
        self.import_button.clicked.connect(self._choose_file)
        self.model = YearModel()
        self.model.setParent(self)
        self.table = YearTable(self.model)
        self.table.looked_at.connect(self._look_at)
        self.table.chosen.connect(self._ask_change)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.change_button = QPushButton("改为放假…")
        self.change_button.clicked.connect(lambda: self._ask_change(self._day))
        self.missing = QLabel()
        self.missing.setObjectName("notice")
        self.missing.setWordWrap(True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.missing)
        self._lay_out()
        desk_year = desk.today.year
        self.years.offer([(str(desk_year), f"{desk_year} 年")])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.years)
        top.addWidget(self.summary)
        top.addStretch()
        top.addWidget(self.import_button)
        self._legend = QLabel(_LEGEND)
        self._legend.setObjectName("hint")
        self._below = Card()
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self.change_button)
        self._below.body.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._legend)
        layout.addWidget(self._below)

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.years.key or self.desk.today.year)

    def show_year(self, year: int) -> None:
        """Shows a year that is offered."""
        self.years.choose(str(year))
        self._show_year()

    def import_file(self, path: Path) -> None:
        """Imports a calendar; nothing is kept where anything is wrong with it."""
        office, actor = self.desk.office, self.desk.actor
        self.questions.ask(
            "import",
            lambda: import_calendar(office.registers, path, actor, office.cases.now),
            partial(self._imported, path),
            self.refuse,
        )

    @override
    def load(self) -> None:
        self.questions.ask("calendar", self._load, self._show, self.refuse)

    def _load(self) -> _Loaded:
        registers = self.desk.office.registers
        return _Loaded(deadlines(registers), {kept.workday.day: kept for kept in registers.workdays()})

    def _show_changed(self, loaded: _Loaded) -> None:
        self._show(loaded)
        self.changed.emit()

    def _show(self, loaded: _Loaded) -> None:
        self.desk.deadlines = loaded.deadlines
        self._own = loaded.own
        known = loaded.deadlines.calendar.years
        last = max([*known, self.desk.today.year]) + 1
        first = min([*known, self.desk.today.year])
        self.years.offer([(str(year), f"{year} 年") for year in range(first, last + 1)])
        self._show_year()

    def _show_year(self) -> None:
        calendar, year = self.desk.deadlines.calendar, self.year
        is_known = year in calendar.years
        for part in (self._below, self._legend):
            part.setVisible(is_known)
        self._pages.setCurrentWidget(self.table if is_known else self.missing)
        self.table.setEnabled(is_known)
        if not is_known:
            self.model.show(())
            self.summary.setText(f"{year} 年：日历未维护")
            self.missing.setText(
                f"{year} 年的工作日历未维护，期限落到这一年时不能计算。\n\n"
                "请把国务院办公厅的节假日安排填成表格（日期、是否上班、名称、依据，每天一行，\n"
                "只列放假和调休上班的日子即可），再点右上角“导入工作日历”。"
            )
            return
        days = calendar.days_of(year)
        self.summary.setText(f"全年 {sum(day.is_workday for day in days)} 个工作日")
        looked_at = self._day.day if self._day is not None and self._day.day.year == year else self._first_day(year)
        self.model.show(days)
        self.table.setCurrentIndex(self.model.index_of(looked_at))

    def _first_day(self, year: int) -> date:
        return self.desk.today if self.desk.today.year == year else date(year, 1, 1)

    def _look_at(self, day: Workday | None) -> None:
        if day is None:
            return
        self._day = day
        kept = self._own.get(day.day)
        said = [in_words(day), f"依据：{day.source}"]
        if kept is not None:
            said.append(f"本单位维护：{kept.person}，{spoken(kept.at)}")
        self.words.setText("　　".join(said))
        self.change_button.setText("改为放假…" if day.is_workday else "改为上班…")

    def _ask_change(self, day: Workday | None) -> None:
        if day is None:
            return
        dialog = DayDialog(self, day)
        dialog.answered.connect(self._change)
        dialog.finished.connect(lambda: self.table.setFocus())
        dialog.open()

    def _change(self, day: Workday) -> None:
        office, actor = self.desk.office, self.desk.actor
        self.questions.ask(
            f"change {day.day}",
            lambda: change_day(office.registers, day, actor, office.cases.now()),
            lambda _: self._changed(f"{day.day} 已改为{'上班' if day.is_workday else '放假'}。"),
            self.refuse,
        )

    def _changed(self, words: str) -> None:
        self.told.emit(words)
        self.questions.ask("calendar", self._load, self._show_changed, self.refuse)

    def _choose_file(self) -> None:
        choose_existing_file(self, "导入工作日历", _FILES, self.import_file)

    def _imported(self, path: Path, found: CalendarFile) -> None:
        if found.problems:
            ProblemsDialog(self, path.name, found.problems).open()
            return
        year = found.years[0]
        self.years.offer([(str(year), f"{year} 年")])
        self._changed(f"已导入 {'、'.join(str(year) for year in found.years)} 年的工作日历。")
