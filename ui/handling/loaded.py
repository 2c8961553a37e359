"""A case with everything that its page shows (案件及其经过), read in the database's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.cases.merging import merged_cases, surviving
from gridapp.domain.case import Case
from gridapp.ports import CaseStore, HistoryEntry


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case, its history, the case it was merged into, the cases merged into it, the one it came from, and those
    that were opened from it.
    """

    case: Case
    history: Sequence[HistoryEntry]
    survivor: Case | None
    merged: Sequence[Case]
    source: Case | None
    opened: Sequence[Case]


def load(store: CaseStore, case_id: UUID) -> Loaded:
    """Reads a case as it stands; raises `Refusal` if there is none."""
    case = store.load(case_id)
    return Loaded(
        case=case,
        history=store.history(case_id),
        survivor=surviving(store, case) if case.excluded is not None and case.excluded.merged_into else None,
        merged=tuple(merged_cases(store, case)),
        source=store.load_all([case.source_case]).get(case.source_case) if case.source_case else None,
        opened=tuple(store.opened_from(case_id)),
    )
