"""The table of figures on the screen (统计表): every cell opens its cases."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView
from typing_extensions import override

from gridapp.counting.indicator import Indicator
from ui.figures.figure_model import FigureModel
from ui.figures.figure_table import FigureTable
from ui.figures.levelled_header import LevelledHeader
from ui.figures.sheet import Sheet, Weight, sheet_of
from ui.figures.sheet_words import heading_in_line

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 74
_AIR = 26
"""Beside the widest number of a column."""
_CORNER_AIR = 10


class FigureView(QTableView):
    """Double click or Enter on a cell asks for the cases behind it."""

    asked = Signal(object)
    case_asked = Signal(object)
    """The one case that a cell names, by its id."""
    looked_at = Signal(object)
    """Another `Cell` is current."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figures = FigureModel()
        self.figures.setParent(self)
        self.above = LevelledHeader(Qt.Orientation.Horizontal, self)
        self.beside = LevelledHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self.above)
        self.setVerticalHeader(self.beside)
        self.setModel(self.figures)
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setToolTip("双击或按回车查看具体案件；Ctrl+C 复制选中的格子")
        self.beside.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.beside.setDefaultSectionSize(self.fontMetrics().height() + 7)
        self._corner = QLabel()
        self._corner.setObjectName("corner")
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setAccessibleName("全选")
            inside = QHBoxLayout(corner)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(self._corner)
        self.doubleClicked.connect(self._ask)
        for bar, header in ((self.horizontalScrollBar(), self.above), (self.verticalScrollBar(), self.beside)):
            bar.valueChanged.connect(header.viewport().update)

    def show_table(self, table: FigureTable) -> None:
        """Shows a plain table from its top."""
        self.show_sheet(sheet_of(table))

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows a table from its top; the place that was looked at stays where there is one."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0)
        self.figures.show(sheet)
        self._corner.setText(" · ".join(word for word in sheet.corner if word))
        self.beside.keep_room(self._corner.sizeHint().width() + _CORNER_AIR)
        strong = (n for n, line in enumerate(sheet.lines) if line.weight is not Weight.PLAIN)
        self.beside.show_headings([line.labels for line in sheet.lines], frozenset(strong))
        self.above.show_headings(sheet.columns)
        for place in range(len(sheet.columns)):
            own = self.fontMetrics().horizontalAdvance(sheet.widest[place]) + _AIR
            self.setColumnWidth(place, max(_NARROWEST, self.above.least_width(place), own))
        self.updateGeometries()
        self.scrollToTop()
        if sheet.lines:
            self.setCurrentIndex(
                self.figures.index(min(row, len(sheet.lines) - 1), min(column, len(sheet.columns) - 1))
            )

    def keep_readable(self, rows: int) -> None:
        """Never lower than its headings and so many rows."""
        head = 2 * self.fontMetrics().lineSpacing() + 20
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(head + rows * self.beside.defaultSectionSize() + bar)

    def look_at(self, indicator: Indicator) -> None:
        """Goes to an indicator's column, in the row that is looked at."""
        row = max(self.currentIndex().row(), 0)
        cells = self.figures.sheet.lines[row].cells if self.figures.rowCount() else ()
        for column, cell in enumerate(cells):
            if cell.figure is not None and cell.figure.indicator == indicator:
                self.setCurrentIndex(self.figures.index(row, column))
                return

    def copy(self) -> None:
        """Copies the selected cells with labels and headings."""
        indexes = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        sheet = self.figures.sheet
        lines = [[" · ".join(sheet.corner), *(heading_in_line(sheet.columns[column]) for column in columns)]]
        lines += [[self.figures.label(r), *(self.figures.index(r, c).data() for c in columns)] for r in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _ask(self, index: QModelIndex) -> None:
        cell = self.figures.cell(index)
        if cell.opens:
            self.asked.emit(cell.figure)
        elif cell.list is not None:
            self.asked.emit(cell.list)
        elif cell.case_id is not None:
            self.case_asked.emit(cell.case_id)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at.emit(self.figures.cell(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)
