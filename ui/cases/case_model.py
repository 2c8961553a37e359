"""The model of a list (列表模型): identities first, rows in pages when they are painted, never the whole."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery, CaseRow
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.jobs import Questions
from ui.theme import COLOURS, status_colour

PAGE = 128
_KEPT_PAGES = 24
_Index = QModelIndex | QPersistentModelIndex
_Pages = OrderedDict[int, Sequence[CaseRow]]


class CaseModel(QAbstractTableModel):
    """The cases of a query, sorted and filtered by the database."""

    counted = Signal(int)
    """The list has come, with so many cases."""
    failed = Signal(str)

    def __init__(self, desk: Desk, columns: Sequence[ListColumn]) -> None:
        super().__init__()
        self._desk = desk
        self._columns = tuple(columns)
        self._questions = Questions(desk.jobs, self)
        self._ids: Sequence[UUID] = ()
        self._pages: _Pages = OrderedDict()
        self._coming: set[int] = set()
        self._generation = 0

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns, in their order."""
        return self._columns

    def show(self, query: CaseQuery) -> None:
        """Asks for the list of a query; what is shown stays until it comes."""
        self._questions.ask("ids", lambda: self._desk.office.lists.find_ids(query), self._arrived, self._refused)

    def ids_at(self, rows: Sequence[int]) -> list[UUID]:
        """The cases of some rows."""
        return [self._ids[row] for row in rows if row < len(self._ids)]

    def row_of(self, case_id: UUID | None) -> int | None:
        """Where a case stands, if it is in the list."""
        return self._ids.index(case_id) if case_id in self._ids else None

    def line(self, row: CaseRow) -> list[str]:
        """What stands in each column of a row."""
        return [column.text(row, self._desk.areas) for column in self._columns]

    def _arrived(self, ids: Sequence[UUID]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._coming.clear()
        self._generation += 1
        self.endResetModel()
        self.counted.emit(len(ids))

    def _refused(self, refusal: Refusal) -> None:
        self.failed.emit(str(refusal))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        row = self._row(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return answer(self, row, self._columns[index.column()])

    def _text(self, row: CaseRow, column: ListColumn) -> str:
        return column.text(row, self._desk.areas)

    def _tip(self, row: CaseRow, column: ListColumn) -> str | None:
        text = self._text(row, column)
        return text if len(text) > column.width // 2 else None

    def _colour(self, row: CaseRow, column: ListColumn) -> QColor | None:
        if row.excluded:
            return QColor(COLOURS.muted)
        return QColor(status_colour(row.status)) if column.is_state else None

    def _alignment(self, _: CaseRow, column: ListColumn) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    _answers: ClassVar[Mapping[int, Callable[["CaseModel", CaseRow, ListColumn], Any]]] = {
        Qt.ItemDataRole.DisplayRole: _text,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.ForegroundRole: _colour,
        Qt.ItemDataRole.TextAlignmentRole: _alignment,
    }

    def _row(self, position: int) -> CaseRow | None:
        number, offset = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._fetch(number)
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def _fetch(self, number: int) -> None:
        if number in self._coming:
            return
        self._coming.add(number)
        wanted = self._ids[number * PAGE : (number + 1) * PAGE]
        generation = self._generation
        self._questions.ask(
            f"page {number}",
            lambda: self._desk.office.lists.load_rows(wanted),
            lambda rows: self._filled(generation, number, rows),
            self._refused,
        )

    def _filled(self, generation: int, number: int, rows: Sequence[CaseRow]) -> None:
        if generation != self._generation:
            return
        self._coming.discard(number)
        self._pages[number] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((number + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self._columns) - 1))
