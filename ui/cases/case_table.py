"""The table of a list (列表): keyboard, sorting by heading, copying for a spreadsheet."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from gridapp.ports import CaseRow
from ui.cases.case_model import CaseModel
from ui.desk import Desk
from ui.jobs import Questions
from ui.widgets.colour_keeper import ColourKeeper

MOST_COPIED = 20_000
"""Rows that are copied at once; more would choke the spreadsheet's clipboard."""


class CaseTable(QTableView):
    """Shows a `CaseModel`."""

    opened = Signal(object)
    """A case is to be opened."""
    sorted = Signal(str, bool)
    """By which field to sort, and whether the last comes first."""
    copied = Signal(int)

    def __init__(self, desk: Desk, model: CaseModel, name: str) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._questions = Questions(desk.jobs, self)
        self._kept: UUID | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._return_to_place)

    def _set_up_headers(self) -> None:
        metrics = self.fontMetrics()
        self.setItemDelegate(ColourKeeper(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        for position, column in enumerate(self._model.columns):
            widest = max(column.width * metrics.horizontalAdvance("0"), metrics.horizontalAdvance(column.heading))
            header.resizeSection(position, widest + 18)
        header.sectionClicked.connect(self._sort)

    def show_order(self, field: str, *, descending: bool) -> None:
        """Shows by which column the list is sorted."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for position, column in enumerate(self._model.columns):
            if column.sort == field:
                self.horizontalHeader().setSortIndicator(position, order)

    def copy(self) -> None:
        """Copies the selected rows with their headings."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})[:MOST_COPIED]
        if not rows:
            return
        ids = self._model.ids_at(rows)
        self._questions.ask("copy", lambda: self._desk.office.lists.load_rows(ids), self._to_clipboard)

    def _to_clipboard(self, rows: Sequence[CaseRow]) -> None:
        lines = [[column.heading for column in self._model.columns]]
        lines += [self._model.line(row) for row in rows]
        text = "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(len(rows))

    def _sort(self, section: int) -> None:
        field = self._model.columns[section].sort
        if field is None:
            return
        header = self.horizontalHeader()
        self.sorted.emit(field, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    def _open(self, index: QModelIndex) -> None:
        for case_id in self._model.ids_at([index.row()]):
            self.opened.emit(case_id)

    def _keep_place(self) -> None:
        current = self.currentIndex()
        self._kept = next(iter(self._model.ids_at([current.row()])), None) if current.isValid() else None

    def _return_to_place(self) -> None:
        row = self._model.row_of(self._kept)
        if row is not None:
            self.setCurrentIndex(self._model.index(row, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        slack = self.viewport().width() - self.horizontalHeader().length()
        title = next((n for n, column in enumerate(self._model.columns) if column.sort == "title"), None)
        if slack > 0 and title is not None:
            self.setColumnWidth(title, self.columnWidth(title) + slack)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
