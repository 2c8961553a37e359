"""Cells put in their places one after the other (排成表格), as the tables of pages and of XML tell them."""

from collections.abc import Iterator, Sequence

from gridapp.importing.reading.cells import Cell, Fault, Merged, Row

_WIDEST, _LOWEST = 16_384, 1_048_576


class Grid:
    """A sheet in the making: a cell stands in the next place of its row that nothing above reaches into."""

    def __init__(self) -> None:
        self.merged: list[Merged] = []
        self._rows: dict[int, dict[int, Cell]] = {}
        self._faults: dict[int, list[Fault]] = {}
        self._reached: dict[int, int] = {}
        self._row, self._place = 1, 0
        self._begun = False

    @property
    def last_row(self) -> int:
        """The last row that holds anything."""
        return max(
            (number for number, row in self._rows.items() if any(cell != "" for cell in row.values())), default=0
        )

    def next_row(self, number: int | None = None) -> None:
        """Begins a row, the next one or the one of a number."""
        self._row = min(number or self._row + self._begun, _LOWEST)
        self._begun, self._place = True, 0

    def put(self, cell: Cell, place: int | None = None, across: int = 1, down: int = 1) -> int:
        """Puts a cell that reaches over some columns and rows, and gives its place: the one told, or the next free."""
        self._place = self._place if place is None else place
        while self._reached.get(self._place, 0) >= self._row:
            self._place += 1
        if self._place >= _WIDEST:
            return self._place
        across, down = min(max(across, 1), _WIDEST - self._place), min(max(down, 1), _LOWEST + 1 - self._row)
        last_row, last_place = self._row + down - 1, self._place + across - 1
        self._rows.setdefault(self._row, {})[self._place] = cell
        self._reached |= dict.fromkeys(range(self._place, last_place + 1), last_row)
        if across > 1 or down > 1:
            self.merged.append(Merged(self._row, self._place, last_row, last_place))
        place, self._place = self._place, last_place + 1
        return place

    def blame(self, fault: Fault) -> None:
        """Notes what is wrong with a cell of the row."""
        self._faults.setdefault(self._row, []).append(fault)

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything."""
        for number in sorted(self._rows):
            cells = _in_places(self._rows[number])
            if cells:
                yield Row(number, cells, self._faults.get(number, ()))


def _in_places(row: dict[int, Cell]) -> Sequence[Cell]:
    last = max((place for place, cell in row.items() if cell != ""), default=-1)
    return [row.get(place, "") for place in range(last + 1)]
