"""What an event's form holds, as far as duplicates are recognised by it (查重依据)."""

from uuid import UUID

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.kind import Kind
from gridapp.ports import Entered


def entered_of(draft: EventDraft, case_id: UUID | None = None) -> Entered:
    """The matter that a form is about, by its reporter, its place and its words."""
    reporter = draft.reporter.strip()
    return Entered(
        kind=Kind.EVENT,
        town=draft.town,
        title=draft.title,
        text=draft.note,
        category=draft.category,
        village=draft.village,
        address=draft.address,
        persons=(reporter,) if reporter else (),
        phone=draft.phone,
        reported_at=draft.reported_at,
        case_id=case_id,
    )
