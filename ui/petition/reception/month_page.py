"""The reception days of a month (领导接待日): planned at once, each with who came and what was promised."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.cases.register.receptions import ReceptionDay, read_month
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from ui.desk import Desk
from ui.page import Page
from ui.petition.reception.day_table import WIDTHS, DayModel
from ui.petition.reception.dialogs import ReceptionDialogs
from ui.petition.reception.plan_dialog import PlanDialog
from ui.registers.month_bar import MonthBar
from ui.requests import NewPetition, ShowRecord
from ui.widgets.row_table import RowTable

_PLACE = 3
_KEYS = {"安排接待日": "Alt+1", "登记来访": "Alt+2", "登记接待": "Alt+3", "登记承诺": "Alt+4", "登记未接待": "Alt+5"}


class ReceptionsPage(Page):
    """Enter opens the day of a line; the buttons act on the line that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "领导接待日")
        self.bar = MonthBar(desk.areas, desk.today)
        self.bar.wanted.connect(self._go_to)
        self.model = DayModel(desk.now)
        self.table = RowTable(self.model, "接待日安排")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, _PLACE)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.empty = QLabel("本月还没有安排领导接待日，按“安排接待日”（Alt+1）一次排好。")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dialogs = ReceptionDialogs(self, desk, self._done)
        self.buttons: dict[str, QPushButton] = {}
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._add(buttons, "安排接待日", self.plan)
        self._add(buttons, "登记来访", lambda: self._of_day(self._receive))
        self._add(buttons, "登记接待", lambda: self._of_day(lambda day: self.dialogs.hold(day.reception)))
        self._add(buttons, "登记承诺", lambda: self._of_day(lambda day: self.dialogs.promise(day.reception)))
        self._add(buttons, "登记未接待", lambda: self._of_day(lambda day: self.dialogs.leave_out(day.reception)))
        buttons.addStretch()
        hint = QLabel("方向键选一天，回车打开；Ctrl+PgUp、Ctrl+PgDn 换月")
        hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(hint)

    def _add(self, row: QHBoxLayout, name: str, act: Callable[[], object]) -> None:
        button = QPushButton(name)
        button.setToolTip(f"{name}（{_KEYS[name]}）")
        button.clicked.connect(lambda: act())
        if not self.buttons:
            button.setObjectName("primary")
        self.buttons[name] = button
        row.addWidget(button)
        QShortcut(QKeySequence(_KEYS[name]), self, button.click)

    @property
    def days(self) -> Sequence[ReceptionDay]:
        """The days that are shown."""
        return self.model.rows

    @override
    def reload(self) -> None:
        self._go_to(self.bar.month, self.bar.town)

    def _go_to(self, month: Month, town: str) -> None:
        office, person = self.desk.office, self.desk.actor.name
        self.questions.ask(
            "month",
            lambda: read_month(office, town, month, person),
            lambda days: self._show(month, town, days),
            self.refuse,
        )

    def _show(self, month: Month, town: str, days: Sequence[ReceptionDay]) -> None:
        chosen = self.table.currentIndex().row()
        self.bar.show_month(month, town)
        self.model.show(days)
        self.table.setVisible(bool(days))
        self.empty.setVisible(not days)
        self.bar.summary.setText(_summary(days))
        if days:
            self.table.selectRow(min(max(chosen, 0), len(days) - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.buttons["安排接待日"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def _offer(self) -> None:
        """Only what the chosen day still allows can be pressed."""
        row = self.table.currentIndex().row()
        day = self.days[row] if 0 <= row < len(self.days) else None
        is_held = day is not None and day.reception.held_at is not None
        self.buttons["登记来访"].setEnabled(day is not None)
        self.buttons["登记接待"].setEnabled(day is not None and not is_held)
        self.buttons["登记承诺"].setEnabled(is_held)
        self.buttons["登记未接待"].setEnabled(day is not None and not is_held and not day.batches)

    def plan(self) -> None:
        """Asks for the days of the month that is shown."""
        dialog = PlanDialog(self, self.desk, self.bar.town, self.bar.month)
        dialog.planned.connect(self._done)
        dialog.open()

    def _receive(self, day: ReceptionDay) -> None:
        self.asked.emit(NewPetition(reception=day.reception.id))

    def _of_day(self, act: Callable[[ReceptionDay], None]) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.days):
            act(self.days[row])

    def _done(self, sentence: str) -> None:
        self.told.emit(sentence)
        self.cases_changed.emit()
        self.reload()

    def _open(self, row: int) -> None:
        self.asked.emit(ShowRecord(Kind.RECEPTION, self.days[row].reception.id))


def _summary(days: Sequence[ReceptionDay]) -> str:
    held = sum(day.reception.held_at is not None for day in days)
    batches, heads = sum(day.batches for day in days), sum(day.heads for day in days)
    waiting = sum(len(day.unkept()) for day in days)
    return f"安排 {len(days)} 天　已接待 {held} 天　来访 {batches} 件 {heads} 人次　未兑现承诺 {waiting} 项"
