"""A grid whose rows are cases on file (集中办理), each to be given particulars of its own."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.plain import Plain
from ui.batch.batch_draft import read_content
from ui.batch.columns import Columns, Row
from ui.batch.grid_kind import GridKind
from ui.batch.grid_page import GridPage
from ui.batch.offers import Offers
from ui.batch.row_reader import E, RowReader
from ui.desk import Desk

MOST = 300
"""Cases that are shown at once; more are a list, not a sitting."""

_IDS = "ids"

C = TypeVar("C", bound=Case)


class CaseReader(RowReader[E], Generic[C, E]):
    """Knows the cases that the rows show, by their numbers."""

    def __init__(self, desk: Desk, columns: Columns, offers: Offers) -> None:
        super().__init__(desk, columns, offers)
        self.cases: Mapping[str, C] = {}


class CaseGridPage(GridPage, Generic[C]):
    """Shows the cases that were chosen, else those that wait; what is written about them stays when they change."""

    record: type[C]
    nothing: str
    """What is said where no case waits."""

    def __init__(self, desk: Desk, grid: GridKind[Any], ids: tuple[UUID, ...]) -> None:
        super().__init__(desk, grid)
        self._wanted, self._read = ids, False

    @abstractmethod
    def waiting(self) -> Sequence[UUID]:
        """The cases that are shown where none was chosen; asks the database."""

    @abstractmethod
    def shown_of(self, case: C) -> Mapping[str, str]:
        """What the locked columns show of a case."""

    def prefilled(self, case: C) -> Mapping[str, str]:
        """What stands in the other columns before anybody has written anything."""
        return {}

    @override
    def reload(self) -> None:
        super().reload()
        shown = self.shown
        if shown or not self._read or not self._wanted:
            self.fetch(shown or self._wanted, {})

    @property
    def shown(self) -> Sequence[UUID]:
        """The cases of the rows."""
        number, cases = self._columns.places["number"], self._reader.cases
        return [cases[row[number]].id for row in self.board.sheet.rows if row[number] in cases]

    @property
    def _columns(self) -> Columns:
        return self.grid.columns

    @property
    def _reader(self) -> CaseReader[C, Any]:
        reader = self.board.reader
        if not isinstance(reader, CaseReader):
            raise TypeError(reader)
        return reader

    def fetch(self, ids: Sequence[UUID], written: Mapping[str, Row]) -> None:
        """Reads some cases, or those that wait; `written` rows are known by the numbers of their cases."""

        def work() -> Sequence[C]:
            wanted = list(ids or self.waiting())[:MOST]
            found = self.desk.office.cases.load_all(wanted)
            cases = [found[case_id] for case_id in wanted if case_id in found]
            return [case for case in cases if isinstance(case, self.record)]

        self.questions.ask("cases", work, lambda found: self._show(found, written), self.refuse)

    def _show(self, cases: Sequence[C], written: Mapping[str, Row]) -> None:
        reader = self._reader
        self._read = True
        reader.cases = {case.number: case for case in cases}
        reader.forget()
        if cases and cases[0].town != self.board.offers.town:
            self.board.offers.town = cases[0].town
            self.board.ask_lists()
        number = self._columns.places["number"]
        before = {row[number]: row for row in self.board.sheet.rows} | dict(written)
        rows = [self._row(case, before.get(case.number)) for case in cases]
        at = self.board.table.currentIndex()
        self.board.show_rows(rows)
        for place, column in enumerate(self._columns):
            if column.locked:
                self.board.table.setColumnHidden(place, not any(row[place] for row in rows))
        if not rows:
            self.told.emit(self.nothing)
        else:
            here = (at.row(), at.column()) if at.isValid() and at.row() < len(rows) else self.board.sheet.first_cell
            self.board.table.go_to(*here)

    def _row(self, case: C, before: Row | None) -> Row:
        shown = self.shown_of(case)
        begun = before or tuple(self.prefilled(case).get(column.field, "") for column in self._columns)
        return tuple(shown.get(column.field, begun[n]) for n, column in enumerate(self._columns))

    @override
    def content(self) -> Plain:
        return {**super().content(), _IDS: [str(case_id) for case_id in self.shown]}

    @override
    def go_on_with(self, content: Mapping[str, Any]) -> None:
        number = self._columns.places["number"]
        written = {row[number]: row for row in read_content(content, self._columns).rows}
        self.fetch(_ids_in(content.get(_IDS)), written)


def _ids_in(kept: Any) -> Sequence[UUID]:
    words = [word for word in kept if isinstance(word, str)] if isinstance(kept, list) else []
    return [UUID(word) for word in words]
