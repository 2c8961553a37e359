"""Many figures at once (批量取数): a whole form from a few questions to the ledger, each value as its own figure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Indicator, Reading
from gridapp.counting.ledger import Amounts, Ledger, Span
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import check_where, figure

Keys = tuple[Key, ...]
By = tuple[Dimension, ...]

_ORDER = {dimension: place for place, dimension in enumerate(Dimension)}
_SUMMED = frozenset({Aggregate.FLOW, Aggregate.OPENING, Aggregate.CLOSING})


@dataclass(frozen=True, slots=True)
class Need:
    """That an indicator will be asked for over a base cut (without words), under words of some dimensions."""

    indicator: Indicator
    base: Cut
    dimensions: frozenset[Dimension] = frozenset()


_Base = tuple[object, ...]
_Signed = tuple[tuple[str, int], ...]
_ReadingKey = tuple[Aggregate, _Signed, _Signed, Decimal | None]


def _reading_key(reading: Reading) -> _ReadingKey:
    measures, ended = (tuple(sorted(signed.items())) for signed in (reading.measures, reading.ended))
    return reading.aggregate, measures, ended, reading.at_least


def _base_key(cut: Cut) -> _Base:
    return cut.period, cut.town, cut.as_of, cut.cutoff


class ManyFigures:
    """The figures of a form.

    What is asked under fewer words is added up from what was read under more, so that a form costs a few statements
    for each period; distinct places (家) cannot be added up and are asked under their own words.
    """

    def __init__(self, ledger: Ledger, needs: Iterable[Need]) -> None:
        self._ledger = ledger
        self._amounts: dict[tuple[_ReadingKey, _Base], dict[By, Amounts]] = defaultdict(dict)
        self._projected: dict[tuple[_ReadingKey, _Base, By], Amounts] = {}
        self._read(needs)

    def value(self, indicator: Indicator, cut: Cut) -> Value:
        """The value of one figure; the same as `figure` gives. Raises `Refusal` for words that it cannot be told by."""
        check_where(indicator, cut)
        if any(r.aggregate is Aggregate.DISTINCT for r in indicator.readings) and _several(cut):
            return figure(self._ledger, indicator, cut)
        amounts = [self._amount(reading, cut) for reading in indicator.readings]
        return amounts[0] if indicator.denominator is None else Rate(*amounts)

    def keys(self, indicator: Indicator, base: Cut, by: By) -> set[Keys]:
        """The words, in the order of some dimensions, under which an indicator counts anything at all."""
        read = _sorted(by)
        places = [read.index(dimension) for dimension in by]
        return {
            tuple(keys[place] for place in places)
            for reading in indicator.readings
            for keys, amount in self._under(reading, base, read).items()
            if amount
        }

    def _amount(self, reading: Reading, cut: Cut) -> Decimal:
        by = _sorted(cut.where)
        amounts = self._under(reading, cut, by)
        wanted = product(*(dict.fromkeys(cut.where[dimension]) for dimension in by))
        return sum((amounts.get(keys, Decimal(0)) for keys in wanted), Decimal(0))

    def _under(self, reading: Reading, cut: Cut, by: By) -> Amounts:
        """The amounts of a reading by some dimensions, added up from those that were read."""
        key, base = _reading_key(reading), _base_key(cut)
        if (key, base, by) not in self._projected:
            self._projected[key, base, by] = self._project(reading, cut, by)
        return self._projected[key, base, by]

    def _project(self, reading: Reading, cut: Cut, by: By) -> Amounts:
        read = self._amounts[_reading_key(reading), _base_key(cut)]
        wider = next((w for w in read if _serves(reading, w, by)), None)
        if wider is None:
            self._read_together(replace(cut, where={}), by, [reading])
            wider = by
        places = [wider.index(dimension) for dimension in by]
        added: defaultdict[Keys, Decimal] = defaultdict(Decimal)
        for keys, amount in read[wider].items():
            added[tuple(keys[place] for place in places)] += amount
        return added

    def _read(self, needs: Iterable[Need]) -> None:
        """Reads what is needed: every reading of one base and set of words in the same statements."""
        asked: dict[tuple[_ReadingKey, _Base], tuple[Reading, Cut, set[By]]] = {}
        for need in needs:
            for reading in need.indicator.readings:
                key = _reading_key(reading), _base_key(need.base)
                base = replace(need.base, where={})
                asked.setdefault(key, (reading, base, set()))[2].add(_sorted(need.dimensions))
        together: dict[tuple[_Base, By], tuple[Cut, list[Reading]]] = {}
        for reading, base, sets in asked.values():
            for by in sets:
                if not any(set(by) < set(wider) and _serves(reading, wider, by) for wider in sets):
                    together.setdefault((_base_key(base), by), (base, []))[1].append(reading)
        for (_, by), (base, readings) in together.items():
            self._read_together(base, by, readings)

    def _read_together(self, base: Cut, by: By, readings: list[Reading]) -> None:
        summed = [reading for reading in readings if reading.aggregate in _SUMMED]
        flows = {m for r in summed if r.aggregate is not Aggregate.OPENING for m in r.measures}
        stocks = {m for r in summed if r.aggregate is not Aggregate.FLOW for m in r.measures}
        start, end = base.period.start, base.period.end
        during, before = self._ledger.sums([Span(flows, start, end, by), Span(stocks, None, start, by)], base)
        for reading in readings:
            if reading.aggregate is Aggregate.DISTINCT:
                [amounts] = self._ledger.distinct(reading, [by], base)
            elif reading.ended:
                amounts = self._ledger.cohort(reading, by, base)
            else:
                parts = [] if reading.aggregate is Aggregate.OPENING else [during]
                parts += [] if reading.aggregate is Aggregate.FLOW else [before]
                amounts = _signed(reading, parts)
            self._amounts[_reading_key(reading), _base_key(base)][by] = amounts


def _signed(reading: Reading, parts: Iterable[Mapping[str, Amounts]]) -> Amounts:
    added: defaultdict[Keys, Decimal] = defaultdict(Decimal)
    for sums in parts:
        for measure, sign in reading.measures.items():
            for keys, amount in sums.get(measure, {}).items():
                added[keys] += sign * amount
    return added


def _serves(reading: Reading, wider: By, by: By) -> bool:
    return wider == by or (reading.aggregate is not Aggregate.DISTINCT and set(by) <= set(wider))


def _several(cut: Cut) -> bool:
    return any(len(keys) != 1 for keys in cut.where.values())


def _sorted(dimensions: Iterable[Dimension]) -> By:
    return tuple(sorted(dimensions, key=_ORDER.__getitem__))
