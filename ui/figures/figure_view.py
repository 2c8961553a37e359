"""The table of figures on the screen (统计表): every cell opens its cases."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView
from typing_extensions import override

from gridapp.counting.amount import Rate
from gridapp.counting.indicator import Indicator
from ui.figures.figure_model import FigureModel
from ui.figures.figure_table import FigureTable

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 74


class FigureView(QTableView):
    """Double click or Enter on a cell asks for the cases behind it."""

    asked = Signal(object)
    looked_at = Signal(object)
    """Another cell is current."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figures = FigureModel()
        self.figures.setParent(self)
        self.setModel(self.figures)
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setToolTip("双击或按回车查看具体案件")
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self.fontMetrics().height() + 7)
        vertical.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self._corner = QLabel()
        self._corner.setObjectName("corner")
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setAccessibleName("全选")
            inside = QHBoxLayout(corner)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(self._corner)
        self.doubleClicked.connect(self._ask)

    def show_table(self, table: FigureTable) -> None:
        """Shows a table from its top."""
        self.figures.show(table)
        self._corner.setText(table.corner)
        metrics = self.fontMetrics()
        for position, heading in enumerate(table.columns):
            lines = heading.heading.split("\n")
            widest = max(metrics.horizontalAdvance(line) for line in lines)
            widest = max(widest, *(self._advance(row, position) for row in range(self.figures.rowCount())), 0)
            self.setColumnWidth(position, max(_NARROWEST, widest + 26))
        self.scrollToTop()

    def keep_readable(self, rows: int) -> None:
        """Never lower than its headings and so many rows."""
        head = 2 * self.fontMetrics().lineSpacing() + 20
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(head + rows * self.verticalHeader().defaultSectionSize() + bar)

    def look_at(self, indicator: Indicator) -> None:
        """Goes to an indicator's column, in the row that is looked at."""
        columns = [column.indicator for column in self.figures.table.columns]
        if indicator in columns:
            row = max(self.currentIndex().row(), 0)
            self.setCurrentIndex(self.figures.index(row, columns.index(indicator)))

    def _advance(self, row: int, column: int) -> int:
        return self.fontMetrics().horizontalAdvance(self.figures.index(row, column).data())

    def copy(self) -> None:
        """Copies the selected cells with labels and headings."""
        indexes = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        table = self.figures.table
        lines = [[table.corner, *(table.columns[c].heading.replace("\n", "（") + "）" for c in columns)]]
        lines += [[self.figures.label(r), *(self.figures.index(r, c).data() for c in columns)] for r in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _ask(self, index: QModelIndex) -> None:
        figure = self.figures.figure(index)
        value = figure.value
        if value is not None and not (isinstance(value, Rate) and not value.denominator):
            self.asked.emit(figure)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at.emit(self.figures.figure(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)
