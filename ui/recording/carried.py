"""What the next form takes over from the last one (连续登记): town, village, grid, day, source and reporter."""

from datetime import date, datetime

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.moment import day_of, start_of

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> EventDraft:
    """A form to begin with."""
    return EventDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: EventDraft, today: date, writing_moment: datetime) -> EventDraft:
    """The form that follows a saved one; today's time is taken anew, another day stays without a time."""
    day = day_of(draft.reported_at) if draft.reported_at else today
    return EventDraft(
        town=draft.town,
        village=draft.village,
        grid=draft.grid,
        source=draft.source,
        reporter=draft.reporter,
        reported_at=writing_moment if day == today else start_of(day),
        late_reason=draft.late_reason,
        level=LEVEL,
    )
