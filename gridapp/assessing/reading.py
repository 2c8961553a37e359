"""What the ledger tells of every worker at once (考核取数): few questions, however many workers there are."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from uuid import UUID

from gridapp.assessing.covering import ON_FILE, left_out, on_file_cut, visited_in
from gridapp.assessing.scoring import Facts
from gridapp.assessing.worker import Worker
from gridapp.counting.amount import Rate
from gridapp.counting.cell import Cell
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.many_figures import ManyFigures, Need
from gridapp.counting.posting import Dimension
from gridapp.domain.assessment import Item, RuleSet
from gridapp.domain.period import Month, Period
from gridapp.ports import Office

_BY_STAFF = frozenset({Dimension.STAFF})


class Readings:
    """The figures of a month's sheet, read together for the stretches (在岗时段) that occur in it."""

    def __init__(self, office: Office, town: str, month: Month, rules: RuleSet, periods: Collection[Period]) -> None:
        self._town = town
        self._figures = ManyFigures(office.ledger, _needs(town, rules, periods))
        covering = [item for item in rules.items if item.cover]
        visited = visited_in(office, town, month) if covering else frozenset()
        self._missed = {
            (item.code, period): left_out(office, town, period, item.cover, visited)
            for item in covering
            for period in periods
        }

    def of(self, worker: Worker, item: Item, marks: Decimal) -> tuple[Facts, tuple[Cell, ...], tuple[UUID, ...]]:
        """What is known of a worker's item, the figures that say so, and who was left out of the visits."""
        if item.indicator is None:
            return Facts(value=None, served=worker.served, workdays=worker.workdays, marks=marks), (), ()
        told = self._figure(indicator_named(item.indicator), Cut(worker.period, self._town), worker.name)
        if not item.cover:
            facts = Facts(value=told.value, served=worker.served, workdays=worker.workdays, marks=marks)
            return facts, (told,), ()
        cut = on_file_cut(self._town, worker.period, item.cover)
        on_file = self._figure(indicator_named(ON_FILE), cut, worker.name)
        assert isinstance(on_file.value, Decimal)
        missed = tuple(self._missed[item.code, worker.period].get(worker.name, ()))
        covered = Rate(max(on_file.value - len(missed), Decimal(0)), on_file.value)
        facts = Facts(value=told.value, served=worker.served, workdays=worker.workdays, covered=covered, marks=marks)
        return facts, (told, on_file), missed

    def _figure(self, indicator: Indicator, base: Cut, name: str) -> Cell:
        cut = base.narrowed((Dimension.STAFF,), (name,))
        return Cell(indicator, cut, self._figures.value(indicator, cut))


def _needs(town: str, rules: RuleSet, periods: Collection[Period]) -> Iterator[Need]:
    for period in periods:
        for item in rules.items:
            if item.indicator is not None:
                yield Need(indicator_named(item.indicator), Cut(period, town), _BY_STAFF)
            if item.cover:
                yield Need(indicator_named(ON_FILE), Cut(period, town), _BY_STAFF | {Dimension.CATEGORY})
