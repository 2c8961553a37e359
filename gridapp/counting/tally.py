"""Tables of figures (统计表): every indicator of a kind, by any dimensions, read off the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress, repeat

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Chapter, Indicator, Reading
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.row_keys import row_keys
from gridapp.counting.words import TITLES, Words
from gridapp.domain.problem import Refusal

Keys = tuple[Key, ...]
Amounts = Mapping[Keys, Decimal]

_NOUGHT = Decimal(0)
_LINEAR = frozenset({Aggregate.FLOW, Aggregate.OPENING, Aggregate.CLOSING})
_STOCK = frozenset({Aggregate.OPENING, Aggregate.CLOSING})


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its words, one for each dimension, and the value of each column by the indicator's code."""

    keys: Keys
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Tally:
    """A table: rows in the order of the dimensions, and the total that they add up to.

    A total is nothing where rows in different counting units must not be added.
    """

    chapter: Chapter
    cut: Cut
    by: tuple[Dimension, ...]
    columns: tuple[Indicator, ...]
    rows: tuple[Row, ...]
    total: Mapping[str, Value]


def tally(ledger: Ledger, words: Words, chapter: Chapter, cut: Cut, by: Sequence[Dimension]) -> Tally:
    """The table of a kind by some dimensions, with a row for every expected word even where it counts nothing.

    Where units must stay apart and none was chosen, the unit becomes a dimension of the table.
    Raises `Refusal` for a dimension that the kind lacks.
    """
    check_dimensions(chapter, [*by, *cut.where])
    by = tuple(dict.fromkeys(by))
    apart = chapter.apart
    if apart and apart not in by and len(cut.where.get(apart, ())) != 1:
        by = (*by, apart)
    columns = columns_of(chapter, by, cut)
    found = _Reader(ledger, cut, by, columns)
    told = row_keys(words, cut, by, apart, found.keys())
    codes, cells = [column.code for column in columns], [found.cells(column, told) for column in columns]
    values = (dict(zip(codes, row, strict=True)) for row in zip(*cells, strict=True)) if cells else repeat({})
    rows = tuple(map(Row, told, values))
    units = {row.keys[by.index(apart)] for row in rows} if apart in by else set()
    total = {c.code: None if len(units) > 1 else found.total(c) for c in columns}
    return Tally(chapter, cut, by, columns, rows, total)


def columns_of(chapter: Chapter, by: Iterable[Dimension], cut: Cut) -> tuple[Indicator, ...]:
    """The indicators that can be told by some dimensions under what is asked for."""
    return tuple(i for i in chapter.indicators if not i.lacks & {*by, *cut.where})


def figure(ledger: Ledger, indicator: Indicator, cut: Cut) -> Value:
    """One figure."""
    check_where(indicator, cut)
    return _Reader(ledger, cut, (), (indicator,)).total(indicator)


def check_dimensions(chapter: Chapter, dimensions: Iterable[Dimension]) -> None:
    """Raises `Refusal` that names the first dimension which a kind lacks."""
    for dimension in dimensions:
        if dimension is not Dimension.TOWN and dimension not in chapter.dimensions:
            known = "、".join(known.value for known in chapter.dimensions)
            raise Refusal(
                f"{chapter.kind.label}没有“{TITLES[dimension]}”（{dimension.value}）这一项，可用的有：{known}。"
            )


def check_where(indicator: Indicator, cut: Cut) -> None:
    """Raises `Refusal` where an indicator cannot be asked for under some dimension."""
    for dimension in cut.where:
        if dimension in indicator.lacks:
            raise Refusal(f"“{indicator.name}”不分{TITLES[dimension]}，不能这样筛选。")


