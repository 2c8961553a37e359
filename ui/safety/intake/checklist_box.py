"""A checklist answered by single keys (检查表): each answer goes on to the next item."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.inspection import Answer, Checked
from ui.safety.intake.checklist_model import ChecklistModel, CheckRow, rows_of
from ui.widgets.row_table import RowTable

_ANSWERS: Mapping[int, Answer] = {
    Qt.Key.Key_1: Answer.FITS,
    Qt.Key.Key_Space: Answer.FITS,
    Qt.Key.Key_F: Answer.FITS,
    Qt.Key.Key_2: Answer.FAILS,
    Qt.Key.Key_B: Answer.FAILS,
    Qt.Key.Key_3: Answer.NOT_APPLICABLE,
    Qt.Key.Key_S: Answer.NOT_APPLICABLE,
}
_REST = Qt.Key.Key_0
_KEYS = "1 符合，2 不符合（生成隐患），3 不涉及，0 其余都符合，退格清除；Alt+C 到这里"
_NUMBER, _ANSWER = 3, 8
"""Widths of the first and the last column, in characters."""
_FRAME = 4


class ChecklistBox(QWidget):
    """Items with their answers; a place without a type, or whose type has no checklist, has none."""

    changed = Signal()
    failed = Signal(object)
    """A `CheckRow` does not fit."""
    mended = Signal(object)
    """A `CheckRow` that did not fit has another answer now."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("检查表")
        self.place_type: str | None = None
        self.model = ChecklistModel()
        self.table = _Items(self.model)
        self.table.answered.connect(self.give)
        self.table.rest.connect(self._answer_rest)
        hint = QLabel(_KEYS)
        hint.setObjectName("hint")
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(hint)
        self.show_checks(None, ())

    @property
    def checks(self) -> tuple[Checked, ...]:
        """What was answered."""
        return self.model.checks

    @property
    def rows(self) -> Sequence[CheckRow]:
        """All items."""
        return self.model.rows

    def show_checks(self, place_type: str | None, checks: Sequence[Checked]) -> None:
        """Shows the items for a type of places, with some answers."""
        self.place_type = place_type
        self.model.show(rows_of(place_type, checks))
        self.table.fit()
        self.table.setVisible(bool(self.model.rows))
        # Tab would stay where it is if it were sent on to a table that nobody sees.
        self.setFocusProxy(self.table if self.model.rows else None)  # type: ignore[arg-type]
        self._hint.setText(_KEYS if self.model.rows else "选好场所后，这里列出该类场所的检查表。")

    def show_type(self, place_type: str | None) -> None:
        """Shows the items for another type of places; what was answered for the last one is gone."""
        if place_type != self.place_type:
            self.show_checks(place_type, ())

    def give(self, place: int, answer: Answer | None) -> None:
        """Gives an item an answer."""
        before = self.model.rows[place]
        self.model.answer(place, answer)
        if before.answer is Answer.FAILS and answer is not Answer.FAILS:
            self.mended.emit(before)
        if answer is Answer.FAILS and before.answer is not Answer.FAILS:
            self.failed.emit(before)
        self.changed.emit()

    def _answer_rest(self) -> None:
        for place, row in enumerate(self.model.rows):
            if row.answer is None:
                self.model.answer(place, Answer.FITS)
        self.changed.emit()


class _Items(RowTable):
    """The table as high as its rows."""

    answered = Signal(int, object)
    rest = Signal()

    def __init__(self, model: ChecklistModel) -> None:
        super().__init__(model, "检查表")
        self._model = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        self.give_widths((_NUMBER, 20, _ANSWER), 1)

    def fit(self) -> None:
        """Takes the height of its rows, begun at the first."""
        self.setFixedHeight(self.verticalHeader().defaultSectionSize() * len(self._model.rows) + _FRAME)
        self.setCurrentIndex(self._model.index(0, 0))
        self.clearSelection()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place, plain = (
            self.currentIndex().row(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        if plain and event.key() == _REST:
            self.rest.emit()
        elif plain and place >= 0 and event.key() in _ANSWERS:
            self.answered.emit(place, _ANSWERS[event.key()])
            self.selectRow(min(place + 1, len(self._model.rows) - 1))
        elif plain and place >= 0 and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.answered.emit(place, None)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()
