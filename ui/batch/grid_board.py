"""A grid with what stands around it (表格面板): town and late reason above, the problems and the keys below."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gridapp.ports import Entered
from ui.batch.batch_draft import KeptGrid
from ui.batch.batch_model import BatchModel
from ui.batch.batch_table import BatchTable
from ui.batch.columns import Row
from ui.batch.finding_list import FindingList
from ui.batch.grid_check import NOTHING_WRONG, Finding, check_grid
from ui.batch.grid_kind import GridKind
from ui.batch.offers import Lists, read_lists
from ui.batch.sheet import Sheet
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.phrase_key import PhraseKey
from ui.widgets.combo import Combo

ROWS = 20
"""Rows of an empty grid."""

_KEYS = (
    "直接输入即可覆盖 · Enter 向下 · Tab 向右 · F2 修改 · Ctrl+D 向下填充 · Ctrl+V 粘贴表格 · Ctrl+Z 撤销 · F6 看问题"
)


class GridBoard(QWidget):
    """Reads and checks what is written; a row that is being written is looked at when it is left."""

    changed = Signal()
    told = Signal(str)
    left = Signal()
    """The keyboard is to go on beyond the board (F6)."""

    def __init__(self, desk: Desk, grid: GridKind[Any]) -> None:
        super().__init__()
        self._desk, self._grid = desk, grid
        self._questions = Questions(desk.jobs, self)
        self.checked, self.tried = NOTHING_WRONG, False
        self.town = Combo("乡镇")
        self.town.offer([(town.code, town.name) for town in desk.areas.towns])
        self.offers = grid.offers(desk.areas, self.town.key or "")
        self.reader = grid.reader(desk, grid.columns, self.offers)
        self.sheet = Sheet(grid.columns, 0 if grid.fixed else ROWS, desk.today.isoformat(), fixed=grid.fixed)
        self.model = BatchModel(self.sheet)
        self.table = BatchTable(self.model, self.offers, f"{grid.title}表格")
        self.findings = FindingList()
        self.late_reason = QLineEdit()
        self.late_reason.setAccessibleName("补录原因")
        self.late_reason.setPlaceholderText("次日之后才登记的，请写明原因")
        self._count = QLabel()
        self._count.setObjectName("count")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """For cases that are on file nothing is said about town and late entering."""
        reason_name = QLabel("补录原因（用于本表中的补录）")
        reason_name.setObjectName("muted")
        reason_name.setBuddy(self.late_reason)
        phrases = PhraseKey(self._desk, self.late_reason, "late_reason").button
        top = QHBoxLayout()
        top.setSpacing(8)
        asked = (self.town, reason_name, self.late_reason, phrases)
        for widget in asked:
            top.addWidget(widget, 1 if widget is self.late_reason else 0)
        if self._grid.fixed:
            for widget in asked:
                widget.hide()
        else:
            top.addSpacing(16)
        top.addWidget(self._count)
        keys = QLabel(f"{_KEYS} · {self._grid.remark}")
        keys.setObjectName("hint")
        keys.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.findings)
        layout.addWidget(keys)
        # Only now, for a widget without a parent would be shown as a window of its own.
        self.town.setVisible(not self._grid.fixed and len(self._desk.areas.towns) > 1)

    def _connect(self) -> None:
        self.model.edited.connect(self._changed)
        self.late_reason.textChanged.connect(self._changed)
        self.town.chosen.connect(lambda: self.go_to_town(self.town.key or ""))
        self.table.moved.connect(self.check)
        self.table.left.connect(self._leave_table)
        self.table.edits.told.connect(self.told)
        self.table.edits.today_wanted.connect(lambda: self.table.edits.write_today(self._desk.today.isoformat()))
        self.findings.wanted.connect(self.mend)
        self.findings.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    @property
    def count(self) -> str:
        """How many rows are filled, and how many have problems."""
        return self._count.text()

    def kept(self) -> KeptGrid:
        """Everything that is written."""
        return KeptGrid(self.offers.town, self.late_reason.text(), self.sheet.rows)

    def entries(self, but: Collection[int] = ()) -> Mapping[int, Any]:
        """What the rows mean, by their places, but some of them."""
        rows, reason = self.sheet.rows, self.late_reason.text()
        return {place: self.reader.read(rows[place], reason).entry for place in self.sheet.filled if place not in but}

    def entered(self) -> Mapping[int, Entered]:
        """What the rows hold as far as duplicates are recognised by it."""
        found = {place: self.reader.entered(entry) for place, entry in self.entries().items()}
        return {place: entered for place, entered in found.items() if entered is not None}

    def show_kept(self, kept: KeptGrid) -> None:
        """Shows a grid that was kept."""
        self.town.choose(kept.town)
        self.go_to_town(self.town.key or "")
        self.late_reason.setText(kept.late_reason)
        self.show_rows(kept.rows)
        self.stand_at_first()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows, with nothing to take back."""
        self.model.begin_with(rows, ROWS)
        self._changed()

    def stand_at_first(self) -> None:
        """Goes to where writing begins, or to the first problem once it was tried to save."""
        marks = self.checked.marks if self.tried else {}
        self.table.go_to(*(min(marks) if marks else self.sheet.first_cell))

    def go_to_town(self, town: str) -> None:
        """Reads the rows by the lists of a town."""
        self.offers.town = town
        self.reader.forget()
        self._changed()
        self.ask_lists()

    def ask_lists(self) -> None:
        """Asks for the people, units and phrases of the town; without them everything is typed."""
        registers, town, topic = self._desk.office.registers, self.offers.town, self._grid.topic
        self._questions.ask("lists", lambda: read_lists(registers, town, topic), self._offer, lambda _: None)

    def check(self) -> None:
        """Looks at the rows; at the one that is being written only once it was tried to save."""
        but = None if self.tried else self.table.currentIndex().row()
        self.checked = check_grid(self.sheet, self.reader, self.late_reason.text(), but)
        self.model.show_problems(self.checked.marks)
        self.findings.show_findings(self.checked.findings)
        wrong = f" · {self.checked.rows} 行有问题" if self.checked.rows else ""
        self._count.setText(f"已填 {len(self.sheet.filled)} 行{wrong}")

    def mend(self, finding: Finding) -> None:
        """Goes to where a problem is mended."""
        if finding.cell is None:
            self.late_reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.go_to(*finding.cell)

    def _changed(self) -> None:
        self.check()
        self.changed.emit()

    def _offer(self, lists: Lists) -> None:
        self.offers.lists = lists

    def _leave_table(self) -> None:
        if self.findings.isVisible():
            self.findings.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._grid.fixed:
            self.left.emit()
        else:
            self.late_reason.setFocus(Qt.FocusReason.OtherFocusReason)
