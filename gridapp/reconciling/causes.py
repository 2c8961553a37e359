"""Why a case counts otherwise than when a figure was reported (差异原因): read off its lines and its history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Booked
from gridapp.counting.posting import Dimensions
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.ports import CaseRow, HistoryEntry

Account = tuple[str, date, Dimensions]


class Cause(StrEnum):
    """Why a record changed a figure after it was reported; the value is the office's own word."""

    LATE = "迟报补录"
    NEW = "报后新增"
    CORRECTED = "更正"
    VOIDED = "作废"
    MERGED = "并案"
    RESTORED = "恢复"
    MOVED = "月份移动"
    REASSIGNED = "类别变动"
    REOPENED = "重开"
    PROGRESSED = "后续办理"
    TAKEN_BACK = "撤销导入"
    RECOUNTED = "软件升级重算"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a case that counts otherwise: its lines of the figure, its history, the case as it stands.

    A case that went with its import has no row.
    """

    kind: Kind
    reading: Reading
    cut: Cut
    since: datetime
    lines: Sequence[Booked]
    history: Sequence[HistoryEntry]
    row: CaseRow | None

    @property
    def lines_then(self) -> Sequence[Booked]:
        """The lines that the figure was made of when it was reported."""
        return [line for line in self.lines if line.made_at <= self.since]

    @property
    def lines_since(self) -> Sequence[Booked]:
        """The lines that were made since."""
        return [line for line in self.lines if line.made_at > self.since]

    @property
    def later(self) -> Sequence[HistoryEntry]:
        """What was done with it since."""
        return [entry for entry in self.history if entry.at > self.since]

    @property
    def decisive(self) -> HistoryEntry | None:
        """The last of its saves since that changed what it counts for; nothing where no save did."""
        moments = {line.made_at for line in self.lines_since}
        return next((entry for entry in reversed(self.later) if entry.at in moments), None)

    def in_period(self, line: Booked) -> bool:
        """Whether a line lies on a day that the figure asks for."""
        period, aggregate = self.cut.period, self.reading.aggregate
        if aggregate is Aggregate.OPENING:
            return line.day < period.start
        return line.day < period.end and (aggregate is Aggregate.CLOSING or line.day >= period.start)

    def in_words(self, line: Booked) -> bool:
        """Whether a line bears the town and the words that the figure asks for."""
        if self.cut.town not in (None, line.dimensions.town):
            return False
        return all(getattr(line.dimensions, dimension.value) in keys for dimension, keys in self.cut.where.items())


def cause_of(told: Told) -> Cause:
    """The one cause under which a record stands; what is most particular wins."""
    if told.row is None:
        return Cause.TAKEN_BACK
    if any(line.corrects is not None and told.in_period(line) and told.in_words(line) for line in told.lines_since):
        return Cause.CORRECTED
    if told.history and told.history[0].at > told.since:
        return Cause.LATE if day_of(told.row.reported_at) <= day_of(told.since) else Cause.NEW
    if told.row.excluded:
        return Cause.MERGED if _is_merged(told.history) else Cause.VOIDED
    if any(before and not after for before, after in _exclusions(told.later)):
        return Cause.RESTORED
    if told.decisive is None:
        return Cause.RECOUNTED
    if _is_reopened(told):
        return Cause.REOPENED
    return _by_its_lines(told) or _by_its_fields(told)


def _exclusions(entries: Iterable[HistoryEntry]) -> Sequence[tuple[Any, Any]]:
    return [entry.changes["excluded"] for entry in entries if "excluded" in entry.changes]


def _is_merged(history: Iterable[HistoryEntry]) -> bool:
    excluded = [after for _, after in _exclusions(history) if after]
    return bool(excluded) and "merged_into" in excluded[-1]


def _is_reopened(told: Told) -> bool:
    """Whether a closing was taken back on the books since (红字冲销) by a reopening."""
    if not any(entry.action == Move.REOPEN.value for entry in told.later):
        return False
    then = net(told.lines_then)
    return any(quantity < 0 <= then.get(account, 0) for account, quantity in net(told.lines).items())


def net(lines: Iterable[Booked]) -> Mapping[Account, Decimal]:
    """What lines leave of each measure on each day under the same words; what comes to nothing is left out."""
    sums: defaultdict[Account, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.measure, line.day, line.dimensions] += line.quantity
    return {account: quantity for account, quantity in sums.items() if quantity}


def _by_its_lines(told: Told) -> Cause | None:
    """Moved or reassigned: it would count as before if only the days, or only the words, were not asked for."""
    if _same(told) is not None:
        return None
    if _same(told, any_day=True):
        return Cause.MOVED
    if _same(told, any_word=True):
        return Cause.REASSIGNED
    return Cause.MOVED if _same(told, any_day=True, any_word=True) else None


def _same(told: Told, *, any_day: bool = False, any_word: bool = False) -> Decimal | None:
    """What the case counts for, asked more widely, where that is the same now as it was; nothing where it is not."""

    def asked(lines: Iterable[Booked]) -> Decimal:
        counted = (
            line.quantity * told.reading.measures.get(line.measure, 0)
            for line in lines
            if (any_day or told.in_period(line)) and (any_word or told.in_words(line))
        )
        return sum(counted, Decimal(0))

    then, now = asked(told.lines_then), asked(told.lines)
    return now if now == then else None


def _by_its_fields(told: Told) -> Cause:
    fields = {name for entry in told.later for name in entry.changes}
    if "reported_at" in fields:
        return Cause.MOVED
    if fields & {"closings", "steps", "status"}:
        return Cause.PROGRESSED
    return Cause.CORRECTED
