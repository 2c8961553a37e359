"""The queues of registers (名录的待办): key persons to be visited, promises of reception days."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gridapp.cases.queue_names import Queue
from gridapp.cases.queue_parts import Queues, due
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status

_WEEK, _YESTERDAY = timedelta(days=7), timedelta(days=-1)

PERSON_QUEUES: Queues = {
    Queue.TO_VISIT: due(Field.NEXT_VISIT_DUE_AT, Status.ON_FILE, within=_WEEK),
    Queue.UNVISITED: due(Field.NEXT_VISIT_DUE_AT, Status.ON_FILE, within=_YESTERDAY),
}

RECEPTION_QUEUES: Queues = {Queue.PROMISED: due(Field.PROMISE_DUE_AT, within=_WEEK)}

_WAITED_FOR = {
    Kind.PERSON: (
        (Queue.TO_VISIT, Field.NEXT_VISIT_DUE_AT, _WEEK),
        (Queue.UNVISITED, Field.NEXT_VISIT_DUE_AT, _YESTERDAY),
    ),
    Kind.RECEPTION: ((Queue.PROMISED, Field.PROMISE_DUE_AT, _WEEK),),
}


def waited_for(kind: Kind, now: datetime) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    """The same as named views of a register's list, whose conditions can be read and changed."""
    for queue, field, within in _WAITED_FOR.get(kind, ()):
        until = Condition(field, Test.UNTIL, (day_of(now + within).isoformat(),))
        yield queue.value, (until, Condition(Field.EXCLUDED, Test.NO))
