"""What queues are made of (队列的写法): where cases stand, what is due for them, what marks them."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from gridapp.cases.queue_names import Queue
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.status import OPEN, RUNNING, Status
from gridapp.ports import CaseQuery

Asked = Callable[[Kind, datetime], CaseQuery]
"""The query of a queue, by the kind and the moment."""

Queues = Mapping[Queue, Asked]
"""The queues of a kind, as its people go through them."""

COUNTED = Condition(Field.EXCLUDED, Test.NO)
"""That a case is neither voided nor merged, where its state does not say so."""

SOON = timedelta(days=3)
"""A limit that is over within this time stands in the queue 将到期."""

_EVER = timedelta(days=36500)


def standing(*statuses: Status, sort: str = "step_due_at") -> Asked:
    """Cases that stand in one of some states, the first limit first."""
    return lambda kind, _: CaseQuery(kind=kind, statuses=frozenset(statuses), sort=sort, descending=False)


def soon(kind: Kind, now: datetime) -> CaseQuery:
    """Cases whose time for handling is nearly over (将到期)."""
    until = end_of(day_of(now)) + SOON
    return CaseQuery(kind=kind, statuses=RUNNING, due_after=now, due_before=until, sort="due_at", descending=False)


def overdue(kind: Kind, now: datetime) -> CaseQuery:
    """Cases whose time for handling is over (已超期)."""
    return CaseQuery(kind=kind, statuses=RUNNING, due_before=now, sort="due_at", descending=False)


def due(field: Field, *statuses: Status, within: timedelta, recalled: timedelta = _EVER) -> Asked:
    """Cases for which something is due by the end of the day that lies so far ahead, or was not so long ago."""
    chosen = frozenset(statuses)

    def query(kind: Kind, now: datetime) -> CaseQuery:
        days = (day_of(now - recalled).isoformat(), day_of(now + within).isoformat())
        by = Condition(field, Test.BETWEEN, days)
        return CaseQuery(kind=kind, statuses=chosen, conditions=(by, COUNTED), sort=field.value, descending=False)

    return query


def waiting(field: Field, *statuses: Status, besides: tuple[Condition, ...] = ()) -> Asked:
    """Cases for which something will be due, the nearest first."""
    conditions = (Condition(field, Test.NOT_EMPTY), *besides, COUNTED)
    chosen = frozenset(statuses)
    return lambda kind, _: CaseQuery(
        kind=kind, statuses=chosen, conditions=conditions, sort=field.value, descending=False
    )


def marked(condition: Condition, *statuses: Status, sort: str = "due_at") -> Asked:
    """Cases of which something is so, among the open ones or those in some states."""
    chosen = frozenset(statuses) or OPEN
    return lambda kind, _: CaseQuery(kind=kind, statuses=chosen, conditions=(condition,), sort=sort, descending=False)


def filled(field: Field) -> Condition:
    """That something stands in a field."""
    return Condition(field, Test.NOT_EMPTY)
