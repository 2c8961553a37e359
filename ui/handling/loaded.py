"""A case with everything that its page shows (案件及其经过), read in the database's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.cases.merging import merged_cases, surviving
from gridapp.cases.reading import as_shown, open_case
from gridapp.domain.case import Case
from gridapp.ports import HistoryEntry
from ui.desk import Desk


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


def load(desk: Desk, case_id: UUID) -> Loaded:
    """Reads a case as it stands, for whoever sits here; others that are closed to him are named without their matter.

    Raises `Sealed` where it is closed to him, `Refusal` if there is none.
    """
    store, book = desk.office.cases, desk.office.confidence
    case = open_case(store, book, case_id, desk.actor, store.now)
    person = desk.actor.name
    readable = book.readable_by(person)
    is_merged = case.excluded is not None and case.excluded.merged_into is not None
    source = store.load_all([case.source_case]).get(case.source_case) if case.source_case else None
    return Loaded(
        case=case,
        history=store.history(case_id),
        survivor=as_shown(surviving(store, case), readable, person) if is_merged else None,
        merged=tuple(as_shown(double, readable, person) for double in merged_cases(store, case)),
        source=as_shown(source, readable, person) if source else None,
        opened=tuple(as_shown(other, readable, person) for other in store.opened_from(case_id)),
    )
