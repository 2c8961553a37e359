"""The balances carried over a month's end (结转): opening + new − ended = closing, in every village and unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, tally
from gridapp.counting.words import Words
from gridapp.domain.period import Month

Four = tuple[Indicator, Indicator, Indicator, Indicator]
Amounts = tuple[Decimal, Decimal, Decimal, Decimal]

CARRIED: Sequence[tuple[str, tuple[str, str, str, str]]] = (
    ("网格事件", ("event.opening", "event.reported", "event.closed", "event.closing")),
    ("矛盾纠纷", ("dispute.opening", "dispute.found", "dispute.handled", "dispute.closing")),
    ("信访", ("petition.opening", "petition.registered", "petition.finished", "petition.closing")),
    (
        "信访积案",
        (
            "petition.backlog_opening",
            "petition.backlog_entered",
            "petition.backlog_resolved",
            "petition.backlog_closing",
        ),
    ),
    ("安全隐患", ("hazard.opening", "hazard.found", "hazard.removed", "hazard.closing")),
)
"""What is carried over, each by its four indicators: opening, new, ended, closing (domain.md §7.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One line: of a village (nothing is 未填), or the total of all; `cut` opens the cases of its four figures."""

    name: str
    unit: str
    village: Key
    is_total: bool
    indicators: Four
    cut: Cut
    amounts: Amounts

    @property
    def holds(self) -> bool:
        """Whether opening + new − ended = closing."""
        opening, new, ended, closing = self.amounts
        return opening + new - ended == closing


def balances(ledger: Ledger, words: Words, town: str, month: Month) -> Sequence[Balance]:
    """What a town carries into and out of a month: every village, then the total, each counting unit for itself.

    Asks the database.
    """
    cut = Cut(month.period, town)
    found: list[Balance] = []
    for name, codes in CARRIED:
        four = [indicator_named(code) for code in codes]
        chapter = replace(catalogue()[four[0].kind], indicators=tuple(four), asides={})
        found += _lines(name, tally(ledger, words, chapter, cut, [Dimension.VILLAGE]), cut)
    return found


def broken(lines: Sequence[Balance], words: Words) -> Sequence[str]:
    """What does not add up, a sentence each: a line by itself, or the villages beside their total."""
    said = [f"{_where(line, words)}：结转不平" for line in lines if not line.holds]
    for (name, unit), of_one in _grouped(lines).items():
        parts, totals = [line for line in of_one if not line.is_total], [line for line in of_one if line.is_total]
        for total in totals:
            added = tuple(sum((line.amounts[n] for line in parts), Decimal(0)) for n in range(4))
            if added != total.amounts:
                said.append(f"{name}（{unit}）：各村社之和与合计不符")
    return said


def _where(line: Balance, words: Words) -> str:
    village = "合计" if line.is_total else words.name(Dimension.VILLAGE, line.village) or "未填"
    return f"{line.name}（{line.unit}）{village}"


def _grouped(lines: Sequence[Balance]) -> Mapping[tuple[str, str], Sequence[Balance]]:
    found: dict[tuple[str, str], list[Balance]] = {}
    for line in lines:
        found.setdefault((line.name, line.unit), []).append(line)
    return found


def _lines(name: str, told: Tally, cut: Cut) -> Iterator[Balance]:
    first, second, third, last = told.columns
    four = (first, second, third, last)
    apart = told.chapter.apart
    units = sorted({row.keys[1] for row in told.rows}, key=str) if apart else [None]
    for unit in units:
        rows = [row for row in told.rows if not apart or row.keys[1] == unit]
        amounts = [_amounts(row.values, four) for row in rows]
        where = replace(cut, where={apart: (unit,)}) if apart else cut
        shown = unit or first.unit if apart else first.unit
        for row, amount in zip(rows, amounts, strict=True):
            yield Balance(
                name=name,
                unit=shown,
                village=row.keys[0],
                is_total=False,
                indicators=four,
                cut=cut.narrowed(told.by, row.keys),
                amounts=amount,
            )
        total = _sums(amounts) if apart else _amounts(told.total, four)
        yield Balance(name=name, unit=shown, village=None, is_total=True, indicators=four, cut=where, amounts=total)


def _amounts(values: Mapping[str, Value], four: Four) -> Amounts:
    opening, new, ended, closing = (
        value if isinstance(value, Decimal) else Decimal(0) for value in (values[indicator.code] for indicator in four)
    )
    return opening, new, ended, closing


def _sums(amounts: Sequence[Amounts]) -> Amounts:
    opening, new, ended, closing = (sum((four[n] for four in amounts), Decimal(0)) for n in range(4))
    return opening, new, ended, closing
