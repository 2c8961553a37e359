"""The people that a case names (当事人、信访人): any number on each side, entered by keyboard alone or pasted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Problem
from ui.recording.parties.called import Called
from ui.recording.parties.parties_problems import by_party, unreadable_births
from ui.recording.parties.party_details import PartyDetails
from ui.recording.parties.party_focus import REASONS, following
from ui.recording.parties.party_row import PartyRow
from ui.recording.parties.party_rows import PartyRows
from ui.recording.parties.party_text import PartyText
from ui.widgets.elided_label import ElidedLabel

FIELD = "parties"
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_HINT = "F2 填明细，Ctrl+Delete 删除；可从 Excel 粘贴多行姓名、电话"


class PartiesBox(QWidget):
    """Rows grouped by side, and below them the details of the row at hand; an empty row is no party."""

    changed = Signal()
    row_added = Signal(object)
    """A `PartyRow` has come."""
    left = Signal()
    """The keyboard left one of its entries; what is written there is as final as it will be."""

    def __init__(self, today: date, called: Called) -> None:
        super().__init__()
        self._called = called
        self.setAccessibleName(called.name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._at_hand: PartyRow | None = None
        self._problems: Mapping[PartyRow, Mapping[str, str]] = {}
        self._leaving = False
        self._list = PartyRows(called)
        self.details = PartyDetails(today, called)
        self.add_buttons = {side: self._add_button(side) for side in called.sides}
        self._lay_out()
        self._connect()
        self._list.show_parties(())

    def _add_button(self, side: Side) -> QPushButton:
        key = self._called.keys[side]
        button = QPushButton(f"添加{self._called.sides[side]}")
        button.setObjectName("small")
        button.setToolTip(f"添加{self._called.sides[side]}（{key}）")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.begin_row(side))
        # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
        QShortcut(QKeySequence(key), self, lambda: self.begin_row(side))
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in self.add_buttons.values():
            bar.addWidget(button)
        hint = ElidedLabel()
        hint.setObjectName("hint")
        hint.say(_HINT)
        bar.addWidget(hint, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._list)
        whole.addLayout(bar)
        whole.addWidget(self.details)

    def _connect(self) -> None:
        self._list.added.connect(self._row_added)
        self._list.removed.connect(self._forget)
        self._list.emptied.connect(lambda: self._leave(forward=False))
        self._list.changed.connect(self._row_changed)
        self._list.entered.connect(self._take_in_hand)
        self._list.details_wanted.connect(self._details_of)
        self._list.left.connect(self.left)
        self.details.edited.connect(self._take_details)
        self.details.left.connect(self.left)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self, self.enter_details, context=_INSIDE)
        QShortcut(QKeySequence("Ctrl+Delete"), self, self._drop_at_hand, context=_INSIDE)

    @property
    def rows(self) -> Sequence[PartyRow]:
        """All rows, also the empty ones."""
        return self._list.rows

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that are written, by side."""
        return tuple(row.party for row in self._list.filled)

    @property
    def births(self) -> list[list[str | int]]:
        """The days of birth that cannot be read, each with the place of its party."""
        return [[n, row.text.born_on] for n, row in enumerate(self._list.filled) if row.text.problem]

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with days of birth that cannot be read."""
        return unreadable_births([row.text for row in self._list.filled])

    @property
    def has_problems(self) -> bool:
        """Whether anything is told to be wrong with a party."""
        return bool(self._problems)

    @property
    def at_hand(self) -> PartyRow | None:
        """The row in which the keyboard is, or was last."""
        return self._at_hand

    def show_parties(self, parties: Iterable[Party]) -> None:
        """Shows some parties, and no others; a side without any has an empty row."""
        self._list.show_parties(parties)

    def show_births(self, births: Iterable[Sequence[object]]) -> None:
        """Writes days of birth as they were typed, by the places of their parties."""
        filled = self._list.filled
        for place, text in births:
            if isinstance(place, int) and 0 <= place < len(filled) and isinstance(text, str):
                filled[place].show_text(replace(filled[place].text, born_on=text))

    def begin_row(self, side: Side) -> None:
        """Goes to an empty row of a side; adds one where there is none."""
        self._list.empty_row(side).name.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_details(self) -> None:
        """Goes to the details of the row at hand."""
        if self._at_hand is not None and self.details.entries:
            self.details.entries[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows what is wrong with each party in its row and its details."""
        told, filled = by_party(problems), self._list.filled
        self._problems = {filled[place]: said for place, said in told.items() if place < len(filled)}
        for row in self.rows:
            row.show_problems(self._problems.get(row, {}))
        self._show_details()

    def go_to_first_problem(self) -> None:
        """Goes to the first entry of a party with a problem."""
        row = next((row for row in self.rows if row in self._problems), None)
        if row is not None:
            self._take_in_hand(row)
            field = next(iter(self._problems[row]))
            entry = row.entries.get(field) or self.details.boxes[field].entry
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_changed(self, row: PartyRow | None) -> None:
        if row is None or row is self._at_hand:
            self._show_details()
        self.changed.emit()

    def _row_added(self, row: PartyRow) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row_added.emit(row)

    def _forget(self, row: PartyRow) -> None:
        if not self.rows:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.details.hide()
        self._at_hand = None if row is self._at_hand else self._at_hand
        self._problems = {other: said for other, said in self._problems.items() if other is not row}

    def _take_in_hand(self, row: PartyRow) -> None:
        self._at_hand = row
        self._show_details()

    def _details_of(self, row: PartyRow) -> None:
        self._take_in_hand(row)
        self.enter_details()

    def _take_details(self, text: PartyText) -> None:
        if self._at_hand is not None:
            self._at_hand.show_text(text)

    def _show_details(self) -> None:
        row = self._at_hand
        self.details.setVisible(row is not None)
        if row is not None:
            self.details.show_party(f"{row.title} 的明细", row.text, self._problems.get(row, {}))

    def _drop_at_hand(self) -> None:
        if self._at_hand is not None:
            self._list.drop(self._at_hand)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rows and not self._leaving:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            entry = self.rows[-1].phone if back else self.rows[0].name
            entry.setFocus(event.reason())

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        entry = following(self.focusWidget(), self.rows, self.details, self._at_hand, forward=forward)
        if entry is not None:
            entry.setFocus(REASONS[forward])
            return True
        return self._leave(forward=forward)

    def _leave(self, *, forward: bool) -> bool:
        # Qt goes on from whatever has the keyboard, and the rows stand nowhere in its own order.
        self._leaving = True
        self.setFocus(REASONS[forward])
        self._leaving = False
        return super().focusNextPrevChild(forward)
