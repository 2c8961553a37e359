"""The queues of hazards (安全隐患的待办): mended, re-checked, struck off, or taken further."""

from datetime import datetime

from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import COUNTED, Queues, marked, overdue, soon, standing
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery

_TO_MEND = (Status.TO_RECTIFY, Status.RECTIFYING, Status.UNRECTIFIED, Status.PLANNED)
_MAJOR = Condition(Field.LEVEL, Test.ONE_OF, tuple(sorted(MAJOR)))
_LISTED = Condition(Field.LISTED, Test.YES)


def _planned_visits(_: Kind, now: datetime) -> CaseQuery:
    """Visits to companies that are filed and not held yet (待检查计划), the first one first."""
    return CaseQuery(
        kind=Kind.INSPECTION,
        statuses=frozenset({Status.FILED}),
        conditions=(COUNTED,),
        sort="reported_at",
        descending=False,
    )


HAZARD_QUEUES: Queues = {
    Queue.TO_RECTIFY: standing(*_TO_MEND, sort="due_at"),
    Queue.SOON: soon,
    Queue.OVERDUE: overdue,
    Queue.TO_RECHECK: standing(Status.TO_RECHECK),
    Queue.TO_STRIKE_OFF: standing(Status.TO_STRIKE_OFF),
    Queue.MAJOR: marked(_MAJOR),
    Queue.LISTED: marked(_LISTED),
    Queue.SUBMITTED: standing(Status.SUBMITTED, sort="due_at"),
    Queue.ENFORCED: standing(Status.ENFORCED, sort="due_at"),
    Queue.PLANNED_VISITS: _planned_visits,
}
