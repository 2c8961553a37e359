"""What is due (待办): each counter is a query, and the very same query makes its list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.status import OPEN, Status
from gridapp.ports import CaseQuery, CaseRow
from ui.desk import Desk

KINDS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD)
"""The kinds that have limits and are waited for."""

OVERDUE, TODAY, SOON, WAITING, UNDER_WAY = "已超期", "今日到期", "三日内到期", "待受理", "办理中"
URGENT = 15
"""Rows of the table of urgent cases."""
_SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Due:
    """Everything the first page shows."""

    counts: Mapping[tuple[Kind, str], int]
    urgent: Sequence[CaseRow]


def queries(desk: Desk, kind: Kind) -> Mapping[str, CaseQuery]:
    """The counters of a kind, by their headings."""
    now, tonight = desk.now, end_of(desk.today)

    def due(**limits: object) -> CaseQuery:
        return CaseQuery(kind=kind, statuses=OPEN, sort="due_at", descending=False, **limits)  # type: ignore[arg-type]

    def standing(*statuses: Status) -> CaseQuery:
        return CaseQuery(kind=kind, statuses=frozenset(statuses), descending=False)

    return {
        OVERDUE: due(due_before=now),
        TODAY: due(due_after=now, due_before=tonight),
        SOON: due(due_after=tonight, due_before=tonight + _SOON),
        WAITING: standing(Status.REPORTED),
        UNDER_WAY: standing(Status.ACCEPTED, Status.REOPENED),
    }


def read_due(desk: Desk) -> Due:
    """Counts what is due; asks the database."""
    lists = desk.office.lists
    counts = {(kind, name): lists.count(query) for kind in KINDS for name, query in queries(desk, kind).items()}
    urgent: list[CaseRow] = []
    for kind in KINDS:
        open_by_limit = CaseQuery(kind=kind, statuses=OPEN, sort="due_at", descending=False, limit=URGENT)
        urgent += lists.load_rows(lists.find_ids(open_by_limit))
    with_limit = [row for row in urgent if row.due_at is not None]
    return Due(counts, sorted(with_limit, key=lambda row: str(row.due_at))[:URGENT])
