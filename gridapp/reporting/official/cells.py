"""The cells of an official table: which figure each is, and what is computed of two."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gridapp.counting.basis import Basis, moved
from gridapp.counting.cell import Cell
from gridapp.counting.change import change_of
from gridapp.counting.cut import Cut, Where
from gridapp.counting.indicator import Indicator
from gridapp.counting.many_figures import ManyFigures, Need
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Period
from gridapp.reporting.official.table import OfficialCell


@dataclass(frozen=True, slots=True)
class Scope:
    """What a table is about: the town's code, the period, and the moment as of which it is told."""

    town: str
    period: Period
    as_of: datetime | None = None

    def cut(self, basis: Basis | None = None, where: Where | None = None) -> Cut:
        """The cut of a cell over a basis, without one over the table's own period."""
        own = Cut(self.period, self.town, where or {}, self.as_of)
        return own if basis is None else moved(own, basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAsked:
    """One cell before it is read: an indicator under words, over a basis.

    With `against` it is the change to another basis; `plus` and `less` are added and taken away.
    """

    indicator: Indicator
    where: Where
    basis: Basis | None
    against: Basis | None = None
    plus: tuple[Indicator, Where] | None = None
    less: tuple[Indicator, Where] | None = None

    def needs(self, scope: Scope, dimensions: frozenset[Dimension] = frozenset()) -> list[Need]:
        """What must be read for it, under further dimensions."""
        bases = [self.basis] if self.against is None else [self.basis, self.against]
        parts = [(self.indicator, self.where), *(part for part in (self.plus, self.less) if part)]
        return [
            Need(indicator, scope.cut(basis), dimensions | frozenset(where))
            for indicator, where in parts
            for basis in bases
        ]

    def cell(self, figures: ManyFigures, scope: Scope) -> OfficialCell:
        """The cell, read."""
        own = _read(figures, self.indicator, scope.cut(self.basis, self.where))
        if self.against is not None:
            return _change(own, _read(figures, self.indicator, scope.cut(self.against, self.where)))
        for part, sign in ((self.plus, 1), (self.less, -1)):
            if part is not None:
                other = _read(figures, part[0], scope.cut(self.basis, part[1]))
                return OfficialCell(_amount(own) + sign * _amount(other), computed=(own, other))
        return OfficialCell(own.value, own.indicator, own.cut)


def _read(figures: ManyFigures, indicator: Indicator, cut: Cut) -> Cell:
    return Cell(indicator, cut, figures.value(indicator, cut))


def _amount(cell: Cell) -> Decimal:
    return cell.value if isinstance(cell.value, Decimal) else Decimal(0)


def _change(now: Cell, then: Cell) -> OfficialCell:
    """By how much it changed: an amount in percent of what it was, a rate in 个百分点; nothing from nothing (—)."""
    change = change_of(now.value, then.value)
    if change is None:
        return OfficialCell(computed=(now, then))
    return OfficialCell(change.amount, computed=(now, then), unit=change.unit, signed=True)
