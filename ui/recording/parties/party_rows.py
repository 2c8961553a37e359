"""The rows of the people that a case names (当事人各行): grouped by side, added, pasted and removed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.party import Party, Side
from ui.recording.parties.called import Called
from ui.recording.parties.party_row import PartyRow
from ui.recording.parties.party_text import text_of
from ui.recording.parties.pasted_parties import is_block, parties_in


class PartyRows(QWidget):
    """One row a party; an empty row is none."""

    changed = Signal(object)
    """A `PartyRow` has changed, or nothing where many have."""
    added = Signal(object)
    removed = Signal(object)
    entered = Signal(object)
    left = Signal()
    details_wanted = Signal(object)
    emptied = Signal()
    """The last row was removed."""

    def __init__(self, called: Called) -> None:
        super().__init__()
        self._called = called
        self.rows: list[PartyRow] = []
        self._many = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def filled(self) -> Sequence[PartyRow]:
        """The rows in which something is written."""
        return [row for row in self.rows if not row.is_empty]

    def show_parties(self, parties: Iterable[Party]) -> None:
        """Shows some parties, and no others."""
        with self._at_once():
            while self.rows:
                self._remove(self.rows[-1])
            for party in parties:
                self._add(party.side).show_text(text_of(party))
            for side in self._called.never_without:
                self._keep_one(side)

    def empty_row(self, side: Side) -> PartyRow:
        """An empty row of a side; a new one where there is none."""
        empty = next((row for row in self.rows if row.side is side and row.is_empty), None)
        return empty or self._add(side)

    def drop(self, row: PartyRow) -> None:
        """Removes a row and goes to the one that takes its place."""
        place = self.rows.index(row)
        with self._at_once():
            self._remove(row)
            if row.side in self._called.never_without:
                self._keep_one(row.side)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()

    def _keep_one(self, side: Side) -> None:
        if not any(row.side is side for row in self.rows):
            self._add(side)

    def _add(self, side: Side, after: PartyRow | None = None) -> PartyRow:
        row = PartyRow(side, self._called)
        sides = list(Side)
        last = sum(sides.index(other.side) <= sides.index(side) for other in self.rows)
        place = self.rows.index(after) + 1 if after is not None else last
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        # The next keys may come before the layout has shown it.
        row.show()
        row.name.installEventFilter(self)
        row.changed.connect(lambda: self._tell(row))
        row.entered.connect(lambda: self.entered.emit(row))
        row.left.connect(self.left)
        row.details_wanted.connect(lambda: self.details_wanted.emit(row))
        row.dropped.connect(lambda: self.drop(row))
        self._number()
        self.added.emit(row)
        return row

    def _remove(self, row: PartyRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        self.removed.emit(row)
        row.hide()
        row.deleteLater()

    def _paste(self, row: PartyRow, text: str) -> None:
        """Puts the parties of a block into a row, where it is empty, and into new ones after it."""
        with self._at_once():
            for party in parties_in(text):
                if not row.is_empty:
                    row = self._add(row.side, row)
                row.show_text(party)
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Many rows come or go together: they are numbered, and the change is told, when all is done."""
        self._many = True
        try:
            yield
        finally:
            self._many = False
        self._number()
        self.changed.emit(None)

    def _number(self) -> None:
        if self._many:
            return
        for side in Side:
            for place, row in enumerate((row for row in self.rows if row.side is side), self._called.first):
                row.number(place)

    def _tell(self, row: PartyRow) -> None:
        if not self._many:
            self.changed.emit(row)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
            if is_block(text):
                self._paste(next(row for row in self.rows if row.name is watched), text)
                return True
        return super().eventFilter(watched, event)
