"""Tables beside other periods (对比统计表): rows, 小计 and 合计, each with what it is compared with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gridapp.counting.basis import Basis, moved
from gridapp.counting.cell import Cell
from gridapp.counting.change import Change, change_of
from gridapp.counting.cut import Cut
from gridapp.counting.grouping import Grouping, Level, Place, Values, counts_anything, level_of, nothing_of
from gridapp.counting.indicator import Chapter, Indicator
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Keys, columns_of
from gridapp.counting.words import Words


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line: its words, its values, and those of each period that it is compared with."""

    level: Level
    by: tuple[Dimension, ...]
    keys: Keys
    cut: Cut
    values: Values
    than: Mapping[Basis, Values]

    def cell(self, indicator: Indicator) -> Cell:
        """A value with what it was asked of."""
        return Cell(indicator, self.cut, self.values[indicator.code])

    def cell_of(self, basis: Basis, indicator: Indicator) -> Cell:
        """The value that it is compared with, and what that was asked of."""
        return Cell(indicator, moved(self.cut, basis), self.than[basis][indicator.code])

    def change(self, basis: Basis, indicator: Indicator) -> Change | None:
        """The change against another period; nothing where it cannot be said (—)."""
        return change_of(self.values[indicator.code], self.than[basis][indicator.code])


@dataclass(frozen=True, slots=True)
class ComparedTally:
    """A table in printing order; `by` are its label columns, of which a 小计 fills only the first."""

    chapter: Chapter
    cut: Cut
    by: tuple[Dimension, ...]
    columns: tuple[Indicator, ...]
    bases: tuple[Basis, ...]
    lines: tuple[ComparedLine, ...]


def compared(
    ledger: Ledger,
    words: Words,
    chapter: Chapter,
    cut: Cut,
    by: Sequence[Dimension],
    bases: Sequence[Basis] = (),
) -> ComparedTally:
    """The table of a kind with a 小计 for every group of its outer dimensions, beside other periods.

    A line by months is compared month by month, any other with the whole other period. A word that counts only in a
    period that is compared has a line too, so that every column adds up. Raises `Refusal` for a dimension that the
    kind lacks.
    """
    grouping = Grouping.of(chapter, cut, by)
    levels = [grouping.by(depth) for depth in range(len(grouping.dimensions) + 1)]
    columns = columns_of(chapter, levels[-1], cut)
    reader = _Reader(ledger, words, replace(chapter, indicators=columns, asides={}), cut)
    values = reader.lines(levels)
    than = {basis: reader.compared(basis, levels) for basis in bases}
    counting = {place for told in than.values() for place, line in told.items() if counts_anything(line)}
    places = _with_those_above(grouping, values.keys() | counting) or {((), ())}
    nothing = nothing_of(columns)
    lines = tuple(
        ComparedLine(
            level=grouping.level(place[0]),
            by=place[0],
            keys=place[1],
            cut=cut.narrowed(*place),
            values=values.get(place, nothing),
            than={basis: told.get(place, nothing) for basis, told in than.items()},
        )
        for place in sorted(places, key=lambda place: grouping.order(words, place))
    )
    return ComparedTally(chapter, cut, levels[-1], columns, tuple(bases), lines)


def _with_those_above(grouping: Grouping, places: Collection[Place]) -> set[Place]:
    """Lines whose parts cancel out still have their 小计 and 合计."""
    return {*places, *(above for place in places for above in grouping.above(place))}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the lines of a table, of its own period and of others."""

    ledger: Ledger
    words: Words
    chapter: Chapter
    cut: Cut

    def lines(self, levels: Iterable[tuple[Dimension, ...]]) -> Mapping[Place, Values]:
        """The lines of every level."""
        return {place: values for by in levels for place, values in self._level(self.cut, by).items()}

    def compared(self, basis: Basis, levels: Sequence[tuple[Dimension, ...]]) -> Mapping[Place, Values]:
        """The lines of every level as they stood in the period that they are compared with."""
        lines: dict[Place, Values] = {}
        for by in levels:
            lines |= self._by_month(basis, by) if Dimension.MONTH in by else self._level(moved(self.cut, basis), by)
        return lines

    def _by_month(self, basis: Basis, by: tuple[Dimension, ...]) -> Mapping[Place, Values]:
        """Each month beside the one that it is compared with itself."""
        place = by.index(Dimension.MONTH)
        rest = (*by[:place], *by[place + 1 :])
        lines: dict[Place, Values] = {}
        for month in map(str, self.cut.period.months()):
            cut = moved(self.cut.narrowed((Dimension.MONTH,), (month,)), basis)
            for (_, keys), values in self._level(cut, rest).items():
                lines[by, (*keys[:place], month, *keys[place:])] = values
        return lines

    def _level(self, cut: Cut, by: Sequence[Dimension]) -> Mapping[Place, Values]:
        return level_of(self.ledger, self.words, self.chapter, cut, by)
