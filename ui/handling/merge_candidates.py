"""Which cases may be the same matter as one on file (并案对象): likely duplicates first, then what is searched for."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.cases.dispute.entered import entered_of
from gridapp.cases.dispute.record import draft_of
from gridapp.cases.duplicates import likely_duplicates
from gridapp.cases.petition.entered import entered_of as petition_entered
from gridapp.cases.petition.record import draft_of as petition_draft
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.petition import Petition
from gridapp.ports import CaseQuery, Entered, Office

MOST = 30
"""How many cases are listed at most."""


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """A case that might be merged, as it was when it was listed, and why it is suspected."""

    case: Case
    reasons: tuple[str, ...] = ()


def suspected(office: Office, case: Case) -> Sequence[MergeCandidate]:
    """The cases on file that a case is likely a duplicate of, strongest first; none that is closed to the reader."""
    found = likely_duplicates(office.duplicates, _entered(case), limit=MOST)
    loaded = office.cases.load_all([suspicion.case.id for suspicion in found])
    return [MergeCandidate(loaded[s.case.id], s.reasons) for s in found if _fits(loaded.get(s.case.id), case)]


def searched(office: Office, case: Case, text: str) -> Sequence[MergeCandidate]:
    """The cases of the same town and kind that some words find; without words nothing is looked for."""
    if not text.strip():
        return ()
    ids = office.lists.find_ids(CaseQuery(kind=case.kind, town=case.town, text=text, limit=MOST))
    loaded = office.cases.load_all(ids)
    return [MergeCandidate(loaded[found]) for found in ids if _fits(loaded.get(found), case)]


def _fits(other: Case | None, case: Case) -> bool:
    return other is not None and other.id != case.id and other.excluded is None


def _entered(case: Case) -> Entered:
    if isinstance(case, Dispute):
        return entered_of(draft_of(case), case.id)
    if isinstance(case, Petition):
        return petition_entered(petition_draft(case), case.id)
    event = case if isinstance(case, Event) else None
    return Entered(
        kind=case.kind,
        town=case.town,
        title=case.title,
        text=case.note or "",
        category=case.category,
        village=case.village,
        address=(event.address if event else None) or "",
        persons=(event.reporter,) if event and event.reporter else (),
        phone=(event.phone if event else None) or "",
        reported_at=case.reported_at,
        case_id=case.id,
    )
