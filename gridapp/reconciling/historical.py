"""Historical totals (补录汇总数): beside a table and marked, never part of it (两者不相加)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.counting.words import Words
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office, Registers
from gridapp.reconciling.cell_words import where_problems

MARK = "补录汇总数"
"""How a historical total is marked wherever it is shown."""

_MOST = Decimal(10) ** 12


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalCell:
    """A historical total beside the cell of which it is: `cut` asks for the same of the ledger, which says `recorded`.

    `has_records` tells whether any case stands behind that; the two are never added.
    """

    total: HistoricalTotal
    indicator: Indicator
    cut: Cut
    recorded: Value
    has_records: bool

    @property
    def remark(self) -> str:
        """What stands beside it."""
        if self.has_records:
            return f"{MARK}，来源：{self.total.source}；本月另有逐件登记的记录，两者不相加"
        return f"{MARK}，来源：{self.total.source}；没有逐件记录，不能点开，也不计入合计"


def problems_of_total(registers: Registers, total: HistoricalTotal, now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with a total as it was entered."""
    return tuple(_problems(registers, total, now))


def keep(office: Office, totals: Sequence[HistoricalTotal], actor: Actor, clock: Clock) -> Sequence[HistoricalTotal]:
    """Keeps some totals, all of them or none; raises `Unacceptable` with every problem at once."""
    now = clock()
    standing = {total.cell for total in office.historical.totals() if total.taken_back_at is None}
    problems: list[Problem] = []
    for total in totals:
        problems += problems_of_total(office.registers, total, now)
        if total.cell in standing:
            problems.append(Problem("month", "double", f"{total.month} 的同一项已经补录过，请先撤回原来的一条。"))
        standing.add(total.cell)
    if problems:
        raise Unacceptable(tuple(problems))
    return office.historical.keep(totals, actor, now)


def take_back(office: Office, numbers: Collection[int], reason: str, actor: Actor, clock: Clock) -> None:
    """Takes totals back for a reason; they stay on file as taken back. Raises `Unacceptable` without a reason."""
    if not reason.strip():
        raise Unacceptable((Problem("reason", "required", "请写明撤回的原因。"),))
    office.historical.take_back(numbers, reason.strip(), actor, clock())


def historical(office: Office, cut: Cut, kind: Kind | None = None) -> Sequence[HistoricalCell]:
    """The totals that stand of whole months of a cut (and of a kind), those of a narrower choice of words among them.

    They are in the order of their months and are to be shown beside the table, each with its remark.
    """
    words = Words(office.registers.areas(), vocabulary())
    cells = (
        _cell(office, words, total)
        for total in office.historical.totals(cut.town)
        if total.taken_back_at is None
        and cut.period.start <= total.month.start
        and total.month.end <= cut.period.end
        and kind in (None, indicator_named(total.indicator).kind)
    )
    found = [cell for cell in cells if _lies_in(cell.cut, cut)]
    return sorted(found, key=lambda cell: (cell.total.month, cell.total.n or 0))


def _cell(office: Office, words: Words, total: HistoricalTotal) -> HistoricalCell:
    indicator = indicator_named(total.indicator)
    where: dict[Dimension, tuple[Key, ...]] = {
        dimension: tuple(key for word in asked for key in words.keys(dimension, word, total.town))
        for dimension, asked in total.where.items()
    }
    cut = Cut(total.month.period, total.town, where)
    return HistoricalCell(
        total=total,
        indicator=indicator,
        cut=cut,
        recorded=figure(office.ledger, indicator, cut),
        has_records=bool(office.ledger.entries(indicator.reading, cut)),
    )


def _lies_in(cell: Cut, cut: Cut) -> bool:
    return all(
        set(cell.where.get(dimension, ())) <= set(keys) and cell.where.get(dimension)
        for dimension, keys in cut.where.items()
    )


def _problems(registers: Registers, total: HistoricalTotal, now: datetime) -> Iterator[Problem]:
    areas = registers.areas()
    if total.town not in areas:
        yield Problem("town", "unknown", "没有这个乡镇，请核对名称。")
    try:
        indicator = indicator_named(total.indicator)
    except Refusal:
        yield Problem("indicator", "unknown", f"没有“{total.indicator}”这个指标，请从指标目录里选。")
    else:
        if indicator.denominator is not None:
            yield Problem("indicator", "rate", f"“{indicator.name}”是比率，请分别补录它的分子和分母。")
        yield from where_problems(Words(areas, vocabulary()), indicator, total.where, total.town)
    if total.month.start > day_of(now):
        yield Problem("month", "future", f"{total.month} 还没有到，请核对月份。")
    if not total.value.is_finite() or total.value < 0:
        yield Problem("value", "negative", "汇总数不能是负数，请核对。")
    elif total.value > _MOST or round(total.value, 3) != total.value:
        yield Problem("value", "number", "汇总数最多三位小数，且不能过大，请核对。")
    if not total.source.strip():
        yield Problem("source", "required", "请写明来源，如某年某月报表。")
