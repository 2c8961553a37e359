"""Leave for one piece of work (准许更正): work that met a closed month is done again as it was, by a leader's leave.

A window keeps the office that it was opened with; what it asks for under `leave` is saved as a correction (更正).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from gridapp.ports import Batch, CaseStore, Correction, HistoryEntry, Office, PastSave, Touched, Writer

_GIVEN: ContextVar[Correction | None] = ContextVar("leave", default=None)


@contextmanager
def leave(correction: Correction) -> Iterator[None]:
    """What is saved within, in this thread and by an office `under_leave`, may correct closed months."""
    token = _GIVEN.set(correction)
    try:
        yield
    finally:
        _GIVEN.reset(token)


def under_leave(office: Office) -> Office:
    """The office whose cases are saved by leave where it was given, else as ever."""
    return office if isinstance(office.cases, _Cases) else replace(office, cases=_Cases(office.cases))


@dataclass(frozen=True, slots=True)
class _Cases(CaseStore):
    cases: CaseStore

    def transaction(self) -> AbstractContextManager[Writer]:
        correction = _GIVEN.get()
        return (self.cases if correction is None else self.cases.correcting(correction)).transaction()

    def correcting(self, correction: Correction) -> CaseStore:
        return self.cases.correcting(correction)

    def load(self, case_id: UUID) -> Case:
        return self.cases.load(case_id)

    def load_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        return self.cases.load_all(ids)

    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        return self.cases.history(case_id)

    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]:
        return self.cases.saves_of(person, turns, before)

    def merged_into(self, case_id: UUID) -> Sequence[Case]:
        return self.cases.merged_into(case_id)

    def opened_from(self, case_id: UUID) -> Sequence[Case]:
        return self.cases.opened_from(case_id)

    def received_on(self, receptions: Sequence[UUID]) -> Sequence[Petition]:
        return self.cases.received_on(receptions)

    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        return self.cases.by_number(town, kind, numbers)

    def now(self) -> datetime:
        return self.cases.now()

    def batches(self) -> Sequence[Batch]:
        return self.cases.batches()

    def touched_by(self, batch: Batch) -> Touched:
        return self.cases.touched_by(batch)
