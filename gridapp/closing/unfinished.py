"""What is unfinished at a month's end (未了事项): verified by nobody, waiting for a leader, not filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from gridapp.closing.precondition import Precondition
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.domain.status import OPEN, Status
from gridapp.ports import CaseList, CaseQuery

REPORTED = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
"""The kinds whose months are handed in."""

_COUNTED = Condition(Field.EXCLUDED, Test.NO)
_TO_VERIFY = frozenset({Status.FEEDBACK, Status.TO_RECHECK, Status.TO_STRIKE_OFF})
_MUST_HAVE: Mapping[Field, str] = {Field.VILLAGE: "所属村社", Field.CATEGORY: "类别"}


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that may be unfinished, and the queries of what is, by what each is called."""

    name: str
    well: str
    queries: Mapping[str, CaseQuery]


def unfinished(lists: CaseList, town: str, month: Month) -> Sequence[Precondition]:
    """What is unfinished in a town at a month's end; asks the database."""
    things = (_to_verify(town, month), _to_approve(town, month), *_missing(town, month))
    counts = iter(lists.count_many([query for thing in things for query in thing.queries.values()]))
    return [line for thing in things for line in _lines(thing, [next(counts) for _ in thing.queries])]


def _lines(thing: _Thing, counts: Sequence[int]) -> Sequence[Precondition]:
    found = [
        Precondition(name=thing.name, said=f"{said} {count} 件", left=count, query=query)
        for (said, query), count in zip(thing.queries.items(), counts, strict=True)
        if count
    ]
    return found or [Precondition(name=thing.name, said=thing.well)]


def _to_verify(town: str, month: Month) -> _Thing:
    until = Condition(Field.REPORTED_AT, Test.UNTIL, (_last(month),))
    queries = {
        f"{kind.label}已反馈（整改），待核查、复查": CaseQuery(
            kind=kind, town=town, statuses=_TO_VERIFY, conditions=(until, _COUNTED)
        )
        for kind in (Kind.EVENT, Kind.HAZARD)
    }
    return _Thing("反馈核查", "反馈和整改都已核查", queries)


def _to_approve(town: str, month: Month) -> _Thing:
    conditions = (
        Condition(Field.AWAITED, Test.NOT_EMPTY),
        Condition(Field.REPORTED_AT, Test.UNTIL, (_last(month),)),
        _COUNTED,
    )
    queries = {
        f"{kind.label}待领导审批": CaseQuery(kind=kind, town=town, statuses=OPEN, conditions=conditions)
        for kind in REPORTED
    }
    return _Thing("领导审批", "没有等待审批的事项", queries)


def _missing(town: str, month: Month) -> Sequence[_Thing]:
    within = Condition(Field.REPORTED_AT, Test.BETWEEN, (month.start.isoformat(), _last(month)))
    return [
        _Thing(
            f"{word}填写",
            f"本月各件都填了{word}",
            {
                f"{kind.label}未填{word}": CaseQuery(
                    kind=kind, town=town, conditions=(Condition(field, Test.EMPTY), within, _COUNTED)
                )
                for kind in REPORTED
            },
        )
        for field, word in _MUST_HAVE.items()
    ]


def _last(month: Month) -> str:
    return (month.end - timedelta(days=1)).isoformat()
