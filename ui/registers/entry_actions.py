"""What may be done with an entry of a register (办理按钮): what is entered of it next, and leaving the list."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import Standing
from ui.registers.finishing import FINISH
from ui.requests import NewEntry, NewEvent, Request
from ui.widgets.clearing import clear
from ui.widgets.flow_layout import FlowLayout

CARD = "明白卡"
_NEXT: Mapping[Kind, Sequence[tuple[str, Callable[[Case], Request]]]] = {
    Kind.PERSON: (("登记走访", lambda case: NewEntry(Kind.VISIT, source=case.id)),),
    Kind.GEOLOGY: (
        ("登记巡查", lambda case: NewEntry(Kind.PATROL, source=case.id)),
        ("登记搬迁", lambda case: NewEntry(Kind.RELOCATION, source=case.id)),
    ),
    Kind.RIVER: (("登记巡河", lambda case: NewEntry(Kind.PATROL, source=case.id)),),
    Kind.PATROL: (("发现问题转事件", lambda case: NewEvent(source=case.id)),),
    Kind.VISIT: (("发现问题转事件", lambda case: NewEvent(source=case.id)),),
}
"""What is entered next of each kind."""


class EntryActions(QWidget):
    """Buttons with Alt and their place as keys; hidden where nothing is to be done."""

    asked = Signal(object)
    """A `Request` for the page on which something is entered."""
    finished = Signal()
    """The entry is to be taken off its list."""
    card_wanted = Signal()
    """The card of the point (明白卡) is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._row = FlowLayout(self, spacing=8)
        # A layout that grows with its lines must say so to the one around it.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_case(self, case: Case) -> None:
        """Shows what may be done with an entry; with a voided one nothing."""
        clear(self._row)
        self.buttons.clear()
        if case.excluded is None:
            for name, request in _NEXT.get(case.kind, ()):
                self._add(name, partial(self._ask, request, case))
            if case.kind is Kind.GEOLOGY:
                self._add(CARD, self.card_wanted.emit)
            if isinstance(case, Standing) and case.removed_at is None:
                self._add(FINISH, self.finished.emit)
        self.setVisible(bool(self.buttons))

    def _ask(self, request: Callable[[Case], Request], case: Case) -> None:
        self.asked.emit(request(case))

    def _add(self, name: str, act: Callable[[], object]) -> None:
        place = len(self.buttons) + 1
        button = QPushButton(f"{name}(&{place})")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}（Alt+{place}）")
        if place == 1 and name != FINISH:
            button.setObjectName("primary")
        button.clicked.connect(lambda: act())
        self.buttons[name] = button
        self._row.addWidget(button)
        button.show()
