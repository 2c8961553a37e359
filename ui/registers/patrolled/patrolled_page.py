"""What is to be patrolled and when it last was (巡查情况): rivers with their 河长, geological points."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.register.patrolled import OBJECTS, Patrolled, read_patrolled
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.domain.period import Period
from gridapp.ports import CaseQuery
from ui.desk import Desk
from ui.page import Page
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.printing.table_order import model_order
from ui.requests import NewEntry, ShowDue, ShowRecord
from ui.theme import COLOURS
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_SPANS = {"30": "近 30 天", "90": "近 90 天", "365": "近一年"}
_WIDTHS = (20, 11, 9, 16, 14, 8, 12, 26)
_SINCE = 4
_NEVER = "期内没有巡查"


class PatrolledModel(RowModel[Patrolled]):
    """A line for each section or point; one where nobody was says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(("名称", "责任人", "巡查次数", "最近巡查", "距今", "级别", "所属村社", "编号"))
        self._desk = desk

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(one)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and one.last_at is None and index.column() == _SINCE:
            return QColor(COLOURS.bad)
        return None

    def _words(self, one: Patrolled) -> Sequence[str]:
        row, days = one.row, one.days_since(self._desk.today)
        return (
            row.title,
            row.handler or "",
            str(len(one.patrols)),
            spoken(one.last_at) if one.last_at else "",
            _NEVER if days is None else f"{days} 天前" if days else "今天",
            row.level or "",
            self._desk.areas.name(row.village) or "",
            row.number,
        )


class PatrolledPage(Page):
    """Enter shows the section, Ctrl+Enter enters a patrol of it, Alt+L lists its patrols."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "巡查情况")
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.setVisible(len(desk.areas.towns) > 1)
        self.objects = Combo("巡查对象")
        self.objects.offer([(kind.value, kind.label) for kind in OBJECTS])
        self.spans = Combo("期间")
        self.spans.offer(list(_SPANS.items()))
        self.count = QLabel()
        self.count.setObjectName("count")
        self.model = PatrolledModel(desk)
        self.model.setParent(self)
        self.table = RowTable(self.model, "巡查情况")
        self.table.give_widths(_WIDTHS, 0)
        self.table.row_opened.connect(lambda row: self.asked.emit(ShowRecord(self._kind, self.model.rows[row].row.id)))
        self.patrol_button = self._button("登记巡查", "登记选中一条的巡查（Ctrl+Enter）", ("Ctrl+Return", "Ctrl+Enter"))
        self.patrol_button.clicked.connect(self.enter_patrol)
        self.list_button = self._button("巡查记录", "列出选中一条在期内的巡查（Alt+L）", ("Alt+L",))
        self.list_button.clicked.connect(self.list_patrols)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("这张巡查情况表", self.print_patrolled)
        above = QWidget()
        top = FlowLayout(above, spacing=8)
        for chooser in (self.towns, self.objects, self.spans):
            chooser.chosen.connect(self.reload)
            top.addWidget(chooser)
        top.addWidget(self.count)
        for button in (self.print_button, self.list_button, self.patrol_button):
            top.addWidget(button)
        top.tail = 3
        self.count.setMinimumHeight(self.spans.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(8)
        layout.addWidget(above)
        layout.addWidget(self.table, 1)

    @override
    def reload(self) -> None:
        office, town, kind = self.desk.office, self.towns.key or "", self._kind
        period = Period(
            self.desk.today - timedelta(days=int(self.spans.key or "30") - 1), self.desk.today + timedelta(days=1)
        )
        self.questions.ask(
            "patrolled",
            lambda: read_patrolled(office.lists, office.cases, kind, town, period),
            self._show,
            self.refuse,
        )

    @property
    def _kind(self) -> Kind:
        return Kind(self.objects.key or OBJECTS[0].value)

    @property
    def current(self) -> Patrolled | None:
        """The section or point in which the keyboard stands."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def enter_patrol(self) -> None:
        """Asks for the form of a patrol of what is chosen."""
        if self.current is not None:
            self.asked.emit(NewEntry(Kind.PATROL, source=self.current.row.id))

    def list_patrols(self) -> None:
        """Asks for the list of the patrols of what is chosen."""
        if self.current is not None:
            query = CaseQuery(kind=Kind.PATROL, ids=tuple(self.current.patrols))
            self.asked.emit(ShowDue(query, f"{self.current.row.title} · 巡查记录"))

    def print_patrolled(self) -> None:
        """Shows how the table comes out on paper."""
        town, span = self.desk.areas.name(self.towns.key) or "", _SPANS[self.spans.key or "30"]
        about = (f"填报单位：{town}　　　{span}（到 {self.desk.today}）　　　{self.count.text()}",)
        self.printing.show(model_order(self.model, f"{self._kind.label}巡查情况", about))

    def _show(self, rows: Sequence[Patrolled]) -> None:
        first = not self.model.rows
        here = self.table.currentIndex().row()
        self.model.show(rows)
        walked = sum(bool(one.patrols) for one in rows)
        self.count.setText(f"在册 {len(rows)} 处，期内已巡查 {walked} 处，未巡查 {len(rows) - walked} 处")
        if rows:
            self.table.setCurrentIndex(self.model.index(max(0, min(here, len(rows) - 1)), 0))
        if first:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, hint: str, keys: Sequence[str]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        for key in keys:
            QShortcut(QKeySequence(key), self, button.click)
        return button
