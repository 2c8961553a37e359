"""A table whose rows are opened (行表): a whole row is chosen, a double click, Enter or F2 opens it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.widgets.colour_keeper import ColourKeeper

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_PADDING = 20
_FRAME = 4


class RowTable(QTableView):
    """Shows a model of rows, each as high as a line of text with some air."""

    row_opened = Signal(int)

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self._stretched: tuple[int, int] | None = None
        self._most_lines: int | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setItemDelegate(ColourKeeper(self))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def give_widths(self, characters: Sequence[int], stretched: int) -> None:
        """Gives each column a width in characters; one takes what is left, but never less than its own."""
        header, letter = self.horizontalHeader(), self.fontMetrics().horizontalAdvance("0")
        for place, width in enumerate(characters):
            header.resizeSection(place, width * letter + _PADDING)
        self.stretch(stretched, header.sectionSize(stretched))

    def stretch(self, place: int | None, least: int = 0) -> None:
        """Lets a column (or none) take what the others leave, but never less than so many pixels."""
        self._stretched = None if place is None else (place, least)
        self._take_slack()

    @property
    def least_width(self) -> int:
        """How wide all its columns are at least, in pixels."""
        header = self.horizontalHeader()
        place, least = self._stretched or (0, header.sectionSize(0))
        return header.length() - header.sectionSize(place) + least

    def break_lines(self) -> None:
        """Breaks what is wider than its column into lines; for tables of few rows."""
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(self.verticalHeader().defaultSectionSize())
        self.model().modelReset.connect(self.resizeRowsToContents)
        self.horizontalHeader().sectionResized.connect(self.resizeRowsToContents)

    def fit_lines(self, most: int) -> None:
        """As high as its lines, at most so many, with the bar below them where they are wider than the table."""
        self._most_lines = most
        self._take_height()

    def _take_height(self) -> None:
        if self._most_lines is None:
            return
        header = self.horizontalHeader()
        lines = min(self.model().rowCount(), self._most_lines) * self.verticalHeader().defaultSectionSize()
        has_bar = (
            header.length() > self.viewport().width()
            and self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        bar = self.horizontalScrollBar().sizeHint().height() if has_bar else 0
        self.setFixedHeight(lines + header.sizeHint().height() + _FRAME + bar)

    def _take_slack(self) -> None:
        if self._stretched is not None:
            place, least = self._stretched
            others = self.horizontalHeader().length() - self.columnWidth(place)
            self.setColumnWidth(place, max(least, self.viewport().width() - others))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_slack()
        self._take_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index: QModelIndex = self.currentIndex()
        if event.key() in _OPENING and index.isValid():
            self.row_opened.emit(index.row())
        else:
            super().keyPressEvent(event)
