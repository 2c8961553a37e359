"""What waits for whom (待办队列): each queue is a query, so its count and its list cannot differ."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.dispute.queues import DISPUTE_QUEUES
from gridapp.cases.event.queues import EVENT_QUEUES
from gridapp.cases.hazard.queues import HAZARD_QUEUES
from gridapp.cases.petition.queues import PETITION_QUEUES
from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import Queues, overdue, soon, standing
from gridapp.cases.register.queues import PERSON_QUEUES, RECEPTION_QUEUES
from gridapp.cases.seat import Seat, Whose
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery

__all__ = ["Queue", "Seat", "Whose", "query_of", "queues_of"]

_PLAIN: Queues = {
    Queue.TO_ACCEPT: standing(Status.REPORTED),
    Queue.TO_HANDLE: standing(Status.ACCEPTED, Status.REOPENED, sort="due_at"),
    Queue.SOON: soon,
    Queue.OVERDUE: overdue,
}

_QUEUES: Mapping[Kind, Queues] = {
    Kind.EVENT: EVENT_QUEUES,
    Kind.DISPUTE: DISPUTE_QUEUES,
    Kind.PETITION: PETITION_QUEUES,
    Kind.PERSON: PERSON_QUEUES,
    Kind.RECEPTION: RECEPTION_QUEUES,
    Kind.HAZARD: HAZARD_QUEUES,
}

_WHOSE: Mapping[Whose, Field] = {Whose.HANDLED: Field.HANDLER, Whose.FIRST: Field.FIRST_RECEIVER}


def queues_of(kind: Kind) -> tuple[Queue, ...]:
    """The queues that a kind has, as its people go through them."""
    return tuple(_QUEUES.get(kind, _PLAIN))


def query_of(queue: Queue, kind: Kind, seat: Seat, now: datetime) -> CaseQuery:
    """The query of a queue at a moment; the most urgent case comes first."""
    query = _QUEUES.get(kind, _PLAIN)[queue](kind, now)
    whose = _WHOSE.get(seat.whose)
    own = (Condition(whose, Test.ONE_OF, (seat.person,)),) if whose else ()
    return replace(query, town=seat.town, conditions=(*query.conditions, *own), today=day_of(now))
