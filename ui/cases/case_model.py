"""The model of a list (列表模型): the first rows at once, then how many there are, the rest as it is needed."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
from ui.theme import COLOURS

PAGE = 128
AT_ONCE = 20_000
"""A list of at most so many is fetched whole without being asked; a longer one when somebody goes to its end."""
_KEPT_PAGES = 24
_Index = QModelIndex | QPersistentModelIndex
_First = tuple[Sequence[UUID], Sequence[CaseRow]]


class CaseModel(QAbstractTableModel):
    """The cases of a query, sorted and filtered by the database; rows come in pages when they are painted."""

    counted = Signal(int)
    """It is known how many cases the list has."""
    failed = Signal(str)

    def __init__(self, desk: Desk, columns: Sequence[ListColumn]) -> None:
        super().__init__()
        self._desk = desk
        self._columns = tuple(columns)
        self._questions = Questions(desk.jobs, self)
        self._query: CaseQuery | None = None
        self._ids: Sequence[UUID] = ()
        self._is_whole = True
        self._when_whole: list[Callable[[], None]] = []
        self._pages: OrderedDict[int, Sequence[CaseRow]] = OrderedDict()
        self._coming: set[int] = set()

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns, in their order."""
        return self._columns

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Shows other columns of the same cases."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def show(self, query: CaseQuery, at_least: int = PAGE) -> None:
        """Asks for the list of a query; what is shown stays until its first rows, `at_least` so many, come."""
        self._questions.forget()
        self._coming.clear()
        self._when_whole.clear()
        lists = self._desk.office.lists
        # The cases behind a figure are found together or not at all.
        limit = None if query.ids is not None else max(PAGE, at_least)

        def first() -> _First:
            ids = lists.find_ids(replace(query, limit=limit))
            return ids, lists.load_rows(ids[:PAGE])

        def arrived(found: _First) -> None:
            self._query, self._is_whole = query, limit is None or len(found[0]) < limit
            self._replace(*found)
            if self._is_whole:
                self.counted.emit(len(self._ids))
            else:
                self._questions.ask("count", lambda: lists.count(query), self._counted, self._refused)

        self._questions.ask("first", first, arrived, self._refused)

    def when_whole(self, then: Callable[[], None]) -> None:
        """Calls `then` once the whole list is here; asks for it if it is not."""
        if self._is_whole:
            then()
            return
        self._when_whole.append(then)
        self.fetchMore(QModelIndex())

    @property
    def ids(self) -> Sequence[UUID]:
        """The cases that are here, in their order."""
        return self._ids

    def ids_at(self, rows: Sequence[int]) -> list[UUID]:
        """The cases of some rows."""
        return [self._ids[row] for row in rows if row < len(self._ids)]

    def row_of(self, case_id: UUID | None) -> int | None:
        """Where a case stands, if it is in the list."""
        return next((row for row, one in enumerate(self._ids) if one == case_id), None) if case_id else None

    def _replace(self, ids: Sequence[UUID], rows: Sequence[CaseRow]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._coming.clear()
        if rows:
            self._pages[0] = rows
        self.endResetModel()

    def _counted(self, count: int) -> None:
        self.counted.emit(count)
        if count <= AT_ONCE:
            self.fetchMore(QModelIndex())

    def _continue(self, ids: Sequence[UUID]) -> None:
        shown = len(self._ids)
        self._is_whole = True
        if list(ids[:shown]) != list(self._ids):
            self._replace(ids, ())
        elif len(ids) > shown:
            self._pages.pop(shown // PAGE, None)
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.counted.emit(len(ids))
        while self._when_whole:
            self._when_whole.pop()()

    def _refused(self, refusal: Refusal) -> None:
        self.failed.emit(str(refusal))

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_whole

    @override
    def fetchMore(self, parent: _Index) -> None:
        query = self._query
        if query is not None and self.canFetchMore(parent):
            self._questions.ask("rest", lambda: self._desk.office.lists.find_ids(query), self._continue, self._refused)

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
        return column.text(row, self._desk)

    def _tip(self, row: CaseRow, column: ListColumn) -> str | None:
        text = column.said(row, self._desk)
        return text if column.words or len(text) > column.width // 2 else None

    def _colour(self, row: CaseRow, column: ListColumn) -> QColor | None:
        if row.excluded:
            return QColor(COLOURS.muted)
        return QColor(column.colour(row, self._desk)) if column.colour else None

    def _alignment(self, _: CaseRow, column: ListColumn) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    _answers: ClassVar[Mapping[int, Callable[["CaseModel", CaseRow, ListColumn], Any]]] = {
        Qt.ItemDataRole.DisplayRole: _text,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: lambda self, row, column: column.said(row, self._desk),
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
        self._questions.ask(
            f"page {number}",
            lambda: self._desk.office.lists.load_rows(wanted),
            lambda rows: self._filled(wanted, number, rows),
            self._refused,
        )

    def _filled(self, wanted: Sequence[UUID], number: int, rows: Sequence[CaseRow]) -> None:
        self._coming.discard(number)
        if list(self._ids[number * PAGE : (number + 1) * PAGE]) != list(wanted):
            return
        self._pages[number] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((number + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self._columns) - 1))
