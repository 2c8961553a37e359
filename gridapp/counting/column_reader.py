"""The columns of one table (各列取数): few questions to the ledger, the rest is adding up."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress, repeat

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Indicator, Reading
from gridapp.counting.ledger import Amounts, Ledger, Span
from gridapp.counting.posting import Dimension

Keys = tuple[Key, ...]

_NOUGHT = Decimal(0)
_LINEAR = frozenset({Aggregate.FLOW, Aggregate.OPENING, Aggregate.CLOSING})
_STOCK = frozenset({Aggregate.OPENING, Aggregate.CLOSING})
_Measures = tuple[tuple[str, int], ...]


class ColumnReader:
    """What some indicators come to under every word; whatever several of them are made of is read once."""

    def __init__(self, ledger: Ledger, cut: Cut, by: tuple[Dimension, ...], columns: Sequence[Indicator]) -> None:
        self._ledger, self._cut, self._by, self._columns = ledger, cut, by, columns
        readings = [reading for column in columns for reading in column.readings]
        linear = {m for r in readings if r.aggregate in _LINEAR for m in r.measures}
        stock = {m for r in readings if r.aggregate in _STOCK for m in r.measures}
        steady = tuple(dimension for dimension in by if dimension is not Dimension.MONTH)
        spans = Span(linear, cut.period.start, cut.period.end, by), Span(stock, None, cut.period.start, steady)
        self._during, self._before = ledger.sums(spans, cut)
        self._told_by_cases: list[tuple[Reading, Amounts, Decimal]] = []
        self._stocks: dict[_Measures, tuple[Amounts, Amounts]] = {}
        self._amounts: dict[int, Amounts] = {id(r): self._read(r) for r in readings}
        self._during_in_all = {measure: sum(amounts.values()) for measure, amounts in self._during.items()}
        self._before_in_all = {measure: sum(amounts.values()) for measure, amounts in self._before.items()}

    def keys(self) -> set[Keys]:
        """The words under which anything at all is counted."""
        different = {id(amounts): amounts for amounts in self._amounts.values()}.values()
        return set().union(*(compress(amounts, amounts.values()) for amounts in different))

    def cells(self, rows: Sequence[Keys]) -> Sequence[Sequence[Value]]:
        """What each indicator comes to under some words."""
        known: dict[int, Sequence[Decimal]] = {}

        def told(reading: Reading) -> Sequence[Decimal]:
            amounts = self._amounts[id(reading)]
            if id(amounts) not in known:
                known[id(amounts)] = list(map(amounts.get, rows, repeat(_NOUGHT)))
            return known[id(amounts)]

        return [
            told(i.reading) if i.denominator is None else list(map(Rate, told(i.reading), told(i.denominator)))
            for i in self._columns
        ]

    def total(self, indicator: Indicator) -> Value:
        """What an indicator comes to in all."""
        total = self._total(indicator.reading)
        return total if indicator.denominator is None else Rate(total, self._total(indicator.denominator))

    def _read(self, reading: Reading) -> Amounts:
        if reading.aggregate is Aggregate.FLOW:
            return _signed(self._during, reading)
        if reading.aggregate in _STOCK:
            stocks = self._stock(reading)
            return stocks[0] if reading.aggregate is Aggregate.OPENING else stocks[1]
        return self._of_cases(reading)[0]

    def _stock(self, reading: Reading) -> tuple[Amounts, Amounts]:
        """What stood at the beginning and what stands at the end, of the period or of each of its months."""
        measures = tuple(reading.measures.items())
        if measures not in self._stocks:
            before, during = _signed(self._before, reading), _signed(self._during, reading)
            is_by_month = Dimension.MONTH in self._by
            self._stocks[measures] = self._by_month(before, during) if is_by_month else (before, _added(before, during))
        return self._stocks[measures]

    def _by_month(self, before: Amounts, during: Amounts) -> tuple[Amounts, Amounts]:
        """Balances month after month: each opens with what the one before it closed with."""
        place = self._by.index(Dimension.MONTH)
        steady = {*before, *(keys[:place] + keys[place + 1 :] for keys in during)}
        opening: dict[Keys, Decimal] = {}
        closing: dict[Keys, Decimal] = {}
        for rest in steady:
            balance = before.get(rest, _NOUGHT)
            for month in self._cut.months:
                keys = (*rest[:place], month, *rest[place:])
                opening[keys] = balance
                balance += during.get(keys, _NOUGHT)
                closing[keys] = balance
        return opening, closing

    def _of_cases(self, reading: Reading) -> tuple[Amounts, Decimal]:
        """What only the cases themselves tell, and what it comes to in all.

        A rate and its parts are often read alike, and it takes long.
        """
        for known, amounts, total in self._told_by_cases:
            if known == reading:
                return amounts, total
        if reading.ended:
            amounts = self._ledger.cohort(reading, self._by, self._cut)
            # What is new or has fallen stands in one row alone.
            total = sum(amounts.values(), _NOUGHT)
        else:
            amounts, in_all = self._ledger.distinct(reading, [self._by, ()], self._cut)
            total = in_all.get((), _NOUGHT)
        self._told_by_cases.append((reading, amounts, total))
        return amounts, total

    def _total(self, reading: Reading) -> Decimal:
        if reading.aggregate not in _LINEAR:
            return self._of_cases(reading)[1]
        total = _NOUGHT
        for measure, sign in reading.measures.items():
            if reading.aggregate is not Aggregate.OPENING:
                total += sign * self._during_in_all.get(measure, _NOUGHT)
            if reading.aggregate is not Aggregate.FLOW:
                total += sign * self._before_in_all.get(measure, _NOUGHT)
        return total


def _signed(sums: Mapping[str, Amounts], reading: Reading) -> Amounts:
    added: Amounts | None = None
    for measure, sign in reading.measures.items():
        amounts = sums.get(measure, {})
        if added is None:
            added = amounts if sign == 1 else {keys: -amount for keys, amount in amounts.items()}
        else:
            added = _added(added, amounts, sign)
    return added or {}


def _added(amounts: Amounts, more: Amounts, sign: int = 1) -> Amounts:
    if not more:
        return amounts
    added = dict(amounts)
    for keys, amount in more.items():
        added[keys] = added.get(keys, _NOUGHT) + (amount if sign == 1 else -amount)
    return added
