"""The queues of petitions (信访的待办): decided, handled, answered, reviewed; the backlog and the leaders' own."""

from datetime import datetime, timedelta

from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import COUNTED, Queues, filled, marked, overdue, soon, standing, waiting
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.petition_words import RISKS
from gridapp.domain.status import ANSWERED, OPEN, Status
from gridapp.ports import CaseQuery

ASKED_FOR = timedelta(days=30)
"""How long the petitioner is asked what he says of an answer (满意度评价); who has not spoken by then is not asked."""

_IN_REVIEW = frozenset({Status.REVIEWING, Status.FINALLY_REVIEWING})
_SPOKEN_UPON = ANSWERED - _IN_REVIEW
_NOT_ENDED = (OPEN | ANSWERED) - {Status.SETTLED, Status.CONCLUDED}
_LISTED = Condition(Field.IN_BACKLOG, Test.YES)
_AT_RISK = Condition(Field.FLAG, Test.ONE_OF, RISKS)
_MAY_BE_FILED = (Condition(Field.IN_BACKLOG, Test.NO), Condition(Field.CHARGE_DUE_AT, Test.EMPTY))


def _to_evaluate(kind: Kind, now: datetime) -> CaseQuery:
    since = Condition(Field.CLOSED_AT, Test.SINCE, (day_of(now - ASKED_FOR).isoformat(),))
    unsaid = Condition(Field.UNIT_SATISFACTION, Test.EMPTY)
    return CaseQuery(kind=kind, statuses=_SPOKEN_UPON, conditions=(since, unsaid), sort="closed_at")


def _backlog(kind: Kind, _: datetime) -> CaseQuery:
    """The list of old matters, the longest on it first."""
    return CaseQuery(kind=kind, conditions=(_LISTED, COUNTED), sort="backlog_entered_at", descending=False)


PETITION_QUEUES: Queues = {
    Queue.TO_ACCEPT: standing(Status.REPORTED, Status.REOPENED),
    Queue.TO_HANDLE: standing(Status.ACCEPTED, Status.PROCESSING, sort="due_at"),
    Queue.SOON: soon,
    Queue.OVERDUE: overdue,
    Queue.TO_VERIFY: standing(Status.FEEDBACK, sort="due_at"),
    Queue.TO_SERVE: standing(Status.REPLIED),
    Queue.IN_REVIEW: standing(*_IN_REVIEW),
    Queue.TO_EVALUATE: _to_evaluate,
    Queue.TO_ARCHIVE: waiting(Field.STEP_DUE_AT, *_SPOKEN_UPON, besides=_MAY_BE_FILED),
    Queue.BACKLOG: _backlog,
    Queue.CHARGED: waiting(Field.CHARGE_DUE_AT),
    Queue.SUPERVISED: marked(filled(Field.SUPERVISION)),
    Queue.AT_RISK: marked(_AT_RISK, *_NOT_ENDED, sort="reported_at"),
}
