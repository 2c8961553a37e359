"""What the next form takes over from the last one (连续登记): town, village, grid, day, source and reporter."""

from datetime import date, datetime

from gridapp.cases.event.draft import EventDraft
from ui.recording.next_moment import next_moment

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> EventDraft:
    """A form to begin with."""
    return EventDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: EventDraft, today: date, writing_moment: datetime) -> EventDraft:
    """The form that follows a saved one."""
    return EventDraft(
        town=draft.town,
        village=draft.village,
        grid=draft.grid,
        source=draft.source,
        reporter=draft.reporter,
        reported_at=next_moment(draft.reported_at, today, writing_moment),
        late_reason=draft.late_reason,
        level=LEVEL,
    )
