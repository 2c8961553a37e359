"""The board of the leaders' charges (包案台账): one register for petitions and disputes (domain.md §4.4)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.domain.deadline import Light
from gridapp.ports import ChargeLine
from ui.desk import Desk
from ui.page import Page
from ui.petition.charges.charge_table import WIDTHS, ChargeModel
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.printing.table_order import model_order
from ui.requests import ShowRecord
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable

_TITLE = 3


class ChargesPage(Page):
    """Those in force, by leader; Enter opens the case, where talks, extensions and the striking off are entered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "领导包案")
        self._lines: Sequence[ChargeLine] = ()
        self.towns = Combo("乡镇")
        self.towns.offer([("", "全部乡镇"), *((town.code, town.name) for town in desk.areas.towns)])
        self.towns.setVisible(len(desk.areas.towns) > 1)
        self.leaders = Combo("包案领导")
        self.leaders.offer([("", "全部领导")])
        self.struck_off = QCheckBox("含已销案(&X)")
        self.summary = QLabel()
        self.summary.setObjectName("count")
        self.summary.setMinimumHeight(self.towns.sizeHint().height())
        self.towns.chosen.connect(self._show)
        self.leaders.chosen.connect(self._show)
        self.struck_off.toggled.connect(self._show)
        self.model = ChargeModel(desk)
        self.table = RowTable(self.model, "领导包案")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, _TITLE)
        self.table.row_opened.connect(self._open)
        self.empty = QLabel("没有在包的案件。在信访或纠纷页面用“领导包案”登记。")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("这张包案台账", self.print_charges)
        hint = QLabel("回车打开案件，在那里登记约谈走访、延期和销案")
        hint.setObjectName("hint")
        bar = FlowLayout(spacing=8)
        for widget in (self.towns, self.leaders, self.struck_off, self.summary, self.print_button):
            bar.addWidget(widget)
        bar.tail = 1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(hint)

    @property
    def lines(self) -> Sequence[ChargeLine]:
        """The charges that are shown."""
        return self.model.rows

    @override
    def reload(self) -> None:
        book = self.desk.office.charges
        self.questions.ask("charges", book.charges, self._arrived, self.refuse)

    def _arrived(self, lines: Sequence[ChargeLine]) -> None:
        self._lines = lines
        chosen = self.leaders.key
        names = dict.fromkeys(line.charge.leader for line in lines)
        self.leaders.offer([("", "全部领导"), *((name, name) for name in names)])
        self.leaders.choose(chosen or "")
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        here, before = self.table.currentIndex().row(), [_which(line) for line in self.lines]
        town, leader = self.towns.key, self.leaders.key
        shown = [
            line
            for line in self._lines
            if (not town or line.town == town)
            and (not leader or line.charge.leader == leader)
            and (self.struck_off.isChecked() or line.charge.ended_at is None)
        ]
        self.model.show(shown)
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if shown:
            after = [_which(line) for line in shown]
            is_kept = 0 <= here < len(before) and before[here] in after
            self.table.selectRow(after.index(before[here]) if is_kept else 0)
        in_force = [line for line in shown if line.charge.ended_at is None]
        late = sum(self.model.light_of(line) is Light.RED for line in in_force)
        self.summary.setText(f"在包 {len(in_force)} 件　逾期 {late} 件　已销案 {len(shown) - len(in_force)} 件")

    def print_charges(self) -> None:
        """Shows how the charges that are shown come out on paper."""
        town = self.desk.areas.name(self.towns.key or None) or "、".join(town.name for town in self.desk.areas.towns)
        about = (f"填报单位：{town}　　　{self.leaders.key or '全部领导'}　　　{self.summary.text()}",)
        self.printing.show(model_order(self.model, "领导包案台账", about))

    def _open(self, row: int) -> None:
        line = self.lines[row]
        self.asked.emit(ShowRecord(line.kind, line.case_id))


def _which(line: ChargeLine) -> tuple[UUID, datetime]:
    return line.case_id, line.charge.taken_at
