"""The table of a year (全年一览): the arrow keys go from day to day, Enter or a double click asks for a change."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.settings.day_painter import DayPainter
from ui.settings.year_model import PLACES, YearModel

_Index = QModelIndex | QPersistentModelIndex


class YearTable(QTableView):
    """Twelve rows of days."""

    chosen = Signal(object)
    """A day is to be changed."""
    looked_at = Signal(object)

    def __init__(self, model: YearModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(DayPainter(self))
        self.setAccessibleName("全年一览")
        self.setAccessibleDescription("方向键移动，回车修改")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        letter = self.fontMetrics()
        self.horizontalHeader().setMinimumSectionSize(letter.horizontalAdvance("班") + 10)
        self.verticalHeader().setMinimumSectionSize(2 * letter.height() - 2)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(PLACES, QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        day = self._model.day_at(index)
        if day is not None:
            self.chosen.emit(day)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self._model.day_at(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
