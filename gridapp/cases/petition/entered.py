"""What a petition's form holds, as far as duplicates are recognised by it (查重依据)."""

from uuid import UUID

from gridapp.cases.petition.draft import LONGEST_TITLE, PetitionDraft
from gridapp.domain.kind import Kind
from gridapp.ports import Entered


def entered_of(draft: PetitionDraft, case_id: UUID | None = None) -> Entered:
    """The matter that a form is about, by its people and its words."""
    names = dict.fromkeys((draft.petitioner.strip(), *(party.name.strip() for party in draft.parties)))
    return Entered(
        kind=Kind.PETITION,
        town=draft.town,
        title=draft.title.strip() or draft.demand.strip()[:LONGEST_TITLE],
        text=draft.demand,
        category=draft.category,
        village=draft.village,
        persons=tuple(filter(None, names)),
        phone=draft.phone,
        reported_at=draft.reported_at,
        case_id=case_id,
    )
