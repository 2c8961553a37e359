"""What a dispute's form holds, as far as duplicates are recognised by it (查重依据)."""

from uuid import UUID

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.domain.kind import Kind
from gridapp.ports import Entered


def entered_of(draft: DisputeDraft, case_id: UUID | None = None) -> Entered:
    """The matter that a form is about, by its parties, its place and its words."""
    return Entered(
        kind=Kind.DISPUTE,
        town=draft.town,
        title=draft.title,
        text=draft.note,
        category=draft.category,
        village=draft.village,
        address=draft.address,
        persons=tuple(party.name for party in draft.parties if party.name),
        phone=next((party.phone for party in draft.parties if party.phone), ""),
        reported_at=draft.reported_at,
        case_id=case_id,
    )
