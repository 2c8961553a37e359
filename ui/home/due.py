"""What waits (待办): each counter is the query of a queue, and the very same query makes its list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery, CaseRow
from ui.desk import Desk

KINDS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
"""The kinds that have limits and are waited for."""

URGENT = 15
"""Rows of the table of urgent cases."""

Place = tuple[Kind, Queue]
"""A counter: a kind and one of its queues."""


@dataclass(frozen=True, slots=True)
class Due:
    """Everything the first page shows; `queries` are those that were counted."""

    queries: Mapping[Place, CaseQuery]
    counts: Mapping[Place, int]
    urgent: Sequence[CaseRow]


def read_due(desk: Desk, seat: Seat) -> Due:
    """Counts what waits at a moment; asks the database."""
    now, lists = desk.now, desk.office.lists
    queries = {(kind, queue): query_of(queue, kind, seat, now) for kind in KINDS for queue in queues_of(kind)}
    counts = dict(zip(queries, lists.count_many(list(queries.values())), strict=True))
    urgent: list[CaseRow] = []
    for kind in KINDS:
        by_limit = replace(query_of(Queue.OVERDUE, kind, seat, now), due_before=None, limit=URGENT)
        urgent += lists.load_rows(lists.find_ids(by_limit))
    with_limit = [row for row in urgent if row.due_at is not None]
    return Due(queries, counts, sorted(with_limit, key=lambda row: str(row.due_at))[:URGENT])
