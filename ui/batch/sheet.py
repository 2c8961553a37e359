"""The content of the grid (表内容): what was typed, as text, and every edit of it that can be taken back."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ui.batch.columns import CARRIED, COLUMNS, PLACES

Row = tuple[str, ...]
Cell = tuple[int, int]

BLANK: Row = ("",) * len(COLUMNS)
_KEPT_EDITS = 200


class Sheet:
    """Rows of text; `first_day` is proposed as the day of the first one.

    A row without anything in it is no row. The one below a filled row is proposed village, grid, reporter, source and
    day of that row; they become its own as soon as anything is written into it by hand.
    """

    def __init__(self, rows: int, first_day: str) -> None:
        self.rows: tuple[Row, ...] = (BLANK,) * rows
        self._first_day = first_day
        self._before: list[tuple[Row, ...]] = []
        self._after: list[tuple[Row, ...]] = []

    @property
    def filled(self) -> Sequence[int]:
        """The places of the rows that hold anything."""
        return [place for place, row in enumerate(self.rows) if any(row)]

    def proposal(self, place: int, column: int) -> str:
        """What is proposed for a cell of a row without anything."""
        if column not in CARRIED or any(self.rows[place]):
            return ""
        if place == 0:
            return self._first_day if column == PLACES["reported_at"] else ""
        said = self.rows[place - 1][column]
        return said.split()[0] if column == PLACES["reported_at"] and said.split() else said

    def type_into(self, place: int, column: int, text: str) -> None:
        """Writes what was typed; a row that held nothing takes its proposals over."""
        said = text.strip()
        if said == self.rows[place][column]:
            return
        row = list(self.rows[place])
        if not any(row) and said:
            row = [self.proposal(place, n) for n in range(len(COLUMNS))]
        row[column] = said
        self._become(_with(self.rows, {place: tuple(row)}))

    def write(self, cells: Mapping[Cell, str]) -> None:
        """Writes some cells as they are given, adding rows where there are too few."""
        last = max((place for place, _ in cells), default=-1)
        rows = [list(row) for row in (*self.rows, *[BLANK] * (last + 1 - len(self.rows)))]
        for (place, column), text in cells.items():
            rows[place][column] = text.strip()
        self._become(tuple(tuple(row) for row in rows))

    def remove(self, places: Collection[int]) -> None:
        """Takes whole rows out."""
        self._become(tuple(row for place, row in enumerate(self.rows) if place not in places))

    def add_row(self) -> None:
        """Adds a row at the end; nothing that has to be taken back."""
        self.rows = (*self.rows, BLANK)

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
        self.rows = (*taken, *[BLANK] * max(at_least - len(taken), 1))
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
