"""The grid itself (批量登记表格): keys as in a spreadsheet, Chinese typed straight into a cell."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.batch.batch_model import BatchModel, Index
from ui.batch.cell_delegate import CellDelegate
from ui.batch.grid_edits import GridEdits
from ui.batch.offers import Offers

_EDIT = QAbstractItemView.EditTrigger
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BatchTable(QTableView):
    """Shows a `BatchModel`; typing overwrites, F2 edits, F6 leaves."""

    moved = Signal()
    """Another cell is the current one."""
    left = Signal()
    """The keyboard is to go on to what stands beside the grid (F6)."""

    def __init__(self, model: BatchModel, offers: Offers, name: str) -> None:
        super().__init__()
        self._model = model
        self._tabbed_from: int | None = None
        self.edits = GridEdits(self, model)
        self.setModel(model)
        self.setAccessibleName(name)
        delegate = CellDelegate(model, offers, self)
        delegate.went_on.connect(self._go_on)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_EDIT.AnyKeyPressed | _EDIT.DoubleClicked | _EDIT.EditKeyPressed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        metrics = self.fontMetrics()
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(metrics.height() + 14)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setMinimumWidth(metrics.horizontalAdvance("! 9999") + 18)
        columns.setHighlightSections(False)
        for place, column in enumerate(self._model.columns):
            words = metrics.horizontalAdvance(f"{column.heading} *")
            widest = max(column.width * metrics.horizontalAdvance("0"), words)
            columns.resizeSection(place, widest + 18)

    def go_to(self, place: int, column: int) -> None:
        """Makes a cell the current one."""
        self._stand_at(place, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_editing(self) -> None:
        """Takes what stands in an open cell."""
        editor = self.indexWidget(self.currentIndex()) or self.viewport().focusWidget()
        if self.state() == QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _go_on(self, down: int, right: int) -> None:
        """Enter goes down, after Tabs to the column in which they began; Tab goes right and at the end adds a row."""
        here = self.currentIndex()
        place, column = here.row() + down, self._beside(here.column(), right)
        began = self._tabbed_from
        if down:
            column, began = (column if began is None else began), None
        elif right > 0:
            began = here.column() if began is None else began
            if column == len(self._model.columns):
                column = self._beside(-1, 1)
                place, began = place + 1, column
        elif column < 0:
            place, column = place - 1, self._beside(len(self._model.columns), -1)
        if place == self._model.rowCount() and down >= 0:
            self._model.add_row()
        if 0 <= place < self._model.rowCount():
            self._stand_at(place, column)
        self._tabbed_from = began

    def _beside(self, column: int, right: int) -> int:
        """The column to the right or left that can be written into; one beyond the end where there is none."""
        columns, column = self._model.columns, column + right
        while right and 0 <= column < len(columns) and columns[column].locked:
            column += right
        return column

    def _stand_at(self, place: int, column: int) -> None:
        """Makes a cell the only selected one, whatever keys are held."""
        index = self._model.index(place, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tabbed_from = None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.moved.emit()

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Qt itself opens the cell for what is being composed, but not for what comes whole, as full-width marks do.
        whole = bool(event.commitString()) and not event.preeditString()
        if whole and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
            editor = self.indexWidget(self.currentIndex())
            if isinstance(editor, QLineEdit):
                editor.selectAll()
                QApplication.sendEvent(editor, event)
                return
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if self.edits.handles(event):
            return
        if key == Qt.Key.Key_F6:
            self.left.emit()
        elif key in _ENTER and not held & _CONTROL:
            self._go_on(-1 if held & _SHIFT and self.currentIndex().row() else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_on(0, 1 if key == Qt.Key.Key_Tab else -1)
        elif held & _CONTROL and not event.matches(QKeySequence.StandardKey.SelectAll) and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
