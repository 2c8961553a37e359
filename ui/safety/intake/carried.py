"""What the next form takes over from the last inspection (连续检查): day, inspectors, nature and campaign."""

from datetime import date, datetime

from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.domain.moment import day_of, start_of


def blank(town: str, writing_moment: datetime) -> InspectionDraft:
    """A form to begin with."""
    return InspectionDraft(town=town, reported_at=writing_moment)


def next_after(draft: InspectionDraft, today: date, writing_moment: datetime) -> InspectionDraft:
    """The form that follows a saved one; today's time is taken anew, another day stays without a time."""
    day = day_of(draft.reported_at) if draft.reported_at else today
    return InspectionDraft(
        town=draft.town,
        reported_at=writing_moment if day == today else start_of(day),
        late_reason=draft.late_reason,
        inspectors=draft.inspectors,
        nature=draft.nature,
        campaign=draft.campaign,
    )
