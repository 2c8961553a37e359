"""What the next form takes over from the last dispute (连续登记): place, day, source, committee and mediators."""

from datetime import date, datetime

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.domain.moment import day_of, start_of

LEVEL = "一般"
"""The level of a form to which no category has brought its own."""


def blank(town: str, writing_moment: datetime) -> DisputeDraft:
    """A form to begin with."""
    return DisputeDraft(town=town, reported_at=writing_moment, level=LEVEL)


def next_after(draft: DisputeDraft, today: date, writing_moment: datetime) -> DisputeDraft:
    """The form that follows a saved one; today's time is taken anew, another day stays without a time."""
    day = day_of(draft.reported_at) if draft.reported_at else today
    return DisputeDraft(
        town=draft.town,
        village=draft.village,
        reported_at=writing_moment if day == today else start_of(day),
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
