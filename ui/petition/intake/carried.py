"""What the next form takes over from the last petition (连续登记): its form, its day, and who handed it down."""

from datetime import date, datetime

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.moment import day_of, start_of

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> PetitionDraft:
    """A form to begin with."""
    return PetitionDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: PetitionDraft, today: date, writing_moment: datetime) -> PetitionDraft:
    """The form that follows a saved one; today's time is taken anew, another day stays without a time."""
    day = day_of(draft.reported_at) if draft.reported_at else today
    return PetitionDraft(
        town=draft.town,
        channel=draft.channel,
        reported_at=writing_moment if day == today else start_of(day),
        late_reason=draft.late_reason,
        origin=draft.origin,
        reception=draft.reception,
        level=LEVEL,
    )
