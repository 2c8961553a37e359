"""The mediators' week (调解周历): what is planned, what was held, what was not written down, what cannot both be."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.cases.dispute.week import conflicts, week_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.ports import SessionLine
from ui.desk import Desk
from ui.mediation.desk.conflict_table import ConflictTable
from ui.mediation.desk.week_bar import WeekBar
from ui.mediation.desk.week_entry import Entry, Look, by_title, entries_of
from ui.mediation.desk.week_order import week_order
from ui.mediation.desk.week_view import WeekView
from ui.page import Page
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.requests import ShowRecord

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class WeekPage(Page):
    """Conflicts are looked for among all sessions of the week, whichever are shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "调解周历")
        self._lines: Sequence[SessionLine] = ()
        self._against: Mapping[SessionLine, tuple[str, ...]] = {}
        self._begun = False
        self.bar = WeekBar(desk.areas, desk.today)
        self.bar.week_changed.connect(self.reload)
        self.bar.narrowed.connect(self._show)
        self.view = WeekView()
        self.view.sheet.opened.connect(self._open)
        self.conflicts = ConflictTable()
        self.conflicts.wanted.connect(lambda entry: self.view.sheet.go_to(entry.key))
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("这一周", self.print_week)
        self.bar.put_last(self.print_button)
        hint = QLabel("方向键选一场，回车打开纠纷；PgUp、PgDn 换周，Ctrl+Home 回到本周")
        hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.conflicts)
        layout.addWidget(hint)

    @property
    def entries(self) -> Sequence[Entry]:
        """The sessions that are shown."""
        return [block.entry for block in self.view.sheet.blocks]

    @override
    def reload(self) -> None:
        book, monday = self.desk.office.sessions, self.bar.monday
        self.questions.ask("week", lambda: week_of(book, monday), self._arrived, self.refuse)

    def _arrived(self, lines: Sequence[SessionLine]) -> None:
        self._lines, self._against = lines, by_title(conflicts(lines))
        self.bar.offer_mediators(name for line in lines for name in line.mediators)
        self._show()
        if not self._begun:
            self._begun = True
            self.view.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        town, mediator = self.bar.towns.key, self.bar.mediators.key
        shown = [
            line
            for line in self._lines
            if town in (None, line.town) and (mediator is None or mediator in line.mediators)
        ]
        entries = entries_of(shown, self._against, self.desk.now)
        nobody = f"{mediator or '本周'}没有约定或已开的调解。"
        empty = f"{nobody}在纠纷页面用“约定调解”安排。"
        self.view.show_week(self.bar.monday, entries, self.desk.now.astimezone(SHANGHAI), empty)
        self.conflicts.show_entries([entry for entry in entries if entry.against])
        self.bar.summary.setText(_summary(entries))

    def print_week(self) -> None:
        """Shows how the week comes out on paper, as it is narrowed."""
        bar = self.bar
        town = self.desk.areas.name(bar.towns.key) or "、".join(town.name for town in self.desk.areas.towns)
        about = (f"{town}　　　{bar.mediators.key or '全部调解员'}　　　{bar.summary.text()}",)
        self.printing.show(week_order(bar.monday, bar.days.text(), about, self.entries))

    def _open(self, entry: Entry) -> None:
        self.asked.emit(ShowRecord(Kind.DISPUTE, entry.line.case_id))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = _PAGES.get(Qt.Key(event.key()))
        if pages is None:
            super().keyPressEvent(event)
        else:
            self.bar.step(pages)


def _summary(entries: Sequence[Entry]) -> str:
    """How many sessions, and of what kinds."""
    counts = {
        "待调解": sum(entry.look is Look.WAITING for entry in entries),
        "待补记": sum(entry.look is Look.UNRECORDED for entry in entries),
        "已开": sum(entry.look is Look.HELD for entry in entries),
        "冲突": sum(bool(entry.against) for entry in entries),
    }
    return "　".join((f"共 {len(entries)} 场", *(f"{word} {count}" for word, count in counts.items() if count)))
