"""The list under a field that is picked from (候选列表): it lies on the window and never takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QListWidget, QWidget

from ui.widgets.choices import Choice

_ROWS = 10
_LEAST_WIDTH = 180


class PickList(QListWidget):
    """Choices to be picked by arrow keys, Enter or the mouse; the field above keeps the keyboard.

    It is no window of its own, so an input method goes on composing in the field.
    """

    picked = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._choices: Sequence[Choice] = ()
        self.setObjectName("pick_list")
        self.setAccessibleName(f"{field.accessibleName()}的候选")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemPressed.connect(lambda item: self.picked.emit(self.row(item)))
        field.destroyed.connect(self.deleteLater)
        self._hide_when_scrolled()
        self.hide()

    @property
    def highlighted(self) -> Choice | None:
        """The choice that Enter or Tab takes."""
        row = self.currentRow()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def show_choices(self, choices: Sequence[Choice], highlight: int | None) -> None:
        """Shows some choices under the field, or above it where there is more room."""
        self._choices = choices
        self.clear()
        self.addItems([choice.text or "（空）" for choice in choices])
        self.setCurrentRow(-1 if highlight is None else highlight)
        self._place()
        self.show()
        self.raise_()

    def choice_at(self, row: int) -> Choice:
        """The choice of a row."""
        return self._choices[row]

    def step(self, rows: int) -> None:
        """Moves the highlight, around the ends."""
        count = self.count()
        row = self.currentRow()
        if count:
            start = row if row >= 0 or rows < 0 else -1
            self.setCurrentRow((start + rows) % count if abs(rows) == 1 else min(max(start + rows, 0), count - 1))

    def _hide_when_scrolled(self) -> None:
        """A list that stayed would lie under another field."""
        around = self._field.parentWidget()
        while around is not None:
            if isinstance(around, QAbstractScrollArea):
                around.verticalScrollBar().valueChanged.connect(self.hide)
            around = around.parentWidget()

    def _place(self) -> None:
        window, field = self._field.window(), self._field
        if self.parentWidget() is not window:
            self.setParent(window)
        top = field.mapTo(window, QPoint(0, 0))
        frame = 2 * self.frameWidth()
        wanted = self.sizeHintForRow(0) * min(self.count(), _ROWS) + frame
        below, above = window.height() - top.y() - field.height(), top.y()
        under = below >= wanted or below >= above
        height = min(wanted, max(below if under else above, self.sizeHintForRow(0) + frame))
        width = min(max(field.width(), self.sizeHintForColumn(0) + 28, _LEAST_WIDTH), window.width())
        left = min(top.x(), window.width() - width)
        self.setGeometry(left, top.y() + field.height() if under else top.y() - height, width, height)
