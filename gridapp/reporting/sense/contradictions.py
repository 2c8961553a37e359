"""Figures that contradict each other (数字矛盾), balances below zero, rates over 100 %: by month and village."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.cell import Cell
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Indicator, catalogue
from gridapp.counting.ledger import Counted, Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Keys, tally
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from gridapp.reporting.sense.looked_at import LookedAt
from gridapp.reporting.sense.rules import Contradiction, OverHundred, SenseRules

_LONG_AGO = date(1990, 1, 1)
_BY = (Dimension.MONTH, Dimension.VILLAGE)


def contradictions(ledger: Ledger, words: Words, cut: Cut, rules: SenseRules, looked_at: LookedAt) -> Iterator[Doubt]:
    """Every contradiction of a town's period."""
    for kind in Kind:
        of_kind = [rule for rule in rules.contradictions if rule.less.kind is kind]
        balances = [balance for balance in rules.balances if balance.kind is kind]
        asked = [*balances, *(i for rule in of_kind for i in (rule.less, *rule.more))]
        if asked:
            spots = list(_spots(ledger, words, cut, kind, asked))
            looked_at.figures += len(spots) * (len(of_kind) + len(balances))
            yield from (d for rule in of_kind for spot in spots for d in _contradicted(ledger, words, rule, spot))
            yield from (d for balance in balances for d in _negative(ledger, words, balance, spots))


def over_hundred(ledger: Ledger, words: Words, cut: Cut, rules: SenseRules, looked_at: LookedAt) -> Iterator[Doubt]:
    """Every rate of the whole town that exceeds 100 %."""
    for rule in rules.over_hundred:
        for spot in _spots(ledger, words, cut, rule.rate.kind, [rule.rate, rule.carried], by=()):
            looked_at.figures += 1
            yield from _carried_over(ledger, words, rule, spot)


@dataclass(frozen=True, slots=True)
class _Spot:
    """One month of one village (and unit, where units stay apart) with the figures asked of it."""

    cut: Cut
    values: Mapping[str, Value]
    row: Keys

    def amount(self, *indicators: Indicator) -> Decimal:
        values = (self.values[indicator.code] for indicator in indicators)
        return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))

    def asked(self, indicator: Indicator) -> Cell:
        return Cell(indicator, self.cut, self.values[indicator.code])

    @property
    def unit(self) -> str:
        (unit,) = self.cut.where.get(Dimension.UNIT, ("",))
        return unit or UNFILLED

    def place(self, words: Words) -> str:
        """Where and when it is, as a sentence begins."""
        village = ""
        for key in self.cut.where.get(Dimension.VILLAGE, ()):
            village = words.name(Dimension.VILLAGE, key) or f"{UNFILLED}村社"
        return f"{village}{self.cut.period.label}"


def _spots(
    ledger: Ledger,
    words: Words,
    cut: Cut,
    kind: Kind,
    indicators: Sequence[Indicator],
    by: tuple[Dimension, ...] = _BY,
) -> Iterator[_Spot]:
    once = tuple({indicator.code: indicator for indicator in indicators}.values())
    chapter = replace(catalogue()[kind], indicators=once, asides={})
    table = tally(ledger, words, chapter, cut, by)
    if not table.by:
        yield _Spot(cut, table.total, ())
    for row in table.rows:
        rest = tuple(key for dimension, key in zip(table.by, row.keys, strict=True) if dimension is not Dimension.MONTH)
        yield _Spot(cut.narrowed(table.by, row.keys), row.values, rest)


def _contradicted(ledger: Ledger, words: Words, rule: Contradiction, spot: _Spot) -> Iterator[Doubt]:
    less, more = spot.amount(rule.less), spot.amount(*rule.more)
    if not (less > 0 and more == 0 if rule.needs else less > more):
        return
    making = tuple(_making(ledger, rule, spot.cut))
    if making:
        told = rule.sentence.format(less=spoken(less), more=spoken(more), unit=spot.unit)
        yield Doubt(
            DoubtKind.CONTRADICTION,
            f"{spot.place(words)}{rule.less.kind.label}：{told}，请核对。",
            tuple(spot.asked(indicator) for indicator in (rule.less, *rule.more)),
            making,
        )


def _making(ledger: Ledger, rule: Contradiction, cut: Cut) -> Iterator[Counted]:
    """The cases that make a contradiction: those that count for more in the one figure than in the others.

    They are judged by all that they ever counted for: in a single month a reopening (冲减) may take back the one and
    not the other.
    """
    ever = replace(cut, period=Period(_LONG_AGO, cut.period.end))
    more: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    for indicator in rule.more:
        for case in cases_behind(ledger, indicator, ever):
            more[case.case_id] += case.quantity
    less = {case.case_id: case.quantity for case in cases_behind(ledger, rule.less, ever)}
    for case in cases_behind(ledger, rule.less, cut):
        left = less.get(case.case_id, Decimal(0)) - more[case.case_id]
        if case.quantity > 0 and (more[case.case_id] <= 0 if rule.needs else left > 0):
            yield replace(case, quantity=left)


def _negative(ledger: Ledger, words: Words, balance: Indicator, spots: Sequence[_Spot]) -> Iterator[Doubt]:
    """A balance below zero, told once: in the first month in which it is."""
    told: set[Keys] = set()
    for spot in spots:
        value = spot.amount(balance)
        if value < 0 and spot.row not in told:
            told.add(spot.row)
            unit = spot.unit if balance.kind in (Kind.HAZARD, Kind.WORKLOG) else balance.unit
            yield Doubt(
                DoubtKind.NEGATIVE,
                f"{spot.place(words)}{balance.kind.label}{balance.name} {spoken(value)} {unit}，结存不应为负，请核对。",
                (spot.asked(balance),),
                tuple(case for case in cases_behind(ledger, balance, spot.cut) if case.quantity < 0),
            )


def _carried_over(ledger: Ledger, words: Words, rule: OverHundred, spot: _Spot) -> Iterator[Doubt]:
    rate = spot.values[rule.rate.code]
    if not isinstance(rate, Rate) or not rate.denominator or rate.numerator <= rate.denominator:
        return
    carried = spot.amount(rule.carried)
    said = f"{spoken(rate)}（{spoken(rate.numerator)}/{spoken(rate.denominator)}）"
    told = rule.sentence.format(rate=said, carried=spoken(carried), unit=spot.unit)
    explained = carried >= rate.numerator - rate.denominator
    yield Doubt(
        DoubtKind.CARRIED_OVER,
        f"{spot.place(words)}{rule.rate.kind.label}：{told}{'。' if explained else '；期初数不足以说明，请核对。'}",
        (spot.asked(rule.rate), spot.asked(rule.carried)),
        tuple(_carried(ledger, rule.rate, spot.cut)),
    )


def _carried(ledger: Ledger, rate: Indicator, cut: Cut) -> Sequence[Counted]:
    """The cases that count in the numerator alone: they came before the period."""
    new = ledger.entries(rate.denominator, cut) if rate.denominator is not None else ()
    known = {case.case_id for case in new}
    return [case for case in ledger.entries(rate.reading, cut) if case.case_id not in known]
