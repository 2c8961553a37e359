"""The queues of disputes (矛盾纠纷的待办): mediated, performed, visited again, confirmed, filed."""

from datetime import datetime, timedelta

from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import SOON, Queues, due, filled, marked, overdue, soon, standing, waiting
from gridapp.domain.dispute import Risk
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.status import AGREED, MEDIATED, OPEN, Status
from gridapp.ports import CaseQuery

RECALLED = timedelta(days=30)
"""How long the end of a limit for judicial confirmation is recalled; most agreements are never taken to court."""


def _to_report(kind: Kind, _: datetime) -> CaseQuery:
    dangerous = Condition(Field.RISK, Test.ONE_OF, (Risk.HIGH.value,))
    untold = Condition(Field.RISK_REPORTED_AT, Test.EMPTY)
    return CaseQuery(kind=kind, statuses=OPEN, conditions=(dangerous, untold), sort="reported_at", descending=False)


DISPUTE_QUEUES: Queues = {
    Queue.NEW: standing(Status.REPORTED),
    Queue.TODAY: due(Field.NEXT_SESSION_AT, within=timedelta()),
    Queue.TO_MEDIATE: standing(Status.ACCEPTED, Status.MEDIATING, Status.REOPENED, sort="due_at"),
    Queue.SOON: soon,
    Queue.OVERDUE: overdue,
    Queue.TO_PERFORM: waiting(Field.NEXT_TERM_DUE_AT, Status.PERFORMING, Status.UNPERFORMED),
    Queue.TO_REVISIT: waiting(Field.REVISIT_DUE_AT, *AGREED),
    Queue.TO_CONFIRM: due(Field.CONFIRM_DUE_AT, *AGREED, within=SOON, recalled=RECALLED),
    Queue.TO_ARCHIVE: waiting(Field.STEP_DUE_AT, *(MEDIATED - {Status.PERFORMING})),
    Queue.TO_REPORT: _to_report,
    Queue.CHARGED: waiting(Field.CHARGE_DUE_AT),
    Queue.SUPERVISED: marked(filled(Field.SUPERVISION)),
}
