"""One case after another out of a queue (逐件办理), without going back to its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.ports import CaseList, CaseQuery

_REMEMBERED = 1000
"""Cases behind the present one whose order is kept; beyond them the queue begins anew."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A way through a queue: its query, the cases that stood behind the present one, and those seen already."""

    title: str
    query: CaseQuery
    behind: tuple[UUID, ...]
    seen: frozenset[UUID]

    @property
    def kind(self) -> Kind:
        """The kind of the queue's cases."""
        return self.query.kind or Kind.EVENT


@dataclass(frozen=True, slots=True)
class Stop:
    """The next case of a walk, and the walk from there."""

    id: UUID
    walk: Walk


def begun_at(title: str, query: CaseQuery, ids: Sequence[UUID], row: int) -> Stop:
    """A walk that begins with a row of a queue."""
    return Stop(ids[row], Walk(title, query, tuple(islice(ids, row + 1, row + 1 + _REMEMBERED)), frozenset({ids[row]})))


def next_of(walk: Walk, lists: CaseList) -> Stop | None:
    """The next case that still waits in the queue and was not seen yet, or nothing; asks the database.

    What stood behind the present case comes first, in its order; then what stood before it or came since.
    """
    waiting = lists.find_ids(walk.query)
    standing = frozenset(waiting)
    behind = (one for one in walk.behind if one in standing)
    case_id = next((one for one in (*behind, *waiting) if one not in walk.seen), None)
    if case_id is None:
        return None
    following = tuple(islice(waiting[waiting.index(case_id) + 1 :], _REMEMBERED))
    return Stop(case_id, Walk(walk.title, walk.query, following, walk.seen | {case_id}))
