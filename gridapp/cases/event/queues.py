"""The queues of events (网格事件的待办): taken in, assigned, handled, verified, evaluated."""

from datetime import datetime

from gridapp.cases.event.guards import ARCHIVED_AFTER
from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import Queues, filled, marked, overdue, soon, standing
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery


def _to_evaluate(kind: Kind, now: datetime) -> CaseQuery:
    """Closed cases until they may be archived; who has not spoken by then is not asked any more."""
    since = Condition(Field.CLOSED_AT, Test.SINCE, (day_of(now - ARCHIVED_AFTER).isoformat(),))
    return CaseQuery(kind=kind, statuses=frozenset({Status.CLOSED}), conditions=(since,), sort="closed_at")


EVENT_QUEUES: Queues = {
    Queue.TO_ACCEPT: standing(Status.REPORTED),
    Queue.TO_ASSIGN: standing(Status.ACCEPTED, Status.UNIT_RETURNED, Status.REOPENED),
    Queue.TO_HANDLE: standing(Status.ASSIGNED, Status.PROCESSING, Status.REWORK, sort="due_at"),
    Queue.SOON: soon,
    Queue.OVERDUE: overdue,
    Queue.RETURNED: standing(Status.RETURNED, Status.UNIT_RETURNED, Status.REWORK),
    Queue.TO_VERIFY: standing(Status.FEEDBACK),
    Queue.TO_EVALUATE: _to_evaluate,
    Queue.TO_APPROVE: marked(filled(Field.AWAITED)),
    Queue.SUPERVISED: marked(filled(Field.SUPERVISION)),
}
