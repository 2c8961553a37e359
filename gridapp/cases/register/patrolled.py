"""What is to be patrolled, and when it last was (巡查情况): sections of rivers, geological points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import Period
from gridapp.domain.status import Status
from gridapp.ports import CaseList, CaseQuery, CaseRow, CaseStore

OBJECTS = (Kind.RIVER, Kind.GEOLOGY)
"""The registers whose entries are patrolled."""

_COUNTED = Condition(Field.EXCLUDED, Test.NO)


@dataclass(frozen=True, slots=True)
class Patrolled:
    """An entry on file with its patrols of a period, newest first; none means that nobody was there in it."""

    row: CaseRow
    patrols: Sequence[UUID]
    last_at: datetime | None

    def days_since(self, today: date) -> int | None:
        """How many days ago the last patrol was."""
        return None if self.last_at is None else (today - day_of(self.last_at)).days


def read_patrolled(lists: CaseList, store: CaseStore, of: Kind, town: str, period: Period) -> Sequence[Patrolled]:
    """Every entry of a town that stands on file, those first that were patrolled longest ago; asks the database."""
    standing = CaseQuery(kind=of, town=town, statuses=frozenset({Status.ON_FILE}), conditions=(_COUNTED,))
    rows = lists.load_rows(lists.find_ids(standing))
    walked = lists.find_ids(CaseQuery(kind=Kind.PATROL, town=town, period=period, conditions=(_COUNTED,)))
    patrols: dict[UUID, list[tuple[datetime, UUID]]] = {}
    for patrol in store.load_all(walked).values():
        if patrol.source_case is not None:
            patrols.setdefault(patrol.source_case, []).append((patrol.reported_at, patrol.id))
    found = [_patrolled(row, sorted(patrols.get(row.id, ()), reverse=True)) for row in rows]
    never = datetime.min.replace(tzinfo=rows[0].reported_at.tzinfo) if rows else None
    return sorted(found, key=lambda one: (one.last_at or never, one.row.number))


def _patrolled(row: CaseRow, patrols: Sequence[tuple[datetime, UUID]]) -> Patrolled:
    return Patrolled(row, tuple(patrol for _, patrol in patrols), patrols[0][0] if patrols else None)
