"""Months that are out of the ordinary (异常波动): far from the months before, by village, platform or category."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import ceil, floor

from gridapp.counting.amount import spoken
from gridapp.counting.cell import Cell
from gridapp.counting.cut import Cut, Key
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import catalogue
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.period import Month, Period
from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from gridapp.reporting.sense.looked_at import LookedAt
from gridapp.reporting.sense.outlier import Expected, expected
from gridapp.reporting.sense.rules import SenseRules, Watch

_Months = Mapping[Month, Decimal]

_STEADYING = 5.0
"""Cases added to both sides of a ratio, so that a handful of them does not double it."""


def whole_months(period: Period, today: date) -> Sequence[Month]:
    """The months that lie wholly in a period and are over; a month that is still running proves nothing."""
    return [month for month in period.months() if period.start <= month.start and month.end <= min(period.end, today)]


def unusual_months(
    ledger: Ledger, words: Words, town: str, months: Sequence[Month], rules: SenseRules, looked_at: LookedAt
) -> Iterator[Doubt]:
    """Every month, word and watched indicator that does not fit what was there before."""
    if not months:
        return
    span = Period(months[0].later(-rules.months).start, months[-1].end)
    for watch in rules.watches:
        where = {d: tuple(k for word in ws for k in words.keys(d, word, town)) for d, ws in watch.where.items()}
        for dimension in watch.by:
            cut = Cut(span, town, where)
            yield from _unusual(ledger, words, watch, dimension, cut, months, rules, looked_at)


def _unusual(
    ledger: Ledger,
    words: Words,
    watch: Watch,
    dimension: Dimension,
    cut: Cut,
    months: Sequence[Month],
    rules: SenseRules,
    looked_at: LookedAt,
) -> Iterator[Doubt]:
    by_word = _by_word(ledger, words, watch, dimension, cut)
    totals = _totals(by_word)
    for key, counted in by_word.items():
        for month in months:
            history = _history(counted, totals, month, rules)
            fitting = expected(history, rules.tolerance)
            if fitting is None:
                continue
            looked_at.figures += 1
            value = counted.get(month, Decimal(0))
            if not fitting.fits(float(value)):
                cell = replace(cut, period=month.period, where={**cut.where, dimension: (key,)})
                asked = Cell(watch.indicator, cell, value)
                sentence = _sentence(words, asked, dimension, key, fitting, len(history))
                yield Doubt(DoubtKind.OUTLIER, sentence, (asked,), tuple(cases_behind(ledger, watch.indicator, cell)))


def _history(counted: _Months, totals: _Months, month: Month, rules: SenseRules) -> Sequence[float]:
    """What the months before would come to if the rest of the town had been as busy then as it is now.

    So that a busy season, or a ledger that has only begun, does not make every village suspicious; months in which the
    rest was next to nothing tell nothing.
    """
    rest_now = float(totals.get(month, 0) - counted.get(month, 0))
    history = []
    for back in range(rules.months, 0, -1):
        before = month.later(-back)
        value = float(counted.get(before, 0))
        rest = float(totals.get(before, 0)) - value
        if rest > 0 and rest >= rules.comparable * rest_now:
            history.append(value * (rest_now + _STEADYING) / (rest + _STEADYING) if rest_now else value)
    return history


def _totals(by_word: Mapping[Key, _Months]) -> _Months:
    totals: defaultdict[Month, Decimal] = defaultdict(Decimal)
    for counted in by_word.values():
        for month, value in counted.items():
            totals[month] += value
    return totals


def _by_word(ledger: Ledger, words: Words, watch: Watch, dimension: Dimension, cut: Cut) -> Mapping[Key, _Months]:
    """The amounts of each month under each word; only words under which there is anything at all."""
    chapter = replace(catalogue()[watch.indicator.kind], indicators=(watch.indicator,), asides={})
    counted: defaultdict[Key, dict[Month, Decimal]] = defaultdict(dict)
    for row in tally(ledger, words, chapter, cut, (dimension, Dimension.MONTH)).rows:
        key, month = row.keys
        value = row.values[watch.indicator.code]
        if isinstance(value, Decimal) and month is not None:
            counted[key][Month.written(month)] = value
    return counted


def _sentence(words: Words, asked: Cell, dimension: Dimension, key: Key, fitting: Expected, months: int) -> str:
    indicator = asked.indicator
    (unit,) = asked.cut.where.get(Dimension.UNIT) or (indicator.unit,)
    name = words.name(dimension, key) or f"{UNFILLED}{TITLES[dimension]}"
    value = asked.value if isinstance(asked.value, Decimal) else Decimal(0)
    direction = "偏高" if value > fitting.middle else "偏低"
    subject = f"{name}{asked.cut.period.label}{indicator.kind.label}{indicator.name}"
    return (
        f"{subject} {spoken(value)} {unit}，明显{direction}："
        f"按前 {months} 个月和全镇本月的忙闲，应在 {max(ceil(fitting.lowest_fitting), 0):,} 至 "
        f"{floor(fitting.highest_fitting):,} {unit}之间，约 {round(fitting.middle):,} {unit}。"
    )