class _Reader:
    """Reads what the columns of one table need: few questions to the ledger, the rest is adding up."""

    def __init__(self, ledger: Ledger, cut: Cut, by: tuple[Dimension, ...], columns: Sequence[Indicator]):
        self._ledger, self._cut, self._by = ledger, cut, by
        readings = [reading for column in columns for reading in column.readings]
        linear = {m for r in readings if r.aggregate in _LINEAR for m in r.measures}
        stock = {m for r in readings if r.aggregate in _STOCK for m in r.measures}
        steady = tuple(dimension for dimension in by if dimension is not Dimension.MONTH)
        self._during = ledger.sums(linear, cut.period.start, cut.period.end, by, cut) if linear else {}
        self._before = ledger.sums(stock, None, cut.period.start, steady, cut) if stock else {}
        self._asked: list[tuple[Reading, tuple[Dimension, ...], Amounts]] = []
        self._months = [str(month) for month in cut.period.months()] if Dimension.MONTH in by else []
        self._amounts: dict[int, Amounts] = {id(r): self._read(r, by) for r in readings}
        self._during_in_all = {measure: sum(amounts.values()) for measure, amounts in self._during.items()}
        self._before_in_all = {measure: sum(amounts.values()) for measure, amounts in self._before.items()}
        self._totals: dict[int, Decimal] = {id(r): self._total(r) for r in readings}

    def keys(self) -> set[Keys]:
        """The rows in which anything at all is counted."""
        return set().union(*(compress(amounts, amounts.values()) for amounts in self._amounts.values()))

    def cells(self, indicator: Indicator, rows: Sequence[Keys]) -> Sequence[Value]:
        """What an indicator comes to in each row."""
        above = self._in(indicator.reading, rows)
        if indicator.denominator is None:
            return above
        return list(map(Rate, above, self._in(indicator.denominator, rows)))

    def _in(self, reading: Reading, rows: Sequence[Keys]) -> Sequence[Decimal]:
        amounts = self._amounts[id(reading)]
        return list(map(amounts.get, rows, repeat(_NOUGHT)))

    def total(self, indicator: Indicator) -> Value:
        """What an indicator comes to in all."""
        total = self._totals[id(indicator.reading)]
        return total if indicator.denominator is None else Rate(total, self._totals[id(indicator.denominator)])

    def _read(self, reading: Reading, by: tuple[Dimension, ...]) -> Amounts:
        if reading.ended or reading.aggregate is Aggregate.DISTINCT:
            return self._of_cases(reading, by)
        during = _signed(self._during, reading)
        if reading.aggregate is Aggregate.FLOW:
            return during
        before = _signed(self._before, reading)
        if Dimension.MONTH in by:
            return self._by_month(reading.aggregate, before, during)
        if reading.aggregate is Aggregate.OPENING:
            return before
        return {keys: before.get(keys, _NOUGHT) + during.get(keys, _NOUGHT) for keys in {*before, *during}}

    def _of_cases(self, reading: Reading, by: tuple[Dimension, ...]) -> Amounts:
        """What only the cases themselves tell; a rate and its parts are often read alike, and it takes long."""
        for known, known_by, amounts in self._asked:
            if known == reading and known_by == by:
                return amounts
        ask = self._ledger.cohort if reading.ended else self._ledger.distinct
        self._asked.append((reading, by, ask(reading, by, self._cut)))
        return self._asked[-1][-1]

    def _by_month(self, aggregate: Aggregate, before: Amounts, during: Amounts) -> Amounts:
        """Balances month after month: each opens with what the one before it closed with."""
        place = self._by.index(Dimension.MONTH)
        steady = {*before, *(keys[:place] + keys[place + 1 :] for keys in during)}
        balances: dict[Keys, Decimal] = {}
        for rest in steady:
            balance = before.get(rest, _NOUGHT)
            for month in self._months:
                keys = (*rest[:place], month, *rest[place:])
                opening = balance
                balance += during.get(keys, _NOUGHT)
                balances[keys] = opening if aggregate is Aggregate.OPENING else balance
        return balances

    def _total(self, reading: Reading) -> Decimal:
        if reading.aggregate is Aggregate.DISTINCT:
            amounts = self._read(reading, ()) if self._by else self._amounts[id(reading)]
            return amounts.get((), _NOUGHT)
        if reading.ended:
            # What is new or has fallen stands in one row alone.
            return sum(self._amounts[id(reading)].values(), _NOUGHT)
        total = _NOUGHT
        for measure, sign in reading.measures.items():
            if reading.aggregate is not Aggregate.OPENING:
                total += sign * self._during_in_all.get(measure, _NOUGHT)
            if reading.aggregate is not Aggregate.FLOW:
                total += sign * self._before_in_all.get(measure, _NOUGHT)
        return total


def _signed(sums: Mapping[str, Amounts], reading: Reading) -> Amounts:
    for measure, sign in reading.measures.items():
        if len(reading.measures) == sign == 1:
            return sums.get(measure, {})
    added: dict[Keys, Decimal] = {}
    for measure, sign in reading.measures.items():
        for keys, amount in sums.get(measure, {}).items():
            added[keys] = added.get(keys, _NOUGHT) + (amount if sign == 1 else -amount)
    return added
