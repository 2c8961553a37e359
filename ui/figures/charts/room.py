"""How a drawing fits into the pixels there are (图的排布): axes, the places in sight, and what stands at them."""

from functools import cached_property

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from ui.figures.charts.drawing import Amounts, Drawing, Places, Shape, Writing
from ui.figures.charts.frame import Frame
from ui.figures.charts.ticks import names_below, number, percents, round_ticks, wrapped

_AIR = 8
OFFSET = 6
"""Pixels between an axis and what stands at it."""
_WIDEST_NAME = 10
"""Chinese letters of a name at the left; what is longer is cut."""
_UPWARDS, _ACROSS = 34, 90
"""Pixels between round numbers at least."""

Ticks = list[tuple[float, str]]
"""What stands at an axis, and where."""


class Room:
    """A drawing in so many pixels, with its numbers or without; `first` is the first place to be seen, across and down.

    `numbers` of nothing writes them where they need no more room than there is.
    """

    def __init__(
        self, drawing: Drawing, size: QSize, metrics: QFontMetrics, numbers: bool | None, first: tuple[int, int]
    ) -> None:
        self.drawing, self._size, self._metrics, self._first = drawing, size, metrics, first
        self._letter = metrics.horizontalAdvance("村")
        self.numbers = self._numbers_fit() if numbers is None else numbers

    @cached_property
    def left(self) -> int:
        """The width of what stands at the left."""
        names = [name for _, name in self._names_beside()]
        return max((self._metrics.horizontalAdvance(name) for name in names), default=0) + 2 * _AIR

    @cached_property
    def right(self) -> int:
        """The width of the percents at the right; air where there are none."""
        whole = self.drawing.up.whole if isinstance(self.drawing.up, Amounts) else 0
        return self._metrics.horizontalAdvance("100%") + 2 * _AIR if whole else _AIR

    @cached_property
    def below(self) -> int:
        """The height of what stands below."""
        lines = max((name.count("\n") + 1 for _, name in self._names_below()), default=1)
        return lines * self._metrics.height() + OFFSET + _AIR // 2

    @property
    def width(self) -> int:
        """What is left for the marks, across."""
        return max(self._size.width() - self.left - self.right, 2 * self._letter)

    @property
    def height(self) -> int:
        """What is left for the marks, upwards."""
        return max(self._size.height() - self.below, 2 * self._letter)

    @property
    def needed(self) -> QSize:
        """The pixels in which every place is in sight."""
        across, up = self.drawing.across, self.drawing.up
        width = int(len(across.names) * self._per_place(across)) + 1 if isinstance(across, Places) else 0
        height = int(len(up.names) * self._per_place(up)) + 1 if isinstance(up, Places) else 0
        return QSize(width + self.left + self.right, height + self.below)

    @property
    def seen(self) -> tuple[int, int]:
        """How many places are in sight, across and down; nothing where there are amounts."""
        return self._fitting(self.drawing.across, self.width), self._fitting(self.drawing.up, self.height)

    @cached_property
    def frame(self) -> Frame:
        """Where the marks are."""
        return Frame(*self._ends_across(), *self._ends_up(), self.width, self.height)

    @property
    def levels(self) -> list[float]:
        """The round numbers at which lines run behind the marks."""
        if isinstance(self.drawing.up, Amounts):
            return _round(self.drawing.up, self.height, _UPWARDS)
        return _round(self.drawing.across, self.width, _ACROSS) if isinstance(self.drawing.across, Amounts) else []

    @property
    def at_the_left(self) -> Ticks:
        """What stands at the left of what is in sight."""
        if isinstance(self.drawing.up, Amounts):
            return [(level, number(level)) for level in self.levels]
        return [(at, name) for at, name in self._names_beside() if self.frame.low <= at <= self.frame.top]

    @property
    def at_the_right(self) -> Ticks:
        """Percents, where there is a whole."""
        up = self.drawing.up
        return percents(up.whole, self.height / _UPWARDS) if isinstance(up, Amounts) and up.whole else []

    @property
    def underneath(self) -> Ticks:
        """What stands below what is in sight."""
        return [(at, name) for at, name in self._names_below() if self.frame.left <= at <= self.frame.right]

    def _names_beside(self) -> Ticks:
        """Every name; of numbers those that there would be on the whole height, for the width may not depend on it."""
        up = self.drawing.up
        if isinstance(up, Amounts):
            return [(level, number(level)) for level in _round(up, self._size.height(), _UPWARDS)]
        return [(-place, wrapped(name, _WIDEST_NAME, 1)) for place, name in enumerate(up.names)]

    def _names_below(self) -> Ticks:
        axis = self.drawing.across
        if isinstance(axis, Amounts):
            return [(level, number(level)) for level in _round(axis, self.width, _ACROSS)]
        each = self.width / self._fitting(axis, self.width) / self._letter
        return [*names_below(axis.names, each, axis.lines)]

    def _fitting(self, axis: Places | Amounts, room: float) -> int:
        if isinstance(axis, Amounts):
            return 0
        return max(min(len(axis.names), int(room / self._per_place(axis))), 1)

    def _per_place(self, axis: Places) -> float:
        least = axis.letters * self._letter
        return max(least, self._written) if self.numbers and axis is self.drawing.across else least

    @cached_property
    def _written(self) -> float:
        """Pixels that a place needs for the numbers of its marks to stand side by side."""
        texts = {(mark.text, 1.0 if mark.shape is Shape.POINT else mark.box.width) for mark in self.drawing.marks}
        return max(((self._metrics.horizontalAdvance(text) + 4) / (wide or 1.0) for text, wide in texts), default=0.0)

    def _numbers_fit(self) -> bool:
        axis = self.drawing.across
        return isinstance(axis, Amounts) or len(axis.names) * self._written <= self.width

    def _ends_across(self) -> tuple[float, float]:
        axis, seen = self.drawing.across, self.seen[0]
        if isinstance(axis, Places):
            first = max(min(self._first[0], len(axis.names) - seen), 0)
            return first - 0.5, first + seen - 0.5
        # Behind the longest bar there is room for its number.
        written = max((self._metrics.horizontalAdvance(mark.text) for mark in self.drawing.marks), default=0)
        return axis.low, _with_air(axis, self.width, written + 3 * _AIR)

    def _ends_up(self) -> tuple[float, float]:
        axis, seen = self.drawing.up, self.seen[1]
        if isinstance(axis, Places):
            first = max(min(self._first[1], len(axis.names) - seen), 0)
            return 0.5 - first - seen, 0.5 - first
        above = any(mark.writing is Writing.ABOVE for mark in self.drawing.marks)
        return axis.low, _with_air(axis, self.height, self._metrics.height() * 1.4 if above else _AIR)


def _round(axis: Amounts, room: float, apart: int) -> list[float]:
    return round_ticks(axis.low, axis.top, max(int(room / apart), 1)) if axis.told else []


def _with_air(axis: Amounts, room: float, air: float) -> float:
    """The end of an axis with so many pixels of air behind the largest amount."""
    return axis.low + (axis.top - axis.low) * room / max(room - air, room / 4)
