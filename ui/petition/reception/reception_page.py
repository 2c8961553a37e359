"""The page of a reception day (领导接待日): what is written, who came, what was promised, and what may be done."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from gridapp.cases.register.receptions import ReceptionDay, read_days
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.registers.reception import Reception
from ui.desk import Desk
from ui.handling.loaded import Loaded
from ui.petition.reception.dialogs import ReceptionDialogs
from ui.petition.reception.promise_table import WIDTHS as PROMISE_WIDTHS
from ui.petition.reception.promise_table import PromiseModel
from ui.petition.reception.received_table import WIDTHS as RECEIVED_WIDTHS
from ui.petition.reception.received_table import ReceivedModel
from ui.registers.entry_page import EntryPage
from ui.requests import NewPetition, ShowRecord
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable

_MOST_LINES = 5
_DEMAND, _WHAT = 2, 0


class ReceptionPage(EntryPage):
    """Alt+1 to Alt+4 are its buttons; Enter opens a petition, and says of a promise that it was kept."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, Kind.RECEPTION, case_id)
        self.dialogs = ReceptionDialogs(self, desk, self.carried_out)

    @override
    def panels(self) -> Sequence[QWidget]:
        self.buttons: dict[str, QPushButton] = {}
        bar = QWidget()
        row = FlowLayout(bar, spacing=8)
        self._add(row, "登记来访", self.receive)
        self._add(row, "登记接待", lambda: self._of_day(self.dialogs.hold))
        self._add(row, "登记承诺", lambda: self._of_day(self.dialogs.promise))
        self._add(row, "登记未接待", lambda: self._of_day(self.dialogs.leave_out))
        self.received, self.promises = ReceivedModel(), PromiseModel(self.desk.now)
        self.received_table = RowTable(self.received, "接待来访")
        self.received_table.give_widths(RECEIVED_WIDTHS, _DEMAND)
        self.received_table.row_opened.connect(self._open)
        self.promise_table = RowTable(self.promises, "承诺事项")
        self.promise_table.give_widths(PROMISE_WIDTHS, _WHAT)
        self.promise_table.row_opened.connect(self.keep)
        self.received.setParent(self)
        self.promises.setParent(self)
        self.received_card, self.promise_card = Card("接待来访"), Card("承诺事项")
        self.received_card.body.addWidget(self.received_table)
        self.promise_card.body.addWidget(self.promise_table)
        return bar, self.received_card, self.promise_card

    def _add(self, row: FlowLayout, name: str, act: Callable[[], object]) -> None:
        place = len(self.buttons) + 1
        button = QPushButton(f"{name}(&{place})")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}（Alt+{place}）")
        if not self.buttons:
            button.setObjectName("primary")
        button.clicked.connect(lambda: act())
        self.buttons[name] = button
        row.addWidget(button)

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        day = loaded.case
        if self.loaded is not loaded or not isinstance(day, Reception):
            return
        open_day = day.excluded is None
        self.buttons["登记来访"].setEnabled(open_day)
        self.buttons["登记接待"].setEnabled(open_day and day.held_at is None)
        self.buttons["登记承诺"].setEnabled(open_day and day.held_at is not None)
        self.buttons["登记未接待"].setEnabled(open_day and day.held_at is None)
        self.links.hide()
        self.promises.show(day.promises)
        self.promise_card.set_heading(_promised(ReceptionDay(day, ())))
        self.promise_table.setVisible(bool(day.promises))
        self.promise_table.fit_lines(_MOST_LINES)
        office, person = self.desk.office, self.desk.actor.name
        self.questions.ask("received", lambda: read_days(office, [day], person), self._show_received, self.refuse)

    def _show_received(self, days: Sequence[ReceptionDay]) -> None:
        day = days[0]
        self.received.show(day.received)
        self.received_card.set_heading(f"接待来访 {day.batches} 件 {day.heads} 人次")
        self.received_table.setVisible(bool(day.received))
        self.received_table.fit_lines(_MOST_LINES)

    def receive(self) -> None:
        """Begins a petition that is received on this day."""
        if self.loaded is not None:
            self.asked.emit(NewPetition(reception=self.loaded.case.id))

    def keep(self, row: int) -> None:
        """Asks how the promise of a line was kept; one that was kept is left as it is."""
        day = self.loaded.case if self.loaded is not None else None
        if isinstance(day, Reception) and day.excluded is None and day.promises[row].done_at is None:
            self.dialogs.keep(day, row + 1)

    def _of_day(self, act: Callable[[Reception], None]) -> None:
        day = self.loaded.case if self.loaded is not None else None
        if isinstance(day, Reception) and not self.has_changes:
            act(day)

    def _open(self, row: int) -> None:
        case: Case = self.received.rows[row]
        self.asked.emit(ShowRecord(case.kind, case.id))


def _promised(day: ReceptionDay) -> str:
    made, waiting = len(day.reception.promises), len(day.unkept())
    return f"承诺事项 {made} 项，未兑现 {waiting} 项（回车登记兑现）" if waiting else f"承诺事项 {made} 项"
