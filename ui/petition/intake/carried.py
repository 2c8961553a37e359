"""What the next form takes over from the last petition (连续登记): its form, its day, and who handed it down."""

from datetime import date, datetime

from gridapp.cases.petition.draft import PetitionDraft
from ui.recording.next_moment import next_moment

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> PetitionDraft:
    """A form to begin with."""
    return PetitionDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: PetitionDraft, today: date, writing_moment: datetime) -> PetitionDraft:
    """The form that follows a saved one."""
    return PetitionDraft(
        town=draft.town,
        channel=draft.channel,
        reported_at=next_moment(draft.reported_at, today, writing_moment),
        late_reason=draft.late_reason,
        origin=draft.origin,
        reception=draft.reception,
        level=LEVEL,
    )
