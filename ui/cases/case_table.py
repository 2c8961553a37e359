"""The table of a list (列表): keyboard, sorting by heading, columns as they were arranged."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui.cases.case_model import CaseModel
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.lists.copying import Copying
from ui.widgets.row_table import RowTable

_PADDING = 18


class CaseTable(RowTable):
    """Shows a `CaseModel`."""

    opened = Signal(object)
    """A case is to be opened."""
    sorted = Signal(str, bool)
    """By which field to sort, and whether the last comes first."""
    arranged = Signal()
    """Somebody moved a column or changed its width."""
    selected = Signal()
    """Other rows are selected."""
    menu_asked = Signal(object)
    """A menu is wanted at a place on the screen."""

    def __init__(self, desk: Desk, model: CaseModel, name: str) -> None:
        self._arranging = True
        super().__init__(model, name)
        self._model = model
        self._kept: UUID | None = None
        self._order: tuple[str, bool] | None = None
        self.copying = Copying(desk, self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("灯") + _PADDING)
        # With that of the rows, each heading that is drawn would ask every selected row whether its column is whole.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.sectionClicked.connect(self._sort)
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.arranged)
        self.row_opened.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._return_to_place)
        self.arrange({})

    @property
    def columns(self) -> list[ListColumn]:
        """The columns as they stand, from left to right."""
        header = self.horizontalHeader()
        return [self._model.columns[header.logicalIndex(place)] for place in range(header.count())]

    @property
    def widths(self) -> Mapping[str, float]:
        """How wide each column is, in characters; the title takes what is left anyway."""
        letter = self.fontMetrics().horizontalAdvance("0")
        return {
            column.name: round((self.columnWidth(place) - _PADDING) / letter, 1)
            for place, column in enumerate(self._model.columns)
            if column.name != "title"
        }

    def arrange(self, widths: Mapping[str, float]) -> None:
        """Places the columns as the model has them, with some widths in characters."""
        self._arranging = True
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        for place, column in enumerate(self._model.columns):
            header.moveSection(header.visualIndex(place), place)
            wanted = round(widths.get(column.name, column.width) * metrics.horizontalAdvance("0"))
            least = metrics.horizontalAdvance(column.heading) if column.name not in widths else 0
            header.resizeSection(place, max(wanted, least) + _PADDING)
        self._arranging = False
        title = next((place for place, column in enumerate(self._model.columns) if column.name == "title"), None)
        least = 0 if title is None else self._model.columns[title].width * metrics.horizontalAdvance("0") + _PADDING
        self.stretch(title, least)
        if self._order:
            self.show_order(self._order[0], descending=self._order[1])

    def show_order(self, field: str, *, descending: bool) -> None:
        """Shows by which column the list is sorted."""
        self._order = field, descending
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        place = next((place for place, column in enumerate(self._model.columns) if column.sort == field), -1)
        self.horizontalHeader().setSortIndicator(place, order)

    @property
    def selected_rows(self) -> list[int]:
        """The rows that are selected, from above."""
        return sorted({row for part in self._selected_parts() for row in range(part.top(), part.bottom() + 1)})

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(part.height() for part in self._selected_parts())

    def _selected_parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def selected_ids(self) -> list[UUID]:
        """The cases that are selected, from above."""
        return self._model.ids_at(self.selected_rows)

    def copy(self) -> None:
        """Copies the selected rows with their headings."""
        self.copying.copy(self.selected_ids(), self.columns)

    def _sort(self, section: int) -> None:
        field = self._model.columns[section].sort
        if field is None:
            if self._order:
                self.show_order(self._order[0], descending=self._order[1])
            return
        same = self._order is not None and self._order[0] == field
        descending = not self._order[1] if same and self._order else False
        self.show_order(field, descending=descending)
        self.sorted.emit(field, descending)

    def _moved(self) -> None:
        if not self._arranging:
            self._settling.start()

    def _resized(self) -> None:
        if not self._arranging:
            self._settling.start()

    def _open(self, row: int) -> None:
        for case_id in self._model.ids_at([row]):
            self.opened.emit(case_id)

    def _keep_place(self) -> None:
        current = self.currentIndex()
        self._kept = next(iter(self._model.ids_at([current.row()])), None) if current.isValid() else None

    def _return_to_place(self) -> None:
        row = self._model.row_of(self._kept)
        if row is not None:
            self.setCurrentIndex(self._model.index(row, 0))

    @override
    def _take_slack(self) -> None:
        arranging, self._arranging = self._arranging, True
        super()._take_slack()
        self._arranging = arranging

    @override
    def selectAll(self) -> None:
        self._model.when_whole(lambda: RowTable.selectAll(self))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
