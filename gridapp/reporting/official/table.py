"""An official table (报表) as it is shown, printed and kept: headings in levels, rows, notes (domain.md §7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from gridapp.counting.amount import Value, spoken
from gridapp.counting.cell import Cell
from gridapp.counting.change import Change
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.domain.period import Period


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over so many columns and rows of headings."""

    text: str
    columns: int = 1
    rows: int = 1


class RowKind(StrEnum):
    """What a row is; `SUBTOTAL` (小计) is the sum of the plain rows above it, `TOTAL` (合计) that of all."""

    PLAIN = "plain"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class OfficialCell:
    """A cell: a figure, what is computed of two figures, or words.

    A figure opens its list by `indicator` and `cut`. What is computed (环比, 同比, a sum) names the two in `computed`;
    its value is in `unit` (%, 个百分点), without one in that of the figures. `signed` shows a plus before what grew.
    A cell of words says `text`; a line about one case opens `case_id`.
    """

    value: Value = None
    indicator: Indicator | None = None
    cut: Cut | None = None
    computed: tuple[Cell, Cell] | None = None
    unit: str = ""
    signed: bool = False
    text: str | None = None
    case_id: UUID | None = None

    @property
    def shown(self) -> str:
        """What stands on the paper."""
        if self.text is not None:
            return self.text
        if not isinstance(self.value, Decimal):
            return spoken(self.value)
        if self.signed:
            return str(Change(self.value, self.unit))
        return f"{spoken(self.value)}{self.unit}"


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """A row: its labels (one a label column), its cells (one a column), and what it is."""

    labels: tuple[str, ...]
    cells: tuple[OfficialCell, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTable:
    """A table of a town and a period, whatever it is about.

    `headings` are its levels from above, label columns first; a heading is written where it begins, in the order of
    the columns. `unit_line` stands right above the table (单位：件), `notes` below it: rules, date basis, letters of
    the rates. `code` is that by which it is asked for (T1a), `town` the town's name when the table was made.
    """

    code: str
    title: str
    town: str
    period: Period
    unit_line: str
    headings: tuple[tuple[Heading, ...], ...]
    rows: tuple[OfficialRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def label_columns(self) -> int:
        """How many columns hold the labels of the rows."""
        return len(self.rows[0].labels) if self.rows else 1

    @property
    def columns(self) -> int:
        """How many columns the table has, those of the labels too."""
        return sum(heading.columns for heading in self.headings[0])

    def placed_headings(self) -> Iterator[tuple[int, int, Heading]]:
        """Every heading with its level and first column, both from 0, as they come to stand."""
        taken: set[tuple[int, int]] = set()
        for level, headings in enumerate(self.headings):
            column = 0
            for heading in headings:
                while (level, column) in taken:
                    column += 1
                yield level, column, heading
                taken |= {(level + r, column + c) for r in range(heading.rows) for c in range(heading.columns)}
                column += heading.columns
