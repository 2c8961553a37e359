"""The content of a grid (表内容): what was typed, as text, and every edit of it that can be taken back."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ui.batch.columns import Cell, Columns, Row

_KEPT_EDITS = 200


class Sheet:
    """Rows of text; `first_day` is proposed as the day of the first one.

    A row into which nothing was written is no row. The one below a filled row is proposed the carried columns of
    that row; they become its own as soon as anything is written into it by hand. A `fixed` sheet keeps its rows:
    none is added or taken out.
    """

    def __init__(self, columns: Columns, rows: int, first_day: str, *, fixed: bool = False) -> None:
        self.columns, self.fixed = columns, fixed
        self.rows: tuple[Row, ...] = (columns.blank,) * rows
        self._first_day = first_day
        self._before: list[tuple[Row, ...]] = []
        self._after: list[tuple[Row, ...]] = []

    @property
    def filled(self) -> Sequence[int]:
        """The places of the rows that hold anything."""
        return [place for place, row in enumerate(self.rows) if self.columns.is_filled(row)]

    @property
    def first_cell(self) -> Cell:
        """Where writing begins."""
        return 0, next((n for n, column in enumerate(self.columns) if not column.locked), 0)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing can be taken back or made again."""
        return not self._before and not self._after

    def proposal(self, place: int, column: int) -> str:
        """What is proposed for a cell of a row without anything."""
        if not self.columns[column].carried or self.columns.is_filled(self.rows[place]):
            return ""
        is_day = column == self.columns.day
        if place == 0:
            return self._first_day if is_day else ""
        said = self.rows[place - 1][column]
        return said.split()[0] if is_day and said.split() else said

    def type_into(self, place: int, column: int, text: str) -> None:
        """Writes what was typed; a row that held nothing takes its proposals over."""
        said = text.strip()
        if said == self.rows[place][column] or self.columns[column].locked:
            return
        row = list(self.rows[place])
        if not self.columns.is_filled(self.rows[place]) and said:
            row = [self.proposal(place, n) or row[n] for n in range(len(self.columns))]
        row[column] = said
        self._become(_with(self.rows, {place: tuple(row)}))

    def write(self, cells: Mapping[Cell, str]) -> None:
        """Writes some cells as they are given, adding rows where there are too few."""
        last = max((place for place, _ in cells), default=-1)
        more = 0 if self.fixed else last + 1 - len(self.rows)
        rows = [list(row) for row in (*self.rows, *[self.columns.blank] * more)]
        for (place, column), text in cells.items():
            if place < len(rows) and not self.columns[column].locked:
                rows[place][column] = text.strip()
        self._become(tuple(tuple(row) for row in rows))

    def remove(self, places: Collection[int]) -> None:
        """Takes whole rows out."""
        self._become(tuple(row for place, row in enumerate(self.rows) if place not in places))

    def add_row(self) -> None:
        """Adds a row at the end; nothing that has to be taken back."""
        self.rows = (*self.rows, self.columns.blank)

    def undo(self) -> None:
        """Takes the last edit back."""
        if self._before:
            self._after.append(self.rows)
            self.rows = self._before.pop()

    def redo(self) -> None:
        """Makes the last edit that was taken back again."""
        if self._after:
            self._before.append(self.rows)
            self.rows = self._after.pop()

    def begin_with(self, rows: Iterable[Sequence[str]], at_least: int) -> None:
        """Holds other rows, with nothing to take back."""
        taken = tuple(tuple(row) for row in rows)
        more = 0 if self.fixed else max(at_least - len(taken), 1)
        self.rows = (*taken, *[self.columns.blank] * more)
        self._before.clear()
        self._after.clear()

    def _become(self, rows: tuple[Row, ...]) -> None:
        if rows == self.rows:
            return
        self._before = [*self._before[1 - _KEPT_EDITS :], self.rows]
        self._after.clear()
        self.rows = rows


def _with(rows: tuple[Row, ...], changed: Mapping[int, Row]) -> tuple[Row, ...]:
    return tuple(changed.get(place, row) for place, row in enumerate(rows))
