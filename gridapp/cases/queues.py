"""What waits for whom (待办队列): each queue is a query, so its count and its list cannot differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from gridapp.cases.event.guards import ARCHIVED_AFTER
from gridapp.domain.dispute import Risk
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.status import AGREED, MEDIATED, OPEN, RUNNING, Status
from gridapp.ports import CaseQuery

SOON = timedelta(days=3)
"""A limit that is over within this time stands in the queue 将到期."""

RECALLED = timedelta(days=30)
"""How long the end of a limit for judicial confirmation is recalled; most agreements are never taken to court."""


class Queue(StrEnum):
    """A queue; the value is what it is called."""

    TO_ACCEPT = "待受理"
    TO_ASSIGN = "待交办"
    TO_HANDLE = "待办"
    SOON = "将到期"
    OVERDUE = "已超期"
    RETURNED = "被退回"
    TO_VERIFY = "待核查"
    TO_EVALUATE = "待评价"
    TO_APPROVE = "待审批"
    SUPERVISED = "督办件"
    NEW = "新收"
    TODAY = "今日约调"
    TO_MEDIATE = "在调"
    TO_PERFORM = "待履行"
    TO_REVISIT = "待回访"
    TO_CONFIRM = "司法确认"
    TO_ARCHIVE = "待归档"
    CHARGED = "包案"
    TO_REPORT = "待报公安"


class Whose(StrEnum):
    """Whose cases a queue shows: everybody's, those one handles, those one took in first (首问在办)."""

    ALL = "全部"
    HANDLED = "我经办的"
    FIRST = "我首问的"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who asks, and for which part of the office."""

    person: str
    whose: Whose = Whose.ALL
    town: str | None = None


def queues_of(kind: Kind) -> tuple[Queue, ...]:
    """The queues that a kind has, as its people go through them."""
    return _QUEUES_OF.get(kind, (Queue.TO_ACCEPT, Queue.TO_HANDLE, Queue.SOON, Queue.OVERDUE))


_QUEUES_OF: Mapping[Kind, tuple[Queue, ...]] = {
    Kind.EVENT: (
        Queue.TO_ACCEPT,
        Queue.TO_ASSIGN,
        Queue.TO_HANDLE,
        Queue.SOON,
        Queue.OVERDUE,
        Queue.RETURNED,
        Queue.TO_VERIFY,
        Queue.TO_EVALUATE,
        Queue.TO_APPROVE,
        Queue.SUPERVISED,
    ),
    Kind.DISPUTE: (
        Queue.NEW,
        Queue.TODAY,
        Queue.TO_MEDIATE,
        Queue.SOON,
        Queue.OVERDUE,
        Queue.TO_PERFORM,
        Queue.TO_REVISIT,
        Queue.TO_CONFIRM,
        Queue.TO_ARCHIVE,
        Queue.TO_REPORT,
        Queue.CHARGED,
        Queue.SUPERVISED,
    ),
}


def query_of(queue: Queue, kind: Kind, seat: Seat, now: datetime) -> CaseQuery:
    """The query of a queue at a moment; the most urgent case comes first."""
    query = _QUERIES[queue](kind, now)
    whose = _WHOSE.get(seat.whose)
    own = (Condition(whose, Test.ONE_OF, (seat.person,)),) if whose else ()
    return replace(query, town=seat.town, conditions=(*query.conditions, *own), today=day_of(now))


_WHOSE: Mapping[Whose, Field] = {Whose.HANDLED: Field.HANDLER, Whose.FIRST: Field.FIRST_RECEIVER}
_IN_HAND = frozenset({Status.ASSIGNED, Status.PROCESSING, Status.REWORK})


def _standing(*statuses: Status) -> Callable[[Kind, datetime], CaseQuery]:
    return lambda kind, _: CaseQuery(kind=kind, statuses=frozenset(statuses), sort="step_due_at", descending=False)


def _to_handle(kind: Kind, _: datetime) -> CaseQuery:
    statuses = _IN_HAND if kind is Kind.EVENT else frozenset({Status.ACCEPTED, Status.REOPENED})
    return CaseQuery(kind=kind, statuses=statuses, sort="due_at", descending=False)


def _mediating(kind: Kind, _: datetime) -> CaseQuery:
    statuses = frozenset({Status.ACCEPTED, Status.MEDIATING, Status.REOPENED})
    return CaseQuery(kind=kind, statuses=statuses, sort="due_at", descending=False)


def _to_evaluate(kind: Kind, now: datetime) -> CaseQuery:
    """Closed cases until they may be archived; who has not spoken by then is not asked any more."""
    since = Condition(Field.CLOSED_AT, Test.SINCE, (day_of(now - ARCHIVED_AFTER).isoformat(),))
    return CaseQuery(kind=kind, statuses=frozenset({Status.CLOSED}), conditions=(since,), sort="closed_at")


def _soon(kind: Kind, now: datetime) -> CaseQuery:
    until = end_of(day_of(now)) + SOON
    return CaseQuery(kind=kind, statuses=RUNNING, due_after=now, due_before=until, sort="due_at", descending=False)


def _overdue(kind: Kind, now: datetime) -> CaseQuery:
    return CaseQuery(kind=kind, statuses=RUNNING, due_before=now, sort="due_at", descending=False)


_EVER = timedelta(days=36500)


def _due(
    field: Field, *statuses: Status, within: timedelta, recalled: timedelta = _EVER
) -> Callable[[Kind, datetime], CaseQuery]:
    """Cases for which something is due by the end of the day that lies so far ahead, or was not so long ago."""
    chosen = frozenset(statuses)

    def query(kind: Kind, now: datetime) -> CaseQuery:
        days = (day_of(now - recalled).isoformat(), day_of(now + within).isoformat())
        by = Condition(field, Test.BETWEEN, days)
        return CaseQuery(kind=kind, statuses=chosen, conditions=(by, _COUNTED), sort=field.value, descending=False)

    return query


def _waiting(field: Field, *statuses: Status) -> Callable[[Kind, datetime], CaseQuery]:
    """Cases for which something will be due, the nearest first."""
    there = Condition(field, Test.NOT_EMPTY)
    chosen = frozenset(statuses)
    return lambda kind, _: CaseQuery(
        kind=kind, statuses=chosen, conditions=(there, _COUNTED), sort=field.value, descending=False
    )


def _to_report(kind: Kind, _: datetime) -> CaseQuery:
    dangerous = Condition(Field.RISK, Test.ONE_OF, (Risk.HIGH.value,))
    untold = Condition(Field.RISK_REPORTED_AT, Test.EMPTY)
    return CaseQuery(kind=kind, statuses=OPEN, conditions=(dangerous, untold), sort="reported_at", descending=False)


_COUNTED = Condition(Field.EXCLUDED, Test.NO)


def _marked(field: Field) -> Callable[[Kind, datetime], CaseQuery]:
    marked = (Condition(field, Test.NOT_EMPTY),)
    return lambda kind, _: CaseQuery(kind=kind, statuses=OPEN, conditions=marked, sort="due_at", descending=False)


_QUERIES: Mapping[Queue, Callable[[Kind, datetime], CaseQuery]] = {
    Queue.TO_ACCEPT: _standing(Status.REPORTED),
    Queue.TO_ASSIGN: _standing(Status.ACCEPTED, Status.UNIT_RETURNED, Status.REOPENED),
    Queue.TO_HANDLE: _to_handle,
    Queue.SOON: _soon,
    Queue.OVERDUE: _overdue,
    Queue.RETURNED: _standing(Status.RETURNED, Status.UNIT_RETURNED, Status.REWORK),
    Queue.TO_VERIFY: _standing(Status.FEEDBACK),
    Queue.TO_EVALUATE: _to_evaluate,
    Queue.TO_APPROVE: _marked(Field.AWAITED),
    Queue.SUPERVISED: _marked(Field.SUPERVISION),
    Queue.NEW: _standing(Status.REPORTED),
    Queue.TODAY: _due(Field.NEXT_SESSION_AT, within=timedelta()),
    Queue.TO_MEDIATE: _mediating,
    Queue.TO_PERFORM: _waiting(Field.NEXT_TERM_DUE_AT, Status.PERFORMING, Status.UNPERFORMED),
    Queue.TO_REVISIT: _waiting(Field.REVISIT_DUE_AT, *AGREED),
    Queue.TO_CONFIRM: _due(Field.CONFIRM_DUE_AT, *AGREED, within=SOON, recalled=RECALLED),
    Queue.TO_ARCHIVE: _waiting(Field.STEP_DUE_AT, *(MEDIATED - {Status.PERFORMING})),
    Queue.CHARGED: _waiting(Field.CHARGE_DUE_AT),
    Queue.TO_REPORT: _to_report,
}
