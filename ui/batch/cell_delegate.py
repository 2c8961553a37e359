"""How a cell is drawn and written into (单元格): problems by a mark, likely duplicates by words."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.batch.batch_model import BatchModel, Role
from ui.batch.cell_editor import CellEditor
from ui.batch.offers import Offers
from ui.theme import COLOURS
from ui.widgets.colour_keeper import ColourKeeper

Index = QModelIndex | QPersistentModelIndex

_TWIN = "疑似重复"
_GOES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
_CORNER, _FRAME = 8, 2


class CellDelegate(ColourKeeper):
    """Enter and Tab take what is written and say where to go on; Esc leaves the cell as it was."""

    went_on = Signal(int, int)
    """Rows down and columns to the right, after a cell was written."""

    def __init__(self, model: BatchModel, offers: Offers, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._model, self._offers, self._table = model, offers, table

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        columns = self._model.columns
        column = columns[index.column()]
        choices = self._offers.choices(column.field, columns.said(self._model.sheet.rows[index.row()]))
        name = f"第 {index.row() + 1} 行 {column.heading}"
        return CellEditor(parent, name, choices, free=column.field in self._offers.free or choices is None)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.show_words(index.data(Qt.ItemDataRole.EditRole))

    @override
    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        if isinstance(editor, CellEditor) and isinstance(model, BatchModel):
            model.setData(index, editor.take())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if key in _GOES and not held:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.went_on.emit(*_GOES[key])
                return True
            if key == Qt.Key.Key_Escape and watched.is_open:
                return False
        return super().eventFilter(watched, event)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(Role.PALE):
            font = QFont(option.font)  # type: ignore[attr-defined]
            font.setItalic(True)
            option.font = font  # type: ignore[attr-defined]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        wrong = bool(index.data(Role.PROBLEM))
        area: QRect = option.rect  # type: ignore[attr-defined]
        if wrong:
            painter.fillRect(area, QColor(COLOURS.bad_pale))
        super().paint(painter, option, index)
        painter.save()
        if index.data(Role.TWIN):
            self._draw_twin(painter, area)
        if QModelIndex(index) == self._table.currentIndex():  # type: ignore[arg-type]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(COLOURS.accent), _FRAME))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        if wrong:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS.bad))
            corner = area.topRight()
            painter.drawPolygon(QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]))
        painter.restore()

    @staticmethod
    def _draw_twin(painter: QPainter, area: QRect) -> None:
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(_TWIN) + 10
        badge = QRect(area.right() - width - _CORNER, area.top() + 4, width, area.height() - 8)
        painter.fillRect(badge, QColor(COLOURS.warn_pale))
        painter.setPen(QColor(COLOURS.warn))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, _TWIN)
