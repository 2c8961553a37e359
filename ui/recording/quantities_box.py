"""What was done in numbers (处置数量): any number of lines, added and filled by keyboard."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.problem import Problem
from gridapp.domain.quantity import Quantity
from ui.recording.quantity_row import QuantityRow
from ui.widgets.line_keys import takes_line_away

FIELD = "quantities"


class QuantitiesBox(QWidget):
    """Lines of 数量, 单位 and 内容; an empty one is none."""

    changed = Signal()
    row_added = Signal(object)
    """A `QuantityRow` has come."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("数量")
        self.rows: list[QuantityRow] = []
        self.add_button = QPushButton("添加数量")
        self.add_button.setObjectName("small")
        self.add_button.setToolTip("添加一行数量（空格或 Alt+Q）；Ctrl+Delete 删除所在行")
        self.add_button.clicked.connect(self.begin_row)
        self.setFocusProxy(self.add_button)
        # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
        QShortcut(QKeySequence("Alt+Q"), self, self.begin_row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin_row(self) -> None:
        """Adds a line and goes to it."""
        row = self._add_row()
        row.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_quantities(self, quantities: Iterable[Quantity]) -> None:
        """Shows some quantities, and no others."""
        self._clear()
        for quantity in quantities:
            self._add_row().show_quantity(quantity)

    def quantities(self, at: datetime) -> tuple[Quantity, ...]:
        """What is written; new lines were done at a moment. Amounts that cannot be read are left out."""
        filled = (row.quantity(at) for row in self.rows if not row.is_empty)
        return tuple(quantity for quantity in filled if quantity is not None)

    @property
    def texts(self) -> list[list[str]]:
        """What is written in each line, readable or not."""
        return [row.texts for row in self.rows if not row.is_empty]

    def show_texts(self, lines: Iterable[list[str]]) -> None:
        """Writes lines as they were typed, and no others."""
        self._clear()
        for line in lines:
            self._add_row().show_texts(line)

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with amounts that cannot be read."""
        wrong = next((row.problem for row in self.rows if not row.is_empty and row.problem), "")
        return (Problem(FIELD, "number", wrong),) if wrong else ()

    def _add_row(self) -> QuantityRow:
        row = QuantityRow()
        before = self._stop_before_button()
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        # The next keys may come before the layout has shown it.
        row.show()
        for one, next_one in pairwise((before, *row.entries)):
            self.setTabOrder(one, next_one)
        for entry in row.entries:
            entry.installEventFilter(self)
        row.changed.connect(self.changed)
        self.row_added.emit(row)
        self.changed.emit()
        return row

    def _stop_before_button(self) -> QWidget:
        """Where Tab comes from when it comes to the button."""
        widget: QWidget = self.add_button
        while widget is self.add_button or widget.focusProxy() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget = widget.previousInFocusChain() or self.add_button
        return widget

    def _clear(self) -> None:
        while self.rows:
            self._drop(self.rows[-1])

    def _drop(self, row: QuantityRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if takes_line_away(event):
            self._drop(next(row for row in self.rows if watched in row.entries))
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
            return True
        return super().eventFilter(watched, event)
