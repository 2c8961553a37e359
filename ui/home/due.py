"""What waits (待办): each counter is the query of a queue, and the very same query makes its list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gridapp.cases.nearest import Urgent, most_urgent
from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from gridapp.registers.first_kind import FirstKind, first_kind_of
from ui.desk import Desk

KINDS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
"""The kinds that have limits and are waited for."""

URGENT = 15
"""Rows of the table of urgent cases."""

Place = tuple[Kind, Queue]
"""A counter: a kind and one of its queues."""


@dataclass(frozen=True, slots=True)
class Due:
    """Everything the first page shows; `queries` are those that were counted, `urgent` is of all kinds and of each,
    `first` what the person keeps in front.
    """

    queries: Mapping[Place, CaseQuery]
    counts: Mapping[Place, int]
    urgent: Mapping[Kind | None, Sequence[Urgent]]
    first: FirstKind


def read_due(desk: Desk, seat: Seat) -> Due:
    """Counts what waits at a moment; asks the database."""
    now, lists = desk.now, desk.office.lists
    queries = {(kind, queue): query_of(queue, kind, seat, now) for kind in KINDS for queue in queues_of(kind)}
    counts = dict(zip(queries, lists.count_many(list(queries.values())), strict=True))
    first = first_kind_of(desk.office.registers, desk.actor.name)
    urgent: dict[Kind | None, Sequence[Urgent]] = {kind: most_urgent(lists, kind, seat, now, URGENT) for kind in KINDS}
    together = sorted((one for found in urgent.values() for one in found), key=lambda one: one.deadline.at)
    urgent[None] = together[:URGENT]
    return Due(queries, counts, urgent, first)
