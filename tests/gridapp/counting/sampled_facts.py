"""An independent counter of sampled cases (独立复核): off the records themselves, without SQL and without postings."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Period
from tests.gridapp.counting import brute_force
from tests.gridapp.counting.brute_force import Story

Counts = dict[str, int]

_NAMES: Mapping[Kind, tuple[str, str]] = {
    Kind.EVENT: ("reported", "closed"),
    Kind.DISPUTE: ("found", "handled"),
    Kind.PETITION: ("registered", "finished"),
    Kind.HAZARD: ("found", "removed"),
}
"""What each kind calls 新增 and 办结."""

_SHARED = ("opening", "closing", "reopened", "voided", "merged")


def count(kind: Kind, cases: Sequence[Case], period: Period) -> Counts:
    """The figures of a kind in a period."""
    counted = brute_force.count([_story(case) for case in cases], period)
    new, ended = _NAMES[kind]
    told = {name: counted[f"event.{name}"] for name in _SHARED}
    told |= {new: counted["event.reported"], ended: counted["event.closed"]}
    told |= {f"{ended}_{how}": counted[f"event.closed_{how}"] for how in ("on_time", "late")}
    if kind is Kind.DISPUTE:
        told |= _of_disputes([case for case in cases if isinstance(case, Dispute)], period)
    return {f"{kind.value}.{name}": number for name, number in told.items()}


def _story(case: Case) -> Story:
    gone = None
    if case.excluded is not None:
        gone = case.excluded.at, "void" if case.excluded.merged_into is None else "merge"
    ends = [(closing.closed_at, closing.reopened_at) for closing in case.closings]
    return Story(case.village, case.category or "", case.reported_at, case.due_at, ends, gone)


def _of_disputes(disputes: Iterable[Dispute], period: Period) -> Counts:
    standing = [dispute for dispute in disputes if dispute.excluded is None]
    closings = [closing for dispute in standing for closing in dispute.closings]
    outcomes = {"succeeded": "成功", "failed": "不成", "withdrawn": "撤回", "transferred": "转送"}
    people = sum(d.people or 0 for d in standing if _within(d.reported_at, period))
    return {name: _net(closings, word, period) for name, word in outcomes.items()} | {"people": people}


def _net(closings: Iterable[Closing], word: str, period: Period) -> int:
    return sum(
        _within(c.closed_at, period) - (c.reopened_at is not None and _within(c.reopened_at, period))
        for c in closings
        if str(c.outcome).endswith(word)
    )


def _within(moment: datetime, period: Period) -> bool:
    day: date = moment.astimezone(SHANGHAI).date()
    return period.start <= day < period.end
