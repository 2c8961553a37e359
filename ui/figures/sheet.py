"""A table as it is shown (统计表的样式): headings over several levels, lines, and what stands in each cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from uuid import UUID

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.change import Change
from ui.figures.figure_table import TOTAL, FigureTable
from ui.figures.figure_words import value_in_words
from ui.requests import ShowDue, ShowFigure

Levels = tuple[str, ...]
"""A heading from its widest level to its own; nothing at a level means that the one before it goes on."""


class Weight(Enum):
    """What a line is in its table."""

    PLAIN = auto()
    SUBTOTAL = auto()
    TOTAL = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `told` is said of it under the table.

    `figure` opens the cases that were counted, `list` those that a query has found, `case_id` one case; `change` is
    how much a figure has changed, where that is told.
    """

    text: str
    figure: ShowFigure | None = None
    told: str = ""
    value: Value | str = ""
    case_id: UUID | None = None
    list: ShowDue | None = None
    change: Change | None = None

    @property
    def opens(self) -> bool:
        """Whether there are cases to be shown."""
        value = self.figure.value if self.figure else None
        return value is not None and not (isinstance(value, Rate) and not value.denominator)

    @property
    def is_nothing(self) -> bool:
        """Whether it says that there is nothing."""
        return not self.value

    @property
    def hint(self) -> str:
        """What the pointer is told."""
        return self.told or (value_in_words(self.value) if isinstance(self.value, Rate) else "")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its labels from the widest to its own, and its cells."""

    labels: Levels
    cells: tuple[Cell, ...]
    weight: Weight = Weight.PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole table; every line has a cell for every column."""

    corner: Levels
    columns: tuple[Levels, ...]
    lines: tuple[Line, ...]
    rules: tuple[str, ...] = ()
    """What is said of a column, where its heading is looked at."""
    notes: tuple[str, ...] = ()
    """What is to be known of the whole table."""
    widest: tuple[str, ...] = field(init=False, compare=False)
    """The longest text of each column, found where the table is read, so that the window need not look for it."""

    def __post_init__(self) -> None:
        texts = ((line.cells[place].text for line in self.lines) for place in range(len(self.columns)))
        object.__setattr__(self, "widest", tuple(max(column, key=len, default="") for column in texts))


EMPTY = Sheet((), (), ())
"""No table at all."""


def cell_of(figure: ShowFigure) -> Cell:
    """The cell of a figure."""
    return Cell(spoken(figure.value), figure, value=figure.value)


def sheet_of(table: FigureTable) -> Sheet:
    """A plain table with its 合计; what must not be added stands apart at a second level of labels."""
    labels: Iterable[Levels] = ((label,) for label in table.labels)
    corner: Levels = (table.corner,)
    if table.series:
        labels = zip(table.labels, table.series, strict=True)
        corner = (table.corner, "单位")
    lines = [
        Line(label, tuple(cell_of(figure) for figure in row)) for label, row in zip(labels, table.rows, strict=True)
    ]
    total = Line((TOTAL, *[""] * (len(corner) - 1)), tuple(map(cell_of, table.total)), Weight.TOTAL)
    return Sheet(
        corner,
        tuple((column.heading,) for column in table.columns),
        (*lines, total) if table.columns else (),
        tuple(column.indicator.rule for column in table.columns),
    )
