"""What the next form takes over from the last dispute (连续登记): place, day, source, committee and mediators."""

from datetime import date, datetime

from gridapp.cases.dispute.draft import DisputeDraft
from ui.recording.next_moment import next_moment

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> DisputeDraft:
    """A form to begin with."""
    return DisputeDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: DisputeDraft, today: date, writing_moment: datetime) -> DisputeDraft:
    """The form that follows a saved one."""
    return DisputeDraft(
        town=draft.town,
        village=draft.village,
        reported_at=next_moment(draft.reported_at, today, writing_moment),
        late_reason=draft.late_reason,
        source=draft.source,
        entrusted_by=draft.entrusted_by,
        mode=draft.mode,
        unit=draft.unit,
        committee=draft.committee,
        handler=draft.handler,
        co_mediators=draft.co_mediators,
        level=LEVEL,
    )
