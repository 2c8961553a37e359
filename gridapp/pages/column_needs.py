"""What the columns of a table need (列宽需要): measured of what stands in them, row by row, however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from gridapp.pages.blocks import Paragraph, Row
from gridapp.pages.ruler import Ruler
from gridapp.pages.table_grid import Placed, placed
from gridapp.pages.units import least_width, whole_width

_WIDEST = 24
"""Ems beyond which a column asks for no more room."""
_SPARE = 0.2
_REMEMBERED = 5_000
"""Cells of which it is remembered what they need: most columns say the same again and again."""
_NOTHING = 6.0
"""The size of type of a table without words."""


class Ease(Enum):
    """How comfortable columns are: so many letters beside each other at least, so many lines below each other at most.

    More ems than the last none gets to keep its lines few.
    """

    AIRY = 0, 12, 2, 16
    COMFORT = 1, 4, 3, 12
    TIGHT = 2, 2, 5, 6

    @property
    def place(self) -> int:
        """Where its needs stand among those of all."""
        return self.value[0]

    @property
    def of_labels(self) -> "Ease":
        """What begins a row is read first: it is broken last."""
        return self if self is Ease.TIGHT else Ease.AIRY

    @property
    def of_headings(self) -> "Ease":
        """Headings are broken rather than what stands below them is."""
        return Ease.COMFORT if self is Ease.AIRY else self


@dataclass(slots=True)
class Need:
    """Of one column, without its padding: the least for each ease, and the longest line that it would like to keep."""

    least: list[float] = field(default_factory=lambda: [0.0] * len(Ease))
    whole: float = 0.0


class ColumnNeeds:
    """The needs of all columns, of the rows that were looked at so far."""

    def __init__(self, ruler: Ruler, labels: int, padding: float) -> None:
        self._ruler, self._labels, self._padding = ruler, labels, padding
        self._known: dict[tuple[bool, bool, tuple[Paragraph, ...]], Need] = {}
        self.columns: list[Need] = []
        self.size = 0.0
        """The largest type, in points."""

    def look_at(self, rows: Sequence[Row], head: int) -> None:
        """Measures some rows, the first of them headings."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        several: list[tuple[Placed, Need]] = []
        for one in placed(rows):
            while len(self.columns) < one.columns.stop:
                self.columns.append(Need())
            key = one.row < head, one.column < self._labels, one.cell.paragraphs
            need = self._known.get(key)
            if need is None:
                need = self._known[key] = self._need(one.cell.paragraphs, is_heading=key[0], is_label=key[1])
            if one.cell.columns > 1:
                several.append((one, need))
            else:
                part = self.columns[one.column]
                part.least = list(map(max, part.least, need.least))
                part.whole = max(part.whole, need.whole, *part.least)
        for one, need in several:
            self._widen(one.columns, need)

    def _widen(self, columns: range, need: Need) -> None:
        """Gives columns what a cell over several of them needs; what they lack is shared out."""
        parts = [self.columns[column] for column in columns]
        between = 2 * self._padding * (len(parts) - 1)
        for place, least in enumerate(need.least):
            lacking = (least - between - sum(part.least[place] for part in parts)) / len(parts)
            for part in parts:
                part.least[place] += max(0.0, lacking)
        for part in parts:
            part.whole = max(part.whole, *part.least)

    def _need(self, paragraphs: Iterable[Paragraph], *, is_heading: bool, is_label: bool) -> Need:
        need = Need()
        for paragraph in paragraphs:
            size = max((run.size for run in paragraph.runs), default=0.0)
            self.size = max(self.size, size)
            wide, unbroken = whole_width(paragraph.runs, self._ruler), least_width(paragraph.runs, self._ruler)
            for ease in Ease:
                own = ease.of_headings if is_heading else ease.of_labels if is_label else ease
                place, (_, letters, lines, most) = ease.place, own.value
                eased = max(min(wide, letters * size), min(wide / lines, most * size))
                need.least[place] = max(need.least[place], unbroken + _SPARE, eased + _SPARE)
            need.whole = max(need.whole, min(wide, _WIDEST * size) + _SPARE)
        return need

    @property
    def type_size(self) -> float:
        """The size of type by which a table is judged to be legible."""
        return self.size or _NOTHING
